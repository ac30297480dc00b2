import { spawnSync } from 'node:child_process';
import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serve, type Served } from '../src/preview/serve.ts';
import { folderWith } from './folder.ts';

let served: Served;

beforeAll(async () => {
	const root = folderWith({
		'index.html': 'home',
		'404.html': 'lost',
		'origin/index.html': 'origin',
		'x.wasm': 'wasm',
		'origin.md': 'origin',
	});
	served = await serve({ root, base: '/some/repo/' });
});
afterAll(() => served.close());

/** Asks without tidying the path, as an attacker would. */
function ask(path: string): Promise<{ status: number; type: string; location: string }> {
	return new Promise((resolve, reject) => {
		const { port } = new URL(served.url);
		request({ host: 'localhost', port, path }, (response) => {
			response.resume();
			resolve({
				status: response.statusCode ?? 0,
				type: response.headers['content-type'] ?? '',
				location: response.headers.location ?? '',
			});
		})
			.on('error', reject)
			.end();
	});
}

describe('serve', () => {
	test.each([
		['/some/repo/', 200, 'text/html;charset=utf-8'],
		['/some/repo/?q=1', 200, 'text/html;charset=utf-8'],
		['/some/repo/origin/', 200, 'text/html;charset=utf-8'],
		['/some/repo/x.wasm', 200, 'application/wasm'],
		['/some/repo/none/', 404, 'text/html; charset=utf-8'],
		['/origin/', 404, 'text/html; charset=utf-8'],
		['/some/repo/../../../etc/passwd', 404, 'text/html; charset=utf-8'],
		['/some/repo/%2e%2e/%2e%2e/etc/passwd', 404, 'text/html; charset=utf-8'],
		['/some/repo/%', 404, 'text/html; charset=utf-8'],
		['/some/repo/origin.md', 200, 'text/markdown; charset=utf-8'],
	])('answers %s with %i', async (path, status, type) => {
		expect(await ask(path)).toMatchObject({ status, type });
	});

	test.each([
		['/some/repo', '/some/repo/'],
		['/some/repo/origin', '/some/repo/origin/'],
		['/some/repo/origin?q=1', '/some/repo/origin/?q=1'],
	])('sends %s to %s', async (path, location) => {
		expect(await ask(path)).toMatchObject({ status: 301, location });
	});
});

describe('npm start', () => {
	/** What it prints when it cannot start. A build would refuse this address: it comes later. */
	function refusal(given: Record<string, string>, script = ['src/preview/start.ts']): string {
		const env = { ...process.env, HOST: '', PORT: '', SITE_URL: 'nonsense', ...given };
		const run = spawnSync(process.execPath, ['src/run.mjs', ...script], { env });
		expect(run.status).toBe(1);
		return `${run.stdout}${run.stderr}`.trimEnd();
	}

	test.each([
		[{ PORT: 'abc' }, 'PORT is “abc”; expected a number from 0 to 65535.'],
		[{ PORT: '65536' }, 'PORT is “65536”; expected a number from 0 to 65535.'],
		[
			{ HOST: '192.0.2.1' },
			'HOST is “192.0.2.1”; expected a name or address of this machine, as 0.0.0.0.',
		],
	])('refuses %o in one sentence, before it builds', (given, sentence) => {
		expect(refusal(given as Record<string, string>)).toBe(sentence);
	});

	test.each(['src/preview/start.ts', 'astro build'])('%s refuses what is no address', (script) => {
		expect(refusal({}, script.split(' '))).toBe(
			'SITE_URL is “nonsense”; expected an origin such as https://example.org. Put the path into BASE_PATH.',
		);
	});

	test('refuses a port in use', () => {
		const { port } = new URL(served.url);
		expect(refusal({ PORT: port })).toBe(`Port ${port} is in use; set PORT to another one.`);
	});
});
