/** Each kind of address on real web servers, with the configuration the build writes. */
import {
	chmodSync,
	cpSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
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
	index: { status: 200, type: '', cache: immutable, isText: false },
};

/** Encodings a server has without further modules; python's knows none, and no types of ours. */
const encodings: Record<string, string | undefined> = {
	preview: 'br',
	nginx: 'gzip',
	caddy: 'br',
	apache2: 'br',
};

const table: Record<string, Record<string, string>> = {};
const paths = await samples();
const folder = mkdtempSync(join(tmpdir(), 'servers-'));
chmodSync(folder, 0o755);

/** Lays the samples and the servers' files below a base path. */
async function lay(base: string): Promise<string> {
	const root = scratchFolder(folder, `www${base.replaceAll('/', '-')}`);
	const site = join(root, base);
	for (const path of Object.values(paths)) {
		mkdirSync(dirname(join(site, path)), { recursive: true });
		cpSync(join(built, path), join(site, path));
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
	if (process.env.SERVERS_TABLE) console.table(table);
});

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

		beforeAll(async () => {
			const root = await lay(base);
			const scratch = scratchFolder(folder, `${name}${base.replaceAll('/', '-')}`);
			running = await start({ root, base, scratch });
		});
		afterAll(() => running?.stop());

		test.each(Object.entries(expectations))('serves %s', async (kind, expected) => {
			const response = await ask(addressOf(paths[kind]!));
			const body = Buffer.from(await response.arrayBuffer());
			const encoding = response.headers.get('content-encoding') ?? 'none';
			const cache = response.headers.get('cache-control') ?? 'none';
			const type = normalType(response.headers.get('content-type'));
			table[`${kind} ${base}`] ??= {};
			table[`${kind} ${base}`]![name] = [response.status, type, encoding, cache].join(', ');
			expect(response.status).toBe(expected.status);
			expect(body.equals(readFileSync(join(built, paths[kind]!))), 'the same bytes').toBe(true);
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
				table[`404 ${base}`] ??= {};
				table[`404 ${base}`]![name] =
					`${response.status}, ${body.includes('data-') ? 'our page' : 'own page'}`;
				expect(response.status, path).toBe(404);
				if (!isOurs) continue;
				expect(body, path).toBe(readFileSync(join(built, '404.html'), 'utf8'));
				expect(normalType(response.headers.get('content-type'))).toBe(page.type);
				expect(response.headers.get('cache-control') ?? '', path).not.toContain('immutable');
			}
		});

		test('leads from a folder to its page', async () => {
			const response = await ask('/risks');
			expect([301, 308]).toContain(response.status);
			const location = response.headers.get('location') ?? '';
			expect(new URL(location, running.origin).pathname).toBe(`${base}risks/`);
		});

		test('sends a part of a file', async () => {
			if (!isOurs) return;
			const headers = { range: 'bytes=10-19', 'accept-encoding': 'identity' };
			const response = await ask(paths.card!, { headers });
			expect(response.status).toBe(206);
			const all = readFileSync(join(built, paths.card!));
			expect(Buffer.from(await response.arrayBuffer()).equals(all.subarray(10, 20))).toBe(true);
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

test('some server was tried', () => {
	expect(existsSync(join(built, '_headers'))).toBe(true);
	expect(installed.length).toBeGreaterThan(0);
});
