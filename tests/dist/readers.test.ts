/** Pages as other programs read them: reader modes, and a second HTML parser. */
import { readFile } from 'node:fs/promises';
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { parse, serialize } from 'parse5';
import { expect, test } from 'vitest';
import { builtSite } from './dist.ts';

const { pages } = await builtSite();
const ofReport = pages.filter(({ article }) => article.hasAttribute('data-pages'));

test.each(ofReport)(
	'reader modes keep the notes and tables of $path, and no empty link to a block',
	async (page) => {
		const { document } = parseHTML(await readFile(page.file, 'utf8'));
		const read = new Readability(document as unknown as Document).parse();
		const { document: kept } = parseHTML(`<html><body>${read?.content}</body></html>`);
		const text = (kept.body.textContent ?? '').replace(/\s+/gu, '');
		const notes = page.blocks.filter(({ kind }) => kind === 'note');
		const lost = notes.filter(({ text: words }) => !text.includes(words.replace(/\s+/gu, '')));
		expect(lost.map(({ id }) => id)).toEqual([]);
		const tables = page.article.querySelectorAll('figure table').length;
		expect(kept.querySelectorAll('table').length).toBeGreaterThanOrEqual(tables);
		const links = [...kept.querySelectorAll('a[href^="#"]')];
		const empty = links.filter((link) => !link.textContent?.trim());
		expect(empty.map((link) => link.getAttribute('href'))).toEqual([]);
	},
);

test('a page’s tree says the same to another parser after it was written and read again', async () => {
	for (const { file, path, document } of pages) {
		const written = await readFile(file, 'utf8');
		expect(serialize(parse(document.toString())) === serialize(parse(written)), path).toBe(true);
	}
});
