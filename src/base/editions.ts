import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { defaultLanguage, languages, type Language } from './languages.ts';

/** Editions that exist: a language is published once its folder is in `content/`. */
export function publishedLanguages(root = process.cwd()): Language[] {
	return languages.filter((language) => existsSync(join(root, 'content', language)));
}

/** Paths of a page under `[...edition]/`: `undefined` is the default language at the root. */
export function editionPaths() {
	return publishedLanguages().map((language) => ({
		params: { edition: language === defaultLanguage ? undefined : language },
	}));
}
