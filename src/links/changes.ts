/** `content/changes.yaml`: what each edition of the site corrected, newest first. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { stringify } from 'yaml';
import { z } from 'zod';
import { throwProblems } from '../base/content-error.ts';
import { isId } from '../base/ids.ts';
import { languages, type Language } from '../base/languages.ts';
import type { BuiltPage } from '../base/built-site.ts';
import { readYaml } from '../content/data-files.ts';
import { quoteOf } from './quote.ts';

const changesFile = 'content/changes.yaml';
/** What blocks said at the last release, for the next one to compare. */
const textsFile = 'content/released-texts.json';
const head = `# What each edition corrected, newest first. npm run ids -- --release puts an edition in; then
# keep what corrects a statement and say why (why: { zh, en }).
`;

const wording = z.strictObject({ was: z.string(), now: z.string().optional() });
const change = z.strictObject({
	/** Block that changed, and the slug of its page. */
	id: z.string().refine(isId, 'is no id'),
	page: z.string(),
	zh: wording.optional(),
	en: wording.optional(),
	/** Why, in a sentence; written by hand. */
	why: z.strictObject({ zh: z.string(), en: z.string() }).optional(),
});
const editionSchema = z.strictObject({
	date: z.iso.date(),
	/** Tag of the release in the repository. */
	tag: z.string().regex(/^edition-\d{4}-\d\d-\d\d$/),
	changes: z.array(change),
});
export type Change = z.infer<typeof change>;

/** All editions. Throws a `ContentError` when the file does not fit its schema. */
export function readChanges() {
	if (!existsSync(changesFile)) return [];
	const source = { file: changesFile, text: readFileSync(changesFile, 'utf8') };
	const { value, problems } = readYaml(source, z.array(editionSchema));
	throwProblems(problems);
	return value;
}

/** All changes of blocks in a language, newest first; no `now` where the block was removed. */
export function correctionsIn(language: Language, editions = readChanges()) {
	return editions.flatMap(({ date, tag, changes }) =>
		changes.flatMap(({ id, page, why, [language]: words }) =>
			words ? { date, tag, id, page, why: why?.[language], ...words } : [],
		),
	);
}

/** Two wordings with what differs in the middle: `[start, was, now, end]`. */
export function changeIn(was: string, now: string): [string, string, string, string] {
	const shortest = Math.min(was.length, now.length);
	let start = 0;
	while (start < shortest && was[start] === now[start]) start += 1;
	let end = 0;
	while (end < shortest - start && was.at(-1 - end) === now.at(-1 - end)) end += 1;
	const middle = (text: string) => text.slice(start, text.length - end);
	return [was.slice(0, start), middle(was), middle(now), was.slice(was.length - end)];
}

/** What the blocks of each edition said at a release: page and words, by id. */
export type ReleasedTexts = Record<Language, Record<string, [page: string, words: string]>>;

/**
 * What blocks said and say, where the two differ in a language. New blocks correct nothing; a block
 * that is gone says nothing any more.
 */
export function changesBetween(before: ReleasedTexts, after: ReleasedTexts): Change[] {
	const found = new Map<string, Change>();
	for (const language of languages) {
		for (const [id, [page, was]] of Object.entries(before[language])) {
			const [newPage = page, now] = after[language][id] ?? [];
			if (was === now) continue;
			const known = found.get(id) ?? { id, page: newPage };
			found.set(id, { ...known, [language]: { was, ...(now ? { now } : {}) } });
		}
	}
	return [...found.values()];
}

/**
 * Puts an edition before the others, with what its pages say otherwise than at the last release, and
 * keeps what they say for the next one. Returns its changes.
 */
export function recordEdition(date: string, tag: string, pages: readonly BuiltPage[]): Change[] {
	// As they are quoted: sections, tables, claims, matters and terms alike.
	const texts: ReleasedTexts = { zh: {}, en: {} };
	for (const { language, slug, blocks } of pages) {
		for (const block of blocks) texts[language][block.id] = [slug, quoteOf(block, language)];
	}
	const before = existsSync(textsFile) ? readFileSync(textsFile, 'utf8') : '{"zh":{},"en":{}}';
	const changes = changesBetween(JSON.parse(before), texts);
	const editions = [{ date, tag, changes }, ...readChanges()];
	writeFileSync(changesFile, head + stringify(editions, { lineWidth: 100 }));
	// A block a line.
	const lines = JSON.stringify(texts).replace(/(?<=\{)"|(?<=\],)"/g, '\n"');
	writeFileSync(textsFile, `${lines}\n`);
	return changes;
}
