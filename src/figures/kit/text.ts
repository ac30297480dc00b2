/** Words of figures and their links; breaks text for drawings, which no browser sets in lines. */
import type { Language } from '../../base/languages.ts';

/** A text in each language, or one for all. */
export type Worded = string | Readonly<Record<Language, string>>;

/** The text in a language. */
export const inLanguage = (text: Worded, language: Language): string =>
	typeof text === 'string' ? text : text[language];

const linkPattern = /\[([^\]]+)\]\((https:\/\/[^\s)]+)\)/g;

/** `… [title](https://…) …`, the one mark that texts of data may have, as text and links. */
export function linkedText(source: string): { text: string; href?: string | undefined }[] {
	// Text, title, address, text, title, …
	const parts = source.split(linkPattern);
	return parts.flatMap((text, at) => {
		if (!text || at % 3 === 2) return [];
		return { text, href: at % 3 === 1 ? parts[at + 1] : undefined };
	});
}

/** The text without its links' addresses. */
export const plainText = (source: string): string => source.replaceAll(linkPattern, '$1');

/** About how wide a text is, in em: Han and full-width marks count 1, Latin less. */
export const emsOf = (text: string): number =>
	[...text].reduce((sum, character) => {
		if (/[⺀-￯—“”…]/u.test(character)) return sum + 1;
		const isNarrow = /[ .,:;’ijlt()|/]/u.test(character);
		return sum + (isNarrow ? 0.36 : /[a-z\d]/u.test(character) ? 0.56 : 0.68);
	}, 0);

/** Whether two words must stay on one line: a name, a number and its unit, a mark and its word. */
const isJoined = (before: string, after: string) =>
	/^[\s，。；：、！？）”’』》]/u.test(after) ||
	/[（“‘《]$/u.test(before) ||
	(/\d $/u.test(before) && /^\p{Script=Han}/u.test(after)) ||
	/[^\s⺀-￯]\n[^\s⺀-￯]/u.test(`${before}\n${after}`);

/** Text broken between words into lines of at most `ems`. */
export function wrapped(text: string, ems: number): string[] {
	const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
	const words: string[] = [];
	for (const { segment } of segmenter.segment(text)) {
		const before = words.at(-1);
		if (before && isJoined(before, segment)) words.push(words.pop() + segment);
		else words.push(segment);
	}
	const lines = [''];
	for (const word of words) {
		const line = lines.at(-1) + word;
		if (lines.at(-1) && emsOf(line.trimEnd()) > ems) lines.push(word);
		else lines[lines.length - 1] = line;
	}
	return lines.map((line) => line.trimEnd());
}
