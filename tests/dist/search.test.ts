import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { close, createIndex } from 'pagefind';
import { afterAll, describe, expect, test } from 'vitest';
import { filesBelow } from '../../src/base/built-site.ts';
import { pathOf, urlOf, withBase } from '../../src/base/urls.ts';
import { readClaims, readConcordance } from '../../src/content/readers.ts';
import { recordsOf } from '../../src/search/build/records.ts';
import { grammars } from '../../src/search/grammars.ts';
import { tableFiles, type WordTable } from '../../src/search/hit.ts';
import { languages } from '../../src/base/languages.ts';
import { address, dist, htmlAt, pagesIn } from './dist.ts';

afterAll(close);

describe.each(languages)('the records of the %s edition', async (language) => {
	const ours = await pagesIn(language);
	const records = recordsOf(ours, language === 'zh' ? readConcordance() : {});

	test('hold every block once, with an address of its own that exists', () => {
		expect(records.length).toBeGreaterThan(300);
		const paths = records.map(({ path }) => path);
		expect(new Set(paths).size).toBe(paths.length);
		const lost = paths.filter((path) => {
			const [page, id] = path.replace(/~$/, '').split('#') as [string, string];
			return !ours.find((one) => one.path === page)?.document.getElementById(id);
		});
		expect(lost).toEqual([]);
	});

	test('are in the order of the rules', () => {
		const chapters = records.filter(({ place }) => place === 'chapter').length;
		expect(records.slice(0, chapters).every(({ place }) => place === 'chapter')).toBe(true);
		expect(records[0]!.kind).toBe('title');
		expect(records.at(-1)!.place).toBe('note');
	});

	const folder = join(dist, 'pagefind', language);
	const jsonIn = async (file: string) => JSON.parse(await readFile(join(folder, file), 'utf8'));

	test('are in Pagefind’s bundle, each with its file, beside unmodified files', async () => {
		const fragments = await filesBelow(folder, '.pf_fragment');
		// One more record ends the files of the index.
		expect(fragments).toHaveLength(records.length + 1);
		const entry = await jsonIn('pagefind-entry.json');
		expect(Object.keys(entry.languages)).toEqual([language === 'en' ? 'en' : 'unknown']);
		const { index } = await createIndex({ forceLanguage: 'unknown' });
		const { files } = await index!.getFiles();
		const script = Buffer.from(files.find(({ path }) => path === 'pagefind.js')!.content);
		expect((await readFile(join(folder, 'pagefind.js'))).equals(script)).toBe(true);
	});

	test('are in files of the index that end where this site wants it', async () => {
		const files = await filesBelow(folder, '.pf_index');
		const { ends } = (await jsonIn(tableFiles.words)) as WordTable;
		const { version } = await jsonIn('pagefind-entry.json');
		expect(files, `Pagefind ${version} ends files elsewhere`).toHaveLength(ends.split(' ').length);
		const sizes = await Promise.all(files.map(async (file) => (await stat(file)).size));
		expect(Math.max(...sizes), `Pagefind ${version} writes larger files`).toBeLessThan(16_000);
	});

	test('have the kind of what they lead to', () => {
		const kindsOf = (page: string) => {
			const there = records.filter(({ path }) => path.includes(`/${page}/#`));
			const kinds = there.map(({ kind }) => kind);
			return new Set(kinds.filter((kind) => !/title|heading|abstract/.test(kind)));
		};
		expect(kindsOf('claims')).toEqual(new Set(['claim', 'figure']));
		expect(kindsOf('notes')).toEqual(new Set(['errata']));
		expect(kindsOf('glossary')).toEqual(new Set(['term']));
		expect(kindsOf('technical-logic')).toEqual(new Set(['text', 'note', 'figure', 'code']));
	});

	test('can be asked without script, from a page that lists all sections', async () => {
		const { document } = parseHTML(await htmlAt(pathOf('search', language)));
		expect(document.querySelectorAll('main .all-sections a').length).toBeGreaterThan(20);
		const form = document.querySelector('main :is(search, [role="search"]) form');
		const action = withBase(pathOf('search', language), address.base);
		expect(form?.getAttribute('action')).toBe(action);
		expect(form?.querySelector('input')?.getAttribute('name')).toBe('q');
	});

	test('can be asked from a browser’s address bar', async () => {
		const file = await readFile(join(dist, pathOf('index', language), 'opensearch.xml'), 'utf8');
		expect(file).toContain(`${urlOf(pathOf('search', language), address)}?q={searchTerms}`);
		const head = ours[0]!.document.querySelector('link[rel="search"]');
		expect(head?.getAttribute('href')).toContain(`${pathOf('index', language)}opensearch.xml`);
	});
});

test('the concordance holds pairs and words of claims, sorted, and no run of text', () => {
	const ids = new Set(readClaims().map(({ id }) => id));
	const entries = Object.entries(readConcordance());
	expect(entries.length).toBeGreaterThan(80);
	for (const [claim, text] of entries) {
		const pieces = text.split(' ');
		expect(ids.has(claim), claim).toBe(true);
		expect(pieces).toEqual([...new Set(pieces)].sort());
		expect(pieces.filter((piece) => /\p{Script=Han}{3}/u.test(piece))).toEqual([]);
	}
});

/** What the index relies on, besides Pagefind's documentation. Checked against the built files. */
test('this release of Pagefind keeps the words of the index as they were written', async () => {
	const version = JSON.parse(await readFile('node_modules/pagefind/package.json', 'utf8')).version;
	const { index } = await createIndex({ forceLanguage: 'unknown' });
	const words = grammars.zh.queryCodes('人类反馈强化学习（RLHF）的 3.5 倍，40%');
	const record = { url: '/a/#b', content: words.join(' '), language: 'unknown' };
	const { file, errors } = await index!.addCustomRecord({ ...record, filters: { record: ['{}'] } });
	expect([errors, file.url], `Pagefind ${version}`).toEqual([[], '/a/#b']);
	expect(file.uniqueWords, `Pagefind ${version} cuts or joins the words of the index`).toBe(
		new Set(words).size,
	);
});
