/** The components that pages may use. How each is used: `src/content/checks/nodes.ts`. */
export { default as Abstract } from '../reading/Abstract.astro';
export { default as Abstracts } from '../reading/Abstracts.astro';
export { default as Claim } from '../claims/Claim.astro';
export { default as Draft } from '../reading/Draft.astro';
export { default as Figure } from '../figures/Figure.astro';
export { default as Imprint } from '../reading/Imprint.astro';
export { default as Lacks } from '../reading/Lacks.astro';
export { default as Listing } from '../reading/Listing.astro';
export { default as Note } from '../claims/Note.astro';
export { default as PagesRead } from '../reading/PagesRead.astro';
export { default as ReportContents } from './ReportContents.astro';
export { default as Term } from '../claims/Term.astro';
export { default as Zh } from '../reading/Zh.astro';
