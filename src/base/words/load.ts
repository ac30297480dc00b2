import { languageOfTag } from '../languages.ts';

type Area = 'links' | 'search';
type Words = typeof import('./zh/index.ts');

const files = import.meta.glob<{ words: Words[Area] }>('./*/{links,search}.ts');

/** Words of one area that a browser loads when it first needs them, in the page's language. */
export async function loadWords<A extends Area>(area: A): Promise<Words[A]> {
	const language = languageOfTag(document.documentElement.lang);
	return (await files[`./${language}/${area}.ts`]!()).words as Words[A];
}
