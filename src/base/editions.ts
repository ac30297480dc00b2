import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { defaultLanguage, languages, type Language } from './languages.ts';

/** Editions that exist: another language is published once its folder is in `content/`. */
export const publishedLanguages = (root = process.cwd()): Language[] =>
	languages.filter(
		(language) => language === defaultLanguage || existsSync(join(root, 'content', language)),
	);

/** Paths of a page under `[...edition]/`: `undefined` is the default language at the root. */
export const editionPaths = () =>
	publishedLanguages().map((language) => ({
		params: { edition: language === defaultLanguage ? undefined : language },
	}));
