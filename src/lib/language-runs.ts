import { languageTags, type Language } from './languages.ts';

/** A piece of text; `lang` where it is not in the language around it. */
export interface LanguageRun {
	text: string;
	lang?: string;
}

/** Han characters with the Chinese punctuation and digits between them. */
const hanRun =
	/\p{Script=Han}(?:[\p{Script=Han}\d\s，。、；：！？（）《》“”‘’·—]*[\p{Script=Han}）》。])?/gu;

/**
 * Cuts a text where its language changes, for `lang` (WCAG 2.2, SC 3.1.2). In an English text each
 * run of Han is Chinese. In a Chinese text names in Latin letters are at home; only a text without
 * any Han is English.
 */
export function languageRunsOf(text: string, language: Language): LanguageRun[] {
	if (language === 'zh') {
		return /\p{Script=Han}/u.test(text) || !/\p{Script=Latin}{2}/u.test(text)
			? [{ text }]
			: [{ text, lang: languageTags.en }];
	}
	const runs: LanguageRun[] = [];
	let end = 0;
	for (const { 0: han, index } of text.matchAll(hanRun)) {
		if (index > end) runs.push({ text: text.slice(end, index) });
		runs.push({ text: han, lang: languageTags.zh });
		end = index + han.length;
	}
	if (end < text.length) runs.push({ text: text.slice(end) });
	return runs;
}
