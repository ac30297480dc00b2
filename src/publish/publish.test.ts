import {
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	utimesSync,
	writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, test, vi } from 'vitest';
import { folderWith } from '../../tests/folder.ts';
import { headerRules, isHashed, isMatch } from '../base/headers.ts';
import { buildBeside, replaceFolder } from './build-beside.ts';
import { compressBelow } from './compress.ts';
import { keepFormerFiles } from './kept-files.ts';
import { headerPolicyOf, inlineHashesOf, withPolicy } from './policy.ts';
import { caddyFile, headersFile, htaccessFile, nginxFile, redirectsFile } from './server-files.ts';

/** A fresh folder of files that hold their paths. */
const folderOf = (...paths: string[]) =>
	folderWith(Object.fromEntries(paths.map((path) => [path, path])));

describe('a build beside', () => {
	test('takes the place of the former one', async () => {
		const root = folderOf('dist/old.html', 'dist.new/new.html');
		await replaceFolder(join(root, 'dist'), join(root, 'dist.new'));
		expect(existsSync(join(root, 'dist/new.html'))).toBe(true);
		expect(existsSync(join(root, 'dist/old.html'))).toBe(false);
		expect(existsSync(join(root, 'dist.old'))).toBe(false);
	});

	test('is written beside it, and takes its place though FORMER_BUILD names no folder', async () => {
		const root = folderOf('dist/old.html', 'dist.new-1/of-a-stopped-build.html');
		utimesSync(join(root, 'dist.new-1'), 0, 0);
		const outDir = pathToFileURL(join(root, 'dist/'));
		const warnings: string[] = [];
		const logger = { warn: (text: string) => warnings.push(text), info: () => {} };
		const { hooks } = buildBeside();
		let beside = outDir;
		await hooks['astro:config:setup']!({
			config: { outDir },
			command: 'build',
			updateConfig: (changed: { outDir: URL }) => (beside = changed.outDir),
		} as never);
		expect(fileURLToPath(beside)).toBe(join(root, `dist.new-${process.pid}/`));
		expect(readdirSync(root)).toEqual(['dist']);
		mkdirSync(beside);
		writeFileSync(new URL('new.html', beside), '');
		vi.stubEnv('FORMER_BUILD', join(root, 'none'));
		await hooks['astro:build:done']!({ dir: beside, logger } as never);
		vi.unstubAllEnvs();
		expect(readdirSync(outDir)).toEqual(['new.html']);
		expect(warnings.join()).toContain(`FORMER_BUILD names no folder: ${join(root, 'none')}`);
	});

	test('leaves the former one where it was when it cannot', async () => {
		const root = folderOf('dist/old.html');
		await expect(replaceFolder(join(root, 'dist'), join(root, 'dist.new'))).rejects.toThrow();
		expect(existsSync(join(root, 'dist/old.html'))).toBe(true);
	});
});

describe('files of the former build', () => {
	const now = Date.parse('2026-01-02T00:00:00Z');
	const dayMs = 86_400_000;
	const former = ['_astro/a.1.js', '_astro/a.1.js.br', 'index.html', 'pagefind/zh/x.pf_index'];

	test('are kept when their names change with their content', async () => {
		const root = folderOf('_astro/a.2.js', 'index.html');
		const kept = await keepFormerFiles(root, folderOf(...former), now);
		expect(kept).toEqual(['/_astro/a.1.js', '/pagefind/zh/x.pf_index']);
		expect(readFileSync(join(root, '_astro/a.1.js'), 'utf8')).toBe('_astro/a.1.js');
	});

	test('go after a day without them', async () => {
		const first = folderOf('index.html');
		await keepFormerFiles(first, folderOf(...former), now);
		const second = folderOf('index.html');
		expect(await keepFormerFiles(second, first, now + dayMs - 1)).toHaveLength(2);
		expect(await keepFormerFiles(folderOf('index.html'), second, now + dayMs)).toEqual([]);
	});
});

test('compressBelow writes both forms beside text, and none beside pictures', async () => {
	const root = folderOf('a/index.html', 'b.md', 'c.png');
	expect(await compressBelow(root)).toBe(2);
	expect(brotliDecompressSync(readFileSync(join(root, 'a/index.html.br'))).toString()).toBe(
		'a/index.html',
	);
	expect(gunzipSync(readFileSync(join(root, 'b.md.gz'))).toString()).toBe('b.md');
	expect(existsSync(join(root, 'c.png.br'))).toBe(false);
});

describe('the policy', () => {
	const html =
		'<!doctype html><html><head><meta charset="utf-8"><style>a{}</style></head><body><script>b()</script><script type="application/ld+json">{}</script><script src="/c.js"></script></body></html>';
	const hashes = inlineHashesOf(html);

	test('names each script and style that stands in a page, and no data', () => {
		// printf 'a{}' | openssl dgst -sha256 -binary | base64
		expect([...hashes.styles]).toEqual(["'sha256-X1RutGBrXCt9KkSaXMK7tHftWiRscFHOhxsS8tv8hBk='"]);
		expect(hashes.scripts.size).toBe(1);
	});

	test('stands before everything it governs', () => {
		expect(withPolicy(html, hashes)).toContain(
			'<head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy"',
		);
		expect(() => withPolicy('<head></head>', hashes)).toThrow(/charset/);
	});
});

describe('the header rules', () => {
	const rules = headerRules(headerPolicyOf({ scripts: new Set(), styles: new Set() }));

	test('name each header once for a file', () => {
		const paths = ['/', '/_astro/a.js', '/cards/a.png', '/en/x.md', '/pagefind/zh/x.pf_index'];
		for (const path of paths) {
			const names = rules
				.filter(({ path: pattern }) => isMatch(pattern, path))
				.flatMap(({ headers }) => Object.keys(headers));
			expect(new Set(names).size, path).toBe(names.length);
		}
	});

	test('keep for ever only what changes its name', () => {
		expect(isHashed('/_astro/a.js')).toBe(true);
		expect(isHashed('/pagefind/zh/x.pf_index')).toBe(true);
		expect(isHashed('/index.html')).toBe(false);
		expect(isHashed('/pagefind/pagefind-entry.json')).toBe(false);
	});

	test('redirect no address that has a file', () => {
		// Cloudflare Pages redirects before it looks for a file.
		expect(redirectsFile('/').match(/^\//gm)).toBeNull();
		expect(redirectsFile('/some/repo/').split('\n').slice(1, 3)).toEqual([
			'/ /some/repo/ 302',
			'/some/repo/* /:splat 200',
		]);
	});

	test.each([
		['_headers', headersFile],
		['nginx.conf', nginxFile],
		['Caddyfile', caddyFile],
		['.htaccess', htaccessFile],
	])('stand in %s, below the base path', (_name, write) => {
		const text = write(rules, '/some/repo/');
		for (const part of ['nosniff', "default-src 'none'", '/some/repo/_astro/', 'text/markdown']) {
			expect(text).toContain(part);
		}
	});
});
