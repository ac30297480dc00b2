/**
 * Each kind of address on real web servers, with the configuration the build writes.
 * `npm run servers` prints what each server answered.
 */
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { filesBelow } from '../../src/base/built-site.ts';
import { headerRules, immutable, revalidated } from '../../src/base/headers.ts';
import { compressBelow } from '../../src/publish/compress.ts';
import { headerPolicyOf, inlineHashesOf } from '../../src/publish/policy.ts';
import { caddyFile, headersFile, htaccessFile, nginxFile } from '../../src/publish/server-files.ts';
import { scratchFolder, webServers, type Running } from './start.ts';

const built = 'dist';
/** What `npm run pdf` would have written; servers look at the name only. */
const pdf = { path: '/report.zh.pdf', content: Buffer.from(`%PDF-1.7\n${'中文 '.repeat(20_000)}`) };

/** One built file of each kind, by the ending or the folder of its address. */
async function samples(): Promise<Record<string, string>> {
	const files = (await filesBelow(built)).map((file) =>
		file.slice(built.length).replaceAll('\\', '/'),
	);
	const first = (pattern: RegExp) => {
		const path = files.find((file) => pattern.test(file));
		if (!path) throw new Error(`no built file like ${pattern}`);
		return path;
	};
	return {
		home: '/index.html',
		section: first(/^\/risks\/index\.html$/),
		share: first(/^\/s\/[^/]+\/index\.html$/),
		lost: '/404.html',
		md: first(/^\/risks\.md$/),
		csv: first(/\.csv$/),
		bib: first(/\.bib$/),
		ris: first(/\.ris$/),
		txt: first(/^\/robots\.txt$/),
		xml: first(/\.xml$/),
		json: first(/^\/claims\.json$/),
		svg: first(/\.svg$/),
		script: first(/^\/_astro\/.+\.js$/),
		card: first(/^\/cards\/.+\.png$/),
		pdf: pdf.path,
		index: first(/\.pf_index$/),
	};
}

interface Expected {
	status: number;
	type: string;
	cache: string;
	isText: boolean;
}

const page: Expected = {
	status: 200,
	type: 'text/html; charset=utf-8',
	cache: revalidated,
	isText: true,
};
const text = (type: string): Expected => ({ ...page, type: `${type}; charset=utf-8` });

const expectations: Record<string, Expected> = {
	home: page,
	section: page,
	share: page,
	md: text('text/markdown'),
	csv: text('text/csv'),
	bib: text('text/x-bibtex'),
	ris: text('application/x-research-info-systems'),
	txt: text('text/plain'),
	xml: text('application/xml'),
	json: text('application/json'),
	svg: text('image/svg+xml'),
	script: { ...text('text/javascript'), cache: immutable },
	card: { status: 200, type: 'image/png', cache: immutable, isText: false },
	pdf: { status: 200, type: 'application/pdf', cache: revalidated, isText: false },
	index: { status: 200, type: '', cache: immutable, isText: false },
};

/** Encodings a server has without further modules; python's knows none, and no types of ours. */
const encodings: Record<string, string | undefined> = {
	preview: 'br',
	nginx: 'gzip',
	caddy: 'br',
	apache2: 'br',
};

const table: string[][] = [];
const paths = await samples();
/** Bytes of what is served at a path. */
const contentOf = (path: string) =>
	path === pdf.path ? pdf.content : readFileSync(join(built, path));
const folder = mkdtempSync(join(tmpdir(), 'servers-'));
chmodSync(folder, 0o755);

/** Lays the samples and the servers' files below a base path. */
async function lay(base: string): Promise<string> {
	const root = scratchFolder(folder, `www${base.replaceAll('/', '-')}`);
	const site = join(root, base);
	for (const path of Object.values(paths)) {
		mkdirSync(dirname(join(site, path)), { recursive: true });
		writeFileSync(join(site, path), contentOf(path));
	}
	await compressBelow(site);
	const hashes = inlineHashesOf(readFileSync(join(built, 'index.html'), 'utf8'));
	const rules = headerRules(headerPolicyOf(hashes));
	mkdirSync(join(site, '.servers'), { recursive: true });
	writeFileSync(join(site, '_headers'), headersFile(rules, base));
	writeFileSync(join(site, '.htaccess'), htaccessFile(rules, base));
	writeFileSync(join(site, '.servers/nginx.conf'), nginxFile(rules, base));
	writeFileSync(join(site, '.servers/Caddyfile'), caddyFile(rules, base));
	return root;
}

afterAll(() => {
	rmSync(folder, { recursive: true, force: true });
	if (process.env.npm_lifecycle_event === 'servers') console.log(inColumns(table));
});

/** Rows of words under each other. */
function inColumns(rows: string[][]): string {
	const head = ['server', 'base', 'address', 'status', 'type', 'charset', 'encoding', 'cache'];
	const all = [head, ...rows];
	const widths = head.map((_, index) => Math.max(...all.map((row) => row[index]?.length ?? 0)));
	return all
		.map((row) =>
			row
				.map((text, index) => text.padEnd(widths[index]! + 2))
				.join('')
				.trimEnd(),
		)
		.join('\n');
}

