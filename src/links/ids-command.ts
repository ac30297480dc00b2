/**
 * `npm run ids`: gives every block of content/{zh,en}/*.mdx an id that has none; English blocks
 * take the ids of the Chinese ones. A second run changes nothing.
 *
 *   npm run ids                 put ids in
 *   npm run ids -- --release    also build the site, record its ids in content/ids as released, and
 *                               write what changed since the last release into content/changes.yaml
 */
import { spawnSync } from 'node:child_process';
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { readBuiltSite } from '../base/built-site.ts';
import { throwProblems, type Problem } from '../base/content-error.ts';
import { languages, type Language } from '../base/languages.ts';
import { addressFrom } from '../base/urls.ts';
import { readClaims } from '../content/readers.ts';
import { readReleases, recordRelease } from './changes.ts';
import { idProblems, idFile, releasedIds, withReleased } from './id-list.ts';
import { mintId, sourceBlocksOf, stamped, stampedLike } from './source-blocks.ts';

/** A file's text in the last commit; nothing where there is none, or no repository. */
const committed = (path: string) =>
	spawnSync('git', ['show', `HEAD:${path}`], { encoding: 'utf8' }).stdout ?? '';

const pageFiles = (language: Language) => globSync(`content/${language}/[!.]*.mdx`).sort();
const fileText = (file: string) => readFileSync(file, 'utf8');

/** Ids in use or released; rows of tables carry theirs in their cells. */
function idsTaken(): Set<string> {
	const cells = globSync('content/data/*.csv').flatMap((file) => fileText(file).split(/[\n,]/));
	const written = languages
		.flatMap(pageFiles)
		.flatMap((file) => sourceBlocksOf(file, fileText(file)));
	return new Set([...cells, ...[...releasedIds(), ...written].flatMap(({ id }) => id ?? [])]);
}

/** Puts ids into all sources. Returns what a writer must decide. */
function stampSources(): Problem[] {
	const taken = idsTaken();
	const problems: Problem[] = [];
	const [original, ...others] = languages;
	let changed = 0;
	const save = (file: string, was: string, now: string) => {
		if (was === now) return;
		writeFileSync(file, now);
		changed += 1;
		const known = new Set(sourceBlocksOf(file, was).map(({ id }) => id));
		const added = sourceBlocksOf(file, now).filter(({ id }) => !known.has(id));
		console.log(added.map(({ id, line }) => `${file}:${line}  ${id}`).join('\n'));
	};
	for (const file of pageFiles(original)) {
		const source = fileText(file);
		const before = sourceBlocksOf(file, committed(file));
		const texts = new Map(before.map(({ id, text }) => [id ?? '', text]));
		const marked = stamped(file, source, () => mintId(taken), texts);
		save(file, source, marked);
		for (const language of others) {
			const translation = file.replace(`/${original}/`, `/${language}/`);
			if (!existsSync(translation)) continue;
			const text = fileText(translation);
			const like = stampedLike(marked, translation, text);
			save(translation, text, like.source);
			problems.push(...like.problems);
		}
	}
	if (changed === 0) console.log('Every block has its id.');
	return problems;
}

/** Builds the site, records its ids as released and writes what changed since the last release. */
async function release(): Promise<void> {
	const [last] = readReleases();
	const date = new Date().toISOString().slice(0, 10);
	const tag = `release-${date}`;
	if (last?.tag === tag) {
		throw new Error(
			`content/changes.yaml already has ${tag}: a day has one release. Take that release back, or release tomorrow.`,
		);
	}
	const built = spawnSync(process.execPath, ['node_modules/astro/bin/astro.mjs', 'build'], {
		stdio: 'inherit',
	});
	if (built.status !== 0) throw new Error('The site cannot be built; nothing is released.');
	const { pages } = await readBuiltSite(resolve('dist'), addressFrom(process.env));
	const onSite = new Set(pages.flatMap(({ blocks }) => blocks.map(({ id }) => id)));
	throwProblems(idProblems(onSite));
	const before = releasedIds().length;
	writeFileSync(idFile, withReleased(onSite));
	const changes = recordRelease(date, tag, pages);
	const numbers = readClaims().map(({ number, id }) => `${number} ${id}\n`);
	writeFileSync('content/claim-numbers', numbers.join(''));
	const count = releasedIds().length;
	console.log(
		`${count - before} ids released, ${count} in all; ${changes.length} changes since ${last?.tag ?? 'the beginning'}.
Edit content/changes.yaml: keep what corrects a statement, say why. Then commit and git tag ${tag}.`,
	);
}

const options = process.argv.slice(2);
try {
	if (options.some((option) => option !== '--release')) {
		throw new Error('Usage: npm run ids [-- --release]');
	}
	throwProblems(stampSources());
	if (options.length > 0) await release();
} catch (error) {
	console.error((error as Error).message);
	process.exitCode = 1;
}
