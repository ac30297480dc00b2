import { defaultLanguage, languages, type Language } from '../base/languages.ts';

/** The language of a content file, by its folder; the default one for text without a file. */
export function contentLanguage(file: URL | undefined): Language {
	const path = file?.pathname ?? '';
	return languages.find((language) => path.includes(`/content/${language}/`)) ?? defaultLanguage;
}
