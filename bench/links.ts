/**
 * Prints what linking costs: ids, share pages and cards with their bytes, and the bytes linking adds
 * to the first load of each page. How long its stages take: `npm run bench:build`.
 *
 * Usage: `npm run build && npm run bench:links`. Exits with 1 when a page is over its budget.
 */
import { readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build, transform } from 'esbuild';
import { addressFrom } from '../src/base/urls.ts';
import { filesBelow, readBuiltSite } from '../src/base/built-site.ts';
import { brotliSize, quantile, sum } from './measure.ts';

/** Bytes that linking may add to a page's first load, markup, style and script together. */
const budgetBytes = 3000;
const root = resolve('dist');

/** What serves citing in a page's head, put there by the layout. */
const citationTags = [
	'meta[name^="dc:"], meta[name^="z:"], meta[property^="article:"]',
	'link[rel="cite-as"], link[rel="alternate"][type], script[type="application/ld+json"]',
].join(', ');

/** A page's markup without the parts that serve linking. */
function withoutLinking(document: Document): string {
	const bare = document.cloneNode(true) as Document;
	const added = `${citationTags}, .permalink, .former, meta[property^="og:image"]`;
	for (const part of bare.querySelectorAll(added)) part.remove();
	return bare.toString();
}

/** Script that runs on every page: arrival, and the control's loader. */
async function scriptBytes(): Promise<number> {
	const elements = ['anchor-arrival', 'link-control'];
	const { outputFiles } = await build({
		stdin: {
			contents: elements.map((name) => `import './${name}.ts';`).join('\n'),
			resolveDir: resolve('src/links/ui'),
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
	const isImported = (path: string) =>
		new RegExp(`from"\\./${path.split(/[\\/]/).at(-1)}"`).test(entry.text);
	const loaded = outputFiles.filter((file) => file === entry || isImported(file.path));
	return sum(loaded.map(({ contents }) => brotliSize(contents)));
}

const { pages } = await readBuiltSite(root, addressFrom(process.env));
const kinds = pages.flatMap(({ blocks }) => blocks.map(({ kind }) => kind));
const countOf = (kind: string) => ({ ids: kinds.filter((one) => one === kind).length });
console.log(`\n${kinds.length} ids on ${pages.length} pages`);
console.table(Object.fromEntries([...new Set(kinds)].map((kind) => [kind, countOf(kind)])));

const summary = (files: string[]) => {
	const sizes = files.map((file) => statSync(file).size);
	const [median, largest] = [quantile(sizes), Math.max(0, ...sizes)];
	return { files: sizes.length, bytes: sum(sizes), median, largest };
};
const isSharePage = (file: string) => /[\\/]s[\\/]/.test(file);
console.table({
	'share pages': summary((await filesBelow(root, 'index.html')).filter(isSharePage)),
	cards: summary(await filesBelow(join(root, 'cards'))),
	'maps of places': summary([join(root, 'links.json'), join(root, 'en/links.json')]),
});

const script = await scriptBytes();
// As pages carry it, without comments.
const { code } = await transform(readFileSync('src/links/ui/links.css', 'utf8'), {
	loader: 'css',
	minify: true,
});
const style = brotliSize(code);
const rows = pages.map(({ path, document }) => {
	const markup = brotliSize(document.toString()) - brotliSize(withoutLinking(document));
	return [path, { markup, style, script, 'bytes (Brotli)': markup + style + script }] as const;
});
console.log('Bytes linking adds to the first load of a page, with Brotli:');
console.table(Object.fromEntries(rows));
console.log(`Budget: ${budgetBytes} bytes a page.`);
if (rows.some(([, row]) => row['bytes (Brotli)'] > budgetBytes)) process.exitCode = 1;
