/**
 * Prints what linking costs: ids, share pages and cards with their bytes, the time the stages add
 * to a build with and without drawn cards at hand, and the bytes linking adds to each page.
 *
 * Usage: `npm run bench:links`. Builds the pages by itself, beside `dist/`. Exits with 1 when a
 * page is over its budget.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { build, transform } from 'esbuild';
import { addressFrom } from '../src/base/urls.ts';
import { cardCache } from '../src/links/card-files.ts';
import { permalinkStages } from '../src/links/stages.ts';
import { filesBelow, readBuiltSite } from '../src/base/built-site.ts';

/** Bytes that linking may add to a page's first load, markup, style and script together. */
const budgetBytes = 3000;

const root = resolve('node_modules/.cache/bench-links');

function brotliSize(text: string | Uint8Array): number {
	const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
	return brotliCompressSync(text, { params }).length;
}

/** Builds the pages as Astro leaves them, before any stage; the time in ms. */
function buildPages(): number {
	const startedAt = performance.now();
	const run = spawnSync(
		process.execPath,
		['node_modules/astro/bin/astro.mjs', 'build', '--outDir', root],
		{ env: { ...process.env, PAGES_ONLY: '1' }, encoding: 'utf8' },
	);
	if (run.status !== 0) throw new Error(run.stdout + run.stderr);
	return performance.now() - startedAt;
}

/** Runs our stages over the built pages; each one's time in ms, and the pages before and after. */
async function runStages() {
	const site = await readBuiltSite(root, addressFrom(process.env));
	const before = new Map(site.pages.map(({ path, html }) => [path, html]));
	const times: Record<string, number> = {};
	for (const stage of permalinkStages) {
		const startedAt = performance.now();
		await stage.run(site);
		times[stage.name] = Math.round(performance.now() - startedAt);
	}
	return { site, before, times };
}

/** Head tags of the layout that serve citing; the rest of linking is put in by the stage. */
const citationHead =
	/<meta name="citation_[^>]*>|<link rel="alternate" type="(text\/markdown|application\/(vnd\.citationstyles|x-))[^>]*>|<link rel="cite-as"[^>]*>|<script type="application\/ld\+json">.*?<\/script>/gs;

/** Script that runs on every page: arrival, the control's loader, the 404 page's element. */
async function scriptBytes(): Promise<number> {
	const elements = ['anchor-arrival', 'link-control', 'lost-link'];
	const { outputFiles } = await build({
		stdin: {
			contents: elements.map((name) => `import './${name}.ts';`).join('\n'),
			resolveDir: resolve('src/elements'),
		},
		bundle: true,
		minify: true,
		format: 'esm',
		splitting: true,
		outdir: 'unused',
		target: 'es2022',
		write: false,
	});
	const entry = outputFiles.find(({ path }) => path.endsWith('stdin.js'))!;
	const imported = outputFiles.filter(
		(file) =>
			file !== entry && new RegExp(`from"\\./${file.path.split(/[\\/]/).at(-1)}"`).test(entry.text),
	);
	return [entry, ...imported].reduce((sum, { contents }) => sum + brotliSize(contents), 0);
}

const pagesMs = buildPages();
rmSync(cardCache, { recursive: true, force: true });
const cold = await runStages();
buildPages();
const warm = await runStages();

const blocks = warm.site.pages.flatMap((page) => page.blocks);
const kinds = [...new Set(blocks.map(({ kind }) => kind))].sort();
console.log(`\n${blocks.length} ids on ${warm.site.pages.length} pages`);
console.table(
	Object.fromEntries(
		kinds.map((kind) => [kind, { ids: blocks.filter((block) => block.kind === kind).length }]),
	),
);

const sizesOf = (files: string[]) => files.map((file) => statSync(file).size);
const summary = (sizes: number[]) => ({
	files: sizes.length,
	bytes: sizes.reduce((sum, size) => sum + size, 0),
	median: sizes.toSorted((a, b) => a - b)[Math.floor(sizes.length / 2)],
	largest: Math.max(...sizes),
});
const sharePages = (await filesBelow(root, 'index.html')).filter((file) =>
	/[\\/]s[\\/]/.test(file),
);
const cards = readdirSync(join(root, 'cards')).map((name) => join(root, 'cards', name));
console.table({
	'share pages': summary(sizesOf(sharePages)),
	cards: summary(sizesOf(cards)),
	'maps for lost links': summary(
		sizesOf(['moved.json', 'links.json'].map((name) => join(root, name))),
	),
	ledger: summary(sizesOf(['content/anchors.json'])),
});

const stageNames = permalinkStages.map(({ name }) => name);
console.log(`Pages alone take ${Math.round(pagesMs)} ms; linking adds (ms):`);
console.table({
	'cold, cards drawn': Object.fromEntries(stageNames.map((name) => [name, cold.times[name]])),
	'warm, cards copied': Object.fromEntries(stageNames.map((name) => [name, warm.times[name]])),
});

const script = await scriptBytes();
// As pages carry it, without comments.
const { code: styles } = await transform(readFileSync('src/links/ui/links.css', 'utf8'), {
	loader: 'css',
	minify: true,
});
const rows = warm.site.pages.map(({ path, html }) => {
	const bare = warm.before.get(path)!.replace(citationHead, '');
	const markup = brotliSize(html) - brotliSize(bare);
	const style = brotliSize(styles);
	return [path, { markup, style, script, 'bytes (Brotli)': markup + style + script }] as const;
});
console.log('Bytes linking adds to the first load of a page, with Brotli:');
console.table(Object.fromEntries(rows));
console.log(`Budget: ${budgetBytes} bytes.`);
if (rows.some(([, row]) => row['bytes (Brotli)'] > budgetBytes)) process.exitCode = 1;