const addressOf = (path: string) => path.replace(/index\.html$/, '');
/** The same type in one spelling: servers write the encoding as they like. */
const normalType = (type: string | null) => (type ?? '').toLowerCase().replace(/;\s*/, '; ');

const installed = webServers.filter(({ isInstalled }) => isInstalled);

describe.each(['/', '/some/repo/'])('below %s', (base) => {
	describe.each(installed)('$name', ({ name, start }) => {
		let running: Running;
		const ask = (path: string, init: { headers?: Record<string, string> } = {}) =>
			fetch(running.origin + base + path.slice(1), {
				redirect: 'manual',
				...init,
				headers: { 'accept-encoding': 'gzip, br', ...init.headers },
			});
		const isOurs = name !== 'python';
		/** Adds a row to the table. */
		const note = (kind: string, { status, headers }: Response) => {
			const [type = '', charset = ''] = normalType(headers.get('content-type')).split('; charset=');
			const [encoding, cache] = ['content-encoding', 'cache-control'].map((key) =>
				headers.get(key),
			);
			const words = [type, charset, encoding ?? '', cache ?? ''].map((word) => word || '–');
			table.push([name, base, kind, String(status), ...words]);
		};

		beforeAll(async () => {
			const root = await lay(base);
			const scratch = scratchFolder(folder, `${name}${base.replaceAll('/', '-')}`);
			running = await start({ root, base, scratch });
		});
		afterAll(() => running?.stop());

		test.each(Object.entries(expectations))('serves %s', async (kind, expected) => {
			const response = await ask(addressOf(paths[kind]!));
			const body = Buffer.from(await response.arrayBuffer());
			note(kind, response);
			const encoding = response.headers.get('content-encoding') ?? 'none';
			const cache = response.headers.get('cache-control');
			const type = normalType(response.headers.get('content-type'));
			expect(response.status).toBe(expected.status);
			expect(body.equals(contentOf(paths[kind]!)), 'the same bytes').toBe(true);
			if (!isOurs) return;
			if (expected.type) expect(type).toBe(expected.type);
			expect(cache).toBe(expected.cache);
			expect(encoding).toBe(expected.isText ? encodings[name] : 'none');
			expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
			expect(response.headers.get('x-content-type-options')).toBe('nosniff');
			if (expected.isText) expect(response.headers.get('vary')).toMatch(/accept-encoding/i);
		});

		test('answers what is not there with the page for it, and keeps no browser from asking again', async () => {
			for (const path of ['/none/', '/none.md', '/_astro/none.js', '/cards/none.png']) {
				const response = await ask(path);
				const body = await response.text();
				if (path === '/none/')
					note(`missing: ${body.includes('data-') ? 'our' : 'its own'} page`, response);
				expect(response.status, path).toBe(404);
				if (!isOurs) continue;
				expect(body, path).toBe(readFileSync(join(built, '404.html'), 'utf8'));
				expect(normalType(response.headers.get('content-type'))).toBe(page.type);
				expect(response.headers.get('cache-control') ?? '', path).not.toContain('immutable');
			}
		});

		test('leads from a folder to its page', async () => {
			const response = await ask('/risks');
			note('folder without slash', response);
			expect([301, 308]).toContain(response.status);
			const location = response.headers.get('location') ?? '';
			expect(new URL(location, running.origin).pathname).toBe(`${base}risks/`);
		});

		test.each(['card', 'pdf'])('sends a part of a %s', async (kind) => {
			const headers = { range: 'bytes=10-19', 'accept-encoding': 'identity' };
			const response = await ask(paths[kind]!, { headers });
			note(`part of a ${kind}`, response);
			const body = Buffer.from(await response.arrayBuffer());
			if (!isOurs) return;
			expect(response.status).toBe(206);
			expect(body.equals(contentOf(paths[kind]!).subarray(10, 20))).toBe(true);
		});

		test('hides the configuration', async () => {
			if (!isOurs) return;
			for (const path of ['/.htaccess', '/.servers/nginx.conf']) {
				expect((await ask(path)).status, path).toBe(404);
			}
		});

		test('asks for nothing twice that has not changed', async () => {
			const first = await ask('/');
			const etag = first.headers.get('etag') ?? '';
			if (!isOurs) return;
			expect(etag).not.toBe('');
			const again = await ask('/', { headers: { 'if-none-match': etag } });
			expect(again.status).toBe(304);
		});
	});
});

test('the built _headers keeps within what Cloudflare Pages reads', () => {
	const lines = readFileSync(join(built, '_headers'), 'utf8').split('\n');
	expect(lines.filter((line) => line.startsWith('/')).length).toBeLessThanOrEqual(100);
	expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(2000);
});
