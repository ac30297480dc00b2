/**
 * `npm run ids`: gives every block of content/{zh,en}/*.mdx an id that has none; English blocks
 * take the ids of the Chinese ones. A second run changes nothing.
 *
 *   npm run ids                 put ids in
 *   npm run ids -- --release    also build the site, record its ids in content/ids as released, and
 *                               write what changed since the last release into content/changes.yaml
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeComplaint, type Complaint } from '../base/content-error.ts';
import { languages, type Language } from '../base/languages.ts';
import { releasedIds } from './id-list.ts';
import { mintId } from './mint.ts';
import { release } from './release.ts';
import { sourceBlocksOf } from './source-blocks.ts';
import { stamped, stampedLike, type Stamped } from './stamp.ts';

interface SourceFile {
	file: string;
	name: string;
	source: string;
}

function sourcesIn(language: Language): SourceFile[] {
	const folder = join('content', language);
	if (!existsSync(folder)) return [];
	return readdirSync(folder)
		.filter((name) => /^[^.].*\.mdx$/.test(name))
		.sort()
		.map((name) => {
			const file = join(folder, name);
			return { file, name, source: readFileSync(file, 'utf8') };
		});
}

/** First cells of the tables: ids of figures' rows are written there. */
function idsInData(folder = 'content/data'): string[] {
	return readdirSync(folder)
		.filter((name) => name.endsWith('.csv'))
		.flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n'))
		.map((line) => line.split(',')[0]!);
}

function save({ file, source }: SourceFile, result: Stamped): number {
	if (result.source !== source) writeFileSync(file, result.source);
	if (result.added > 0) console.log(`${file}: ${result.added} ids put in`);
	return result.added;
}

/** Puts ids into all sources; the number put in, and what a writer must decide. */
function stampSources(): { added: number; complaints: Complaint[] } {
	const [originals, ...others] = languages.map(sourcesIn) as [SourceFile[], ...SourceFile[][]];
	const translations = others.flat();
	const written = [...originals, ...translations].flatMap(({ source }) =>
		sourceBlocksOf(source).flatMap(({ id }) => id ?? []),
	);
	const taken = new Set([...releasedIds().ids.map(({ id }) => id), ...idsInData(), ...written]);
	const complaints: Complaint[] = [];
	let added = 0;
	for (const original of originals) {
		const result = stamped(original.source, () => mintId(taken));
		added += save(original, result);
		for (const translation of translations.filter(({ name }) => name === original.name)) {
			const like = stampedLike(result.source, translation.source, translation.file);
			added += save(translation, like);
			complaints.push(...like.complaints);
		}
	}
	return { added, complaints };
}

async function main(options: string[]): Promise<void> {
	if (options.some((option) => option !== '--release')) {
		throw new Error('Usage: npm run ids [-- --release]');
	}
	const { added, complaints } = stampSources();
	console.log(added === 0 ? 'Every block has its id.' : `${added} ids put in.`);
	if (complaints.length > 0) {
		console.error(complaints.map(describeComplaint).join('\n'));
		process.exitCode = 1;
		return;
	}
	if (options.length > 0) await release();
}

await main(process.argv.slice(2)).catch((error: Error) => {
	console.error(error.message);
	process.exitCode = 1;
});
