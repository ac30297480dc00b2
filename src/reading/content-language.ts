import { languageOfPath, type Language } from '../base/languages.ts';

/** The language of a content file, by its folder; the default one for text without a file. */
export const contentLanguage = (file: URL | undefined): Language =>
	languageOfPath(file?.pathname.split('/content').at(-1) ?? '');
