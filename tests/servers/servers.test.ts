/**
 * Each kind of address on real web servers, with the configuration the build writes.
 * `npm run servers` prints what each server answered.
 */
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { filesBelow } from '../../src/base/built-site.ts';
import { immutable, revalidated } from '../../src/base/headers.ts';
import { compressBelow } from '../../src/publish/compress.ts';
import { publishStage } from '../../src/publish/publish-stage.ts';
import { scratchFolder, webServers, type Running } from './start.ts';

const built = 'dist';
const files = (await filesBelow(built)).map((file) =>
	file.slice(built.length).replaceAll('\\', '/'),
);
/** What `npm run pdf` would have written; servers look at the name only. */
const pdf = { path: '/report.zh.pdf', content: Buffer.from(`%PDF-1.7\n${'中文 '.repeat(20_000)}`) };
files.push(pdf.path);

const html = 'text/html; charset=utf-8';
/** One built file of each kind: its path, its type, and whether its address is asked for ever again. */
const kinds: [kind: string, path: RegExp, type: string, cache?: string][] = [
	['home', /^\/index\.html$/, html],
	['section', /^\/risks\/index\.html$/, html],
	['share', /^\/s\/[^/]+\/index\.html$/, html],
	['md', /^\/risks\.md$/, 'text/markdown; charset=utf-8'],
	['csv', /\.csv$/, 'text/csv; charset=utf-8'],
	['bib', /\.bib$/, 'text/x-bibtex; charset=utf-8'],
	['ris', /\.ris$/, 'application/x-research-info-systems; charset=utf-8'],
	['txt', /^\/robots\.txt$/, 'text/plain; charset=utf-8'],
	['xml', /\.xml$/, 'application/xml; charset=utf-8'],
	['json', /^\/claims\.json$/, 'application/json; charset=utf-8'],
	['svg', /\.svg$/, 'image/svg+xml; charset=utf-8'],
	['script', /^\/_astro\/.+\.js$/, 'text/javascript; charset=utf-8', immutable],
	['card', /^\/cards\/.+\.png$/, 'image/png', immutable],
	['pdf', /\.pdf$/, 'application/pdf'],
	['index', /\.pf_index$/, '', immutable],
];
const samples = kinds.map(([kind, pattern, type, cache = revalidated]) => {
	const path = files.find((file) => pattern.test(file));
	if (!path) throw new Error(`no built file like ${pattern}`);
	return { kind, path, type, cache, isText: type.includes('charset') };
});
const pathOf = (wanted: string) => samples.find(({ kind }) => kind === wanted)!.path;

/** Encodings a server has without further modules; python's knows none, and no types of ours. */
const encodings: Record<string, string> = {
	nginx: 'gzip',
	preview: 'br',
	caddy: 'br',
	apache2: 'br',
};

/** What each server answered. */
const table: Record<string, unknown>[] = [];
/** Bytes of what is served at a path. */
const contentOf = (path: string) =>
	path === pdf.path ? pdf.content : readFileSync(join(built, path));
const folder = mkdtempSync(join(tmpdir(), 'servers-'));
chmodSync(folder, 0o755);

/** Lays the samples and the servers' files below a base path. */
async function lay(base: string): Promise<string> {
	const root = scratchFolder(folder, `www${base.replaceAll('/', '-')}`);
	const site = join(root, base);
	for (const path of [...samples.map((one) => one.path), '/404.html']) {
		mkdirSync(dirname(join(site, path)), { recursive: true });
		writeFileSync(join(site, path), contentOf(path));
	}
	await compressBelow(site);
	// Only its policy is used: the pages laid out keep the bytes they were built with.
	const page = readFileSync(join(built, 'index.html'), 'utf8');
	const others = new Map([[join(folder, 'index.html'), page]]);
	await publishStage.run({ root: site, address: { origin: '', base }, pages: [], others });
	return root;
}

afterAll(() => {
	if (process.env.npm_lifecycle_event === 'servers') console.table(table);
});

/** The same type in one spelling: servers write the encoding as they like. */
const normalType = (type: string | null) => (type ?? '').toLowerCase().replace(/;\s*/, '; ');

const installed = webServers.filter(({ isInstalled }) => isInstalled);

describe.each(['/', '/some/repo/'])('below %s', (base) => {
	describe.each(installed)('$name', ({ name, start }) => {
		let running: Running;
		const isOurs = name !== 'python';
		/** Asks for a path, and adds a row to the table. */
		const ask = async (path: string, given: Record<string, string> = {}) => {
			const response = await fetch(running.origin + base + path.slice(1), {
				redirect: 'manual',
				headers: { 'accept-encoding': 'gzip, br', ...given },
			});
			const { status, headers } = response;
			const [type, charset] = normalType(headers.get('content-type')).split('; charset=');
			const encoding = headers.get('content-encoding');
			const cache = headers.get('cache-control');
			table.push({ server: name, base, path, status, type, charset, encoding, cache });
			return response;
		};

		beforeAll(async () => {
			const root = await lay(base);
			const scratch = scratchFolder(folder, `${name}${base.replaceAll('/', '-')}`);
			running = await start({ root, base, scratch });
		});
		afterAll(() => running?.stop());

		test.each(samples)('serves $kind', async ({ path, type, cache, isText }) => {
			const response = await ask(path.replace(/index\.html$/, ''));
			const body = Buffer.from(await response.arrayBuffer());
			expect(response.status).toBe(200);
			expect(body.equals(contentOf(path)), 'the same bytes').toBe(true);
			if (!isOurs) return;
			const header = (key: string) => response.headers.get(key);
			if (type) expect(normalType(header('content-type'))).toBe(type);
			expect(header('cache-control')).toBe(cache);
			expect(header('content-encoding') ?? 'none').toBe(isText ? encodings[name] : 'none');
			expect(header('content-security-policy')).toContain("default-src 'none'");
			expect(header('x-content-type-options')).toBe('nosniff');
			if (isText) expect(header('vary')).toMatch(/accept-encoding/i);
		});

		test('answers what is not there with the page for it, and keeps no browser from asking again', async () => {
			for (const path of ['/none/', '/none.md', '/_astro/none.js', '/cards/none.png']) {
				const response = await ask(path);
				const body = await response.text();
				expect(response.status, path).toBe(404);
				if (!isOurs) continue;
				expect(body, path).toBe(readFileSync(join(built, '404.html'), 'utf8'));
				expect(normalType(response.headers.get('content-type'))).toBe(html);
				expect(response.headers.get('cache-control') ?? '', path).not.toContain('immutable');
			}
		});

		test('leads from a folder to its page', async () => {
			const response = await ask('/risks');
			expect([301, 308]).toContain(response.status);
			const location = response.headers.get('location') ?? '';
			expect(new URL(location, running.origin).pathname).toBe(`${base}risks/`);
		});

		test.each(['card', 'pdf'])('sends a part of a %s', async (kind) => {
			const asked = { range: 'bytes=10-19', 'accept-encoding': 'identity' };
			const response = await ask(pathOf(kind), asked);
			const body = Buffer.from(await response.arrayBuffer());
			if (!isOurs) return;
			expect(response.status).toBe(206);
			expect(body.equals(contentOf(pathOf(kind)).subarray(10, 20))).toBe(true);
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
			expect((await ask('/', { 'if-none-match': etag })).status).toBe(304);
		});
	});
});

test('the built _headers keeps within what Cloudflare Pages reads', () => {
	const lines = readFileSync(join(built, '_headers'), 'utf8').split('\n');
	expect(lines.filter((line) => line.startsWith('/')).length).toBeLessThanOrEqual(100);
	expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(2000);
});
