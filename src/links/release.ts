/** A release: the site's ids become promises, and what changed since the last one is written down. */
import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readBuiltSite } from '../base/built-site.ts';
import { refuse } from '../base/content-error.ts';
import { languages, type Language } from '../base/languages.ts';
import { addressFrom, homeSlug } from '../base/urls.ts';
import { readChanges, writeChanges, type Change } from './changes.ts';
import { promiseComplaints, releasedIds, withReleased, writeIds } from './id-list.ts';
import { sourceBlocksOf } from './source-blocks.ts';

/** Words of a page's blocks by id, in one language. */
export type BlockTexts = Map<string, { page: string; text: string }>;

/** Words of all blocks of an edition, read from its sources. */
export function blockTexts(sources: ReadonlyMap<string, string>): BlockTexts {
	return new Map(
		[...sources].flatMap(([page, source]) =>
			sourceBlocksOf(source).flatMap(({ id, text }) => (id ? [[id, { page, text }]] : [])),
		),
	);
}

/**
 * What blocks said and say, where the two differ in a language. New blocks correct nothing; a block
 * that is gone says nothing any more.
 */
export function changesBetween(
	before: Record<Language, BlockTexts>,
	after: Record<Language, BlockTexts>,
): Change[] {
	const ids = new Set(languages.flatMap((language) => [...before[language].keys()]));
	return [...ids].flatMap((id): Change[] => {
		const parts = languages.flatMap((language) => {
			const [was, now] = [before[language].get(id), after[language].get(id)];
			if (!was || was.text === now?.text) return [];
			return [[language, { was: was.text, ...(now ? { now: now.text } : {}) }] as const];
		});
		const page = after.zh.get(id)?.page ?? before.zh.get(id)?.page ?? homeSlug;
		return parts.length > 0 ? [{ id, page, ...Object.fromEntries(parts) }] : [];
	});
}

const git = (...parts: string[]) => execFileSync('git', parts, { encoding: 'utf8' });
const slugOf = (file: string) => file.replace(/^.*\/|\.mdx$/g, '');

function sourcesAt(tag: string, language: Language): Map<string, string> {
	const files = git('ls-tree', '--name-only', tag, `content/${language}/`).split('\n');
	return new Map(
		files
			.filter((file) => file.endsWith('.mdx'))
			.map((file) => [slugOf(file), git('show', `${tag}:${file}`)]),
	);
}

function sourcesNow(language: Language): Map<string, string> {
	const folder = join('content', language);
	return new Map(
		readdirSync(folder)
			.filter((name) => name.endsWith('.mdx'))
			.map((name) => [slugOf(name), readFileSync(join(folder, name), 'utf8')]),
	);
}

const byLanguage = <Value>(of: (language: Language) => Value) =>
	Object.fromEntries(languages.map((language) => [language, of(language)])) as Record<
		Language,
		Value
	>;

/** Builds the site, records its ids and writes the changes since the last release. */
export async function release(): Promise<void> {
	const { ids, complaints } = releasedIds();
	refuse(complaints);
	const built = spawnSync(process.execPath, ['node_modules/astro/bin/astro.mjs', 'build'], {
		stdio: 'inherit',
	});
	if (built.status !== 0) throw new Error('The site cannot be built; nothing is released.');
	const { pages } = await readBuiltSite(resolve('dist'), addressFrom(process.env));
	const onSite = new Set(pages.flatMap(({ blocks }) => blocks.map(({ id }) => id)));
	refuse(promiseComplaints(ids, onSite));
	const all = withReleased(ids, onSite);
	writeIds(all);

	const editions = readChanges();
	const date = new Date().toISOString().slice(0, 10);
	const tag = `edition-${date}`;
	const last = editions[0]?.tag;
	const changes = last
		? changesBetween(
				byLanguage((language) => blockTexts(sourcesAt(last, language))),
				byLanguage((language) => blockTexts(sourcesNow(language))),
			)
		: [];
	writeChanges([{ date, tag, changes }, ...editions.filter((edition) => edition.tag !== tag)]);
	console.log(
		`${all.length - ids.length} ids released, ${all.length} in all; ${changes.length} changes since ${last ?? 'the beginning'}.
Edit content/changes.yaml: keep what corrects a statement, say why. Then commit and git tag ${tag}.`,
	);
}
