import { loadAgain } from '../load-again.ts';
import { languageOfTag, type Language } from '../languages.ts';

type Area = 'links' | 'search';
type Words = typeof import('./zh/index.ts');

const wordFiles = import.meta.glob<{ words: Words[Area] }>('./*/{links,search}.ts');

/** Words of one area that a browser loads when it first needs them, in the page's language or another. */
export async function loadWords<A extends Area>(
	area: A,
	language: Language = languageOfTag(document.documentElement.lang),
): Promise<Words[A]> {
	const { words } = await loadAgain(wordFiles[`./${language}/${area}.ts`]!);
	return words as Words[A];
}
