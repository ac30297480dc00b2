import { fileURLToPath } from 'node:url';
import { languages, type Language } from '../base/languages.ts';

/** The edition a content file belongs to, by its folder; `undefined` for text without such a file. */
export function contentLanguage(file: URL | undefined): Language | undefined {
	const path = file ? fileURLToPath(file) : '';
	return languages.find((language) => path.includes(`/content/${language}/`));
}
