/** `content/changes.yaml`: what each release of the text corrected, newest first. */
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
const head = `# What each release corrected, newest first. npm run ids -- --release adds one; then
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
const releaseSchema = z.strictObject({
	date: z.iso.date(),
	/** Its tag in the repository. */
	tag: z.string().regex(/^release-\d{4}-\d\d-\d\d$/),
	changes: z.array(change),
});
export type Change = z.infer<typeof change>;

/** All releases, newest first. Throws a `ContentError` when the file does not fit its schema. */
export function readReleases() {
	if (!existsSync(changesFile)) return [];
	const source = { file: changesFile, text: readFileSync(changesFile, 'utf8') };
	const { value, problems } = readYaml(source, z.array(releaseSchema));
	throwProblems(problems);
	return value;
}

/** All changes of blocks in a language, newest first; no `now` where the block was removed. */
export function correctionsIn(language: Language, releases = readReleases()) {
	return releases.flatMap(({ date, tag, changes }) =>
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

/** What the blocks said at a release, in each language: page and words, by id. */
export type ReleasedTexts = Record<Language, Record<string, [page: string, words: string]>>;

/**
 * What blocks said and say, where the two differ in a language. A new block is no correction; of a
 * block that is gone, only what it said is given.
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
 * Writes a release into the list, with the blocks that changed since the last one, and keeps the
 * present texts for the next. Returns the changes.
 */
export function recordRelease(date: string, tag: string, pages: readonly BuiltPage[]): Change[] {
	// As they are quoted: sections, tables, claims, matters and terms alike.
	const texts: ReleasedTexts = { zh: {}, en: {} };
	for (const { language, slug, blocks } of pages) {
		for (const block of blocks) texts[language][block.id] = [slug, quoteOf(block, language)];
	}
	const before = existsSync(textsFile) ? readFileSync(textsFile, 'utf8') : '{"zh":{},"en":{}}';
	const changes = changesBetween(JSON.parse(before), texts);
	const releases = [{ date, tag, changes }, ...readReleases()];
	writeFileSync(changesFile, head + stringify(releases, { lineWidth: 100 }));
	// A block a line.
	const lines = JSON.stringify(texts).replace(/(?<=\{)"|(?<=\],)"/g, '\n"');
	writeFileSync(textsFile, `${lines}\n`);
	return changes;
}
