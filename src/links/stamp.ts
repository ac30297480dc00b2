/**
 * `npm run ids`: gives every block of content/{zh,en}/*.mdx an id that lacks one and brings the
 * ledger up to date with the site as it is built.
 *
 *   npm run ids                              stamp, build the pages, record
 *   npm run ids -- --accept ID…              these ids keep their meaning although all words changed
 *   npm run ids -- --accept all              every id on the site does
 *   npm run ids -- --move OLD NEW            the text of OLD now stands in NEW
 *   npm run ids -- --retire OLD NEXT REASON  OLD is gone; links to it land at NEXT
 *
 * Ends with 1 and a list when something is left that only a person can decide.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describeComplaint, type Complaint } from '../base/content-error.ts';
import { inspectContent } from '../content/inspect.ts';
import { languages } from '../base/languages.ts';
import { addressFrom } from '../base/urls.ts';
import { readBuiltSite } from '../base/built-site.ts';
import { sourceBlocksOf } from './source-blocks.ts';
import {
	ledgerComplaints,
	readLedger,
	recorded,
	redirected,
	rewrittenIds,
	writeLedger,
	type Entry,
} from './ledger.ts';
import { stamped, stampedLike } from './marks.ts';
import { mintId } from './mint.ts';
import { publishedBlocksOf, type Published } from './published.ts';

/** Where the pages are built for a look at their blocks. */
const outDir = 'node_modules/.cache/ids';

interface SourceFile {
	file: string;
	name: string;
	source: string;
}

function sourcesIn(language: string): SourceFile[] {
	const folder = join('content', language);
	if (!existsSync(folder)) return [];
	return readdirSync(folder)
		.filter((name) => name.endsWith('.mdx'))
		.sort()
		.map((name) => {
			const file = join(folder, name);
			return { file, name, source: readFileSync(file, 'utf8') };
		});
}

/** Every word that could be a published id in the data files: row and figure ids are theirs. */
function idsInData(): string[] {
	const folder = 'content/data';
	const tables = existsSync(folder) ? readdirSync(folder).filter((n) => n.endsWith('.csv')) : [];
	return tables.flatMap((name) =>
		readFileSync(join(folder, name), 'utf8')
			.split('\n')
			.map((line) => line.split(',')[0]!),
	);
}

function save({ file, source }: SourceFile, stampedSource: string, added: number): number {
	if (stampedSource !== source) writeFileSync(file, stampedSource);
	if (added > 0) console.log(`${file}: ${added} new`);
	return added;
}

/** Stamps both editions; English takes the ids of the Chinese blocks. */
function stampSources(): { added: number; complaints: Complaint[] } {
	const [originals, translations] = languages.map(sourcesIn) as [SourceFile[], SourceFile[]];
	const inSources = [...originals, ...translations].flatMap(({ source }) =>
		sourceBlocksOf(source).flatMap(({ id }) => id ?? []),
	);
	const taken = new Set([...readLedger().map(({ id }) => id), ...idsInData(), ...inSources]);
	let added = 0;
	const originalByName = new Map<string, string>();
	for (const file of originals) {
		const result = stamped(file.source, () => mintId(taken));
		added += save(file, result.source, result.added);
		originalByName.set(file.name, result.source);
	}
	const complaints: Complaint[] = [];
	for (const file of translations) {
		const original = originalByName.get(file.name);
		if (!original) continue;
		const result = stampedLike(original, file.source, file.file);
		added += save(file, result.source, result.added);
		complaints.push(...result.complaints);
	}
	return { added, complaints };
}

/** Builds the pages without the stages after them and reads their blocks. */
async function builtBlocks(): Promise<Published[]> {
	const run = spawnSync(
		process.execPath,
		['node_modules/astro/bin/astro.mjs', 'build', '--outDir', outDir],
		{ env: { ...process.env, PAGES_ONLY: '1' }, encoding: 'utf8' },
	);
	if (run.status !== 0) {
		throw new Error(`The pages cannot be built:\n${run.stdout}\n${run.stderr}`);
	}
	return publishedBlocksOf(await readBuiltSite(resolve(outDir), addressFrom(process.env)));
}

const today = () => new Date().toISOString().slice(0, 10);

function report(complaints: readonly Complaint[]): void {
	if (complaints.length === 0) return;
	console.error(`\n${complaints.map(describeComplaint).join('\n')}`);
	process.exitCode = 1;
}

/** What the ledger says after the wishes given on the command line. */
function ledgerAfter(command: string | undefined, names: string[]): Entry[] {
	const ledger = readLedger();
	const [id, to, ...reason] = names;
	if (command === '--move' && id && to) return redirected(ledger, id, to);
	if (command === '--retire' && id && to && reason.length > 0) {
		return redirected(ledger, id, to, reason.join(' '));
	}
	if (command === undefined || (command === '--accept' && id)) return ledger;
	throw new Error(
		'Usage: npm run ids [-- --accept ID… | --move OLD NEW | --retire OLD NEXT REASON]',
	);
}

async function main([command, ...names]: string[]): Promise<void> {
	const before = ledgerAfter(command, names);
	const { added, complaints } = stampSources();
	// Pages that do not build cannot be recorded; what is wrong is told as in any build.
	const unsound = [...complaints, ...(await inspectContent())];
	report(unsound);
	if (unsound.length > 0) return;
	const published = await builtBlocks();
	const vouched = command === '--accept' ? names : [];
	const accept = new Set(vouched.includes('all') ? published.map(({ id }) => id) : vouched);
	const after = recorded(before, published, { today: today(), accept });
	writeLedger(after);
	console.log(
		`${added} marks put in, ${after.length - before.length} ids new to the ledger, ${after.length} in all.`,
	);
	report(ledgerComplaints(after, published));
	const rewritten = rewrittenIds(after, published);
	if (rewritten.length > 1) {
		console.error(
			`\nIf each of these still says what it said: npm run ids -- --accept ${rewritten.join(' ')}`,
		);
	}
}

await main(process.argv.slice(2)).catch((error: Error) => {
	console.error(error.message);
	process.exitCode = 1;
});
