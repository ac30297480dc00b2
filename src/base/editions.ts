import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { languages, type Language } from './languages.ts';

/** Editions that exist: a language is published once its folder stands in `content/`. */
export function publishedLanguages(root = process.cwd()): Language[] {
	return languages.filter((language) => existsSync(join(root, 'content', language)));
}

/** Paths of a page under `[...edition]/`: `undefined` is the Chinese edition at the root. */
export function editionPaths() {
	return publishedLanguages().map((language) => ({
		params: { edition: language === 'zh' ? undefined : language },
		props: { language },
	}));
}
