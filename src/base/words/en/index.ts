export { words as claims } from './claims.ts';
export { words as links } from './links.ts';
export { words as search } from './search.ts';
export { words as site } from './site.ts';
