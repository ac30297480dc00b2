import { languageTags, type Language } from './languages.ts';
import { namePiecesOf } from './unbroken-names.ts';

/** A piece of text; `lang` where it is not in the language around it. */
export interface LanguageRun {
	text: string;
	lang?: string;
	/** Whether it is a name that stays on one line. */
	isName?: true | undefined;
}

/** Han characters with the Chinese punctuation and digits between them. */
const hanRun =
	/\p{Script=Han}(?:[\p{Script=Han}\d\s，。、；：！？（）《》“”‘’·—]*[\p{Script=Han}）》。])?/gu;

/** Latin words in a row, with the punctuation English sets between them. */
const latinRun = /[A-Za-z0-9][\w&'’./+-]*(?:[,;:]? ?[ /(][/(]? ?[\w&'’./+-]*[\w]\)?)+/g;

/** An English word, not part of a name: names begin with a capital. */
const plainWord = /(?<![\w-])[a-z]{3,}/;

/** Cuts a text into what a pattern finds and what is between, and that at its names. */
function runsOf(text: string, pattern: RegExp, lang: string): LanguageRun[] {
	const runs: LanguageRun[] = [];
	let end = 0;
	for (const { 0: found, index } of text.matchAll(pattern)) {
		if (lang === languageTags.en && !plainWord.test(found)) continue;
		runs.push(...namePiecesOf(text.slice(end, index)), { text: found, lang });
		end = index + found.length;
	}
	return [...runs, ...namePiecesOf(text.slice(end))];
}

/**
 * Cuts running text at its phrases in another language: in Chinese at `Ready for prime time`,
 * `pairwise loss`. Names and single words in Latin letters (GPT-3.5, OpenAI Codex, bug) are usual in
 * Chinese. In English, writers mark the phrases.
 */
export const phraseRunsOf = (text: string, language: Language): LanguageRun[] =>
	language === 'zh' ? runsOf(text, latinRun, languageTags.en) : namePiecesOf(text);

/**
 * Cuts a text where its language changes, for `lang` (WCAG 2.2, SC 3.1.2). In an English text each
 * run of Han is Chinese. In a Chinese text each phrase is English, and so is a text without any Han.
 */
export function languageRunsOf(text: string, language: Language): LanguageRun[] {
	if (language === 'en') return runsOf(text, hanRun, languageTags.zh);
	const isLatin = !/\p{Script=Han}/u.test(text) && /\p{Script=Latin}{2}/u.test(text);
	return isLatin ? [{ text, lang: languageTags.en }] : phraseRunsOf(text, language);
}
