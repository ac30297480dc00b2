/** The two editions. Chinese is the default and lives at the root; English below `/en/`. */
export const languages = ['zh', 'en'] as const;
export type Language = (typeof languages)[number];

/** A text that exists in both editions. */
export type Bilingual = Record<Language, string>;

/** BCP 47 tags as they stand in `lang` and `hreflang`. */
export const languageTags = { zh: 'zh-Hans', en: 'en' } as const satisfies Bilingual;

/** The edition a root-relative or based path belongs to: `/repo/en/risks/` is English. */
export function languageOfPath(path: string, base = '/'): Language {
	return path.startsWith(`${base}en/`) || path === `${base}en` ? 'en' : 'zh';
}

/** The language of a `lang` attribute; Chinese where it names no other edition. */
export function languageOfTag(tag: string): Language {
	return languages.find((language) => languageTags[language] === tag) ?? 'zh';
}
