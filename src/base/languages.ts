/**
 * The languages of the site, the default one first, with their BCP 47 tags. The default language
 * is served at the root, each other one below `/<language>/`. A further language is a line here, a
 * dictionary in `words/` and a folder in `content/`.
 */
export const languageTags = { zh: 'zh-Hans', en: 'en' } as const;
export type Language = keyof typeof languageTags;
export const languages = Object.keys(languageTags) as [Language, ...Language[]];
export const defaultLanguage: Language = languages[0];

/** Whether a language is written in Han characters, in which its texts are then measured. */
export const isHan = (language: Language) => languageTags[language].includes('-Han');

/** English name of a language, for messages to writers: Chinese. */
export const languageName = (language: Language) =>
	new Intl.DisplayNames('en', { type: 'language' }).of(language)!;

/** Tags with a region, as citations and link previews name languages. */
export const localeTags: Record<Language, string> = { zh: 'zh-CN', en: 'en-GB' };

/** The same as Open Graph writes it: `zh_CN`. */
export const openGraphLocale = (language: Language) => localeTags[language].replace('-', '_');

/** Punctuation by which a language joins texts; `gap` goes between two sentences. */
export const punctuation: Record<
	Language,
	Record<'colon' | 'semicolon' | 'comma' | 'listComma' | 'stop' | 'gap', string>
> = {
	zh: { colon: '：', semicolon: '；', comma: '，', listComma: '、', stop: '。', gap: '' },
	en: { colon: ': ', semicolon: '; ', comma: ', ', listComma: ', ', stop: '.', gap: ' ' },
};

/** Root-relative path of a language's home page: `/`, `/en/`. */
export const rootOf = (language: Language) =>
	language === defaultLanguage ? '/' : `/${language}/`;

/** The language a root-relative or based path belongs to: `/repo/en/risks/` is English. */
export function languageOfPath(path: string, base = '/'): Language {
	const [folder] = path.startsWith(base) ? path.slice(base.length).split('/') : [];
	return languages.find((language) => language === folder) ?? defaultLanguage;
}

/** The language of a `lang` attribute; the default one where it names none. */
export function languageOfTag(tag: string): Language {
	return languages.find((language) => languageTags[language] === tag) ?? defaultLanguage;
}

/** The edition beside this one. */
export const otherLanguage = (language: Language) => languages.find((one) => one !== language)!;
