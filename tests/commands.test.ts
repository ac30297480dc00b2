/** What the scripts of package.json print when they cannot start, and what the local server answers. */
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { resolve } from 'node:path';
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
	});
	served = await serve({ root, base: '/some/repo/' });
});
afterAll(() => served.close());

/** Asks without tidying the path, as an attacker would. */
async function ask(path: string) {
	const { port } = new URL(served.url);
	const [response] = await once(get({ host: 'localhost', port, path }), 'response');
	const { statusCode: status, headers } = (response as IncomingMessage).resume();
	return { status, type: headers['content-type'], location: headers.location };
}

// Pages and kinds of files: `tests/servers`.
describe('serve', () => {
	test.each([
		['/some/repo/?q=1', 200, 'text/html;charset=utf-8'],
		['/some/repo/x.wasm', 200, 'application/wasm'],
		['/origin/', 404, 'text/html; charset=utf-8'],
		['/some/repo/../../../etc/passwd', 404, 'text/html; charset=utf-8'],
		['/some/repo/%2e%2e/%2e%2e/etc/passwd', 404, 'text/html; charset=utf-8'],
		['/some/repo/%', 404, 'text/html; charset=utf-8'],
		// A browser would take its redirect for the address of the host “origin”.
		['/some/repo//origin', 404, 'text/html; charset=utf-8'],
	])('answers %s with %i', async (path, status, type) => {
		expect(await ask(path)).toMatchObject({ status, type });
	});

	test.each([
		['bytes=1-2', 206, 'as'],
		['bytes=1-', 206, 'asm'],
		// RFC 9110 lets a server send the whole file.
		...['bytes=3-1', 'bytes=-2', 'bytes=0-0,2-3', 'bytes=x'].map(
			(one) => [one, 200, 'wasm'] as const,
		),
	] as const)('answers the range %s with %i', async (range, status, text) => {
		const response = await fetch(`${served.url}x.wasm`, { headers: { range } });
		expect([response.status, await response.text()]).toEqual([status, text]);
	});

	test.each([
		['/some/repo', '/some/repo/'],
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

/** What src/run.mjs prints in a folder with these files, and its exit code. */
function runIn(files: Record<string, string>, ...args: string[]): { code: number; text: string } {
	const { status, stdout, stderr } = spawnSync(
		process.execPath,
		[resolve('src/run.mjs'), ...args],
		{ cwd: folderWith(files), encoding: 'utf8' },
	);
	return { code: status ?? 1, text: stdout + stderr };
}

test('each script says in one sentence that the packages are not installed', () => {
	expect(runIn({ 'a.mjs': 'console.log(1)' }, 'a.mjs')).toEqual({
		code: 1,
		text: 'The packages are not installed. Run: npm ci\n',
	});
});

test('a script gets its arguments, and no tool sends usage data', () => {
	const script = 'console.log(process.argv.slice(2).join(), process.env.ASTRO_TELEMETRY_DISABLED)';
	const files = { 'node_modules/astro/package.json': '{}', 'a.mjs': script };
	expect(runIn(files, 'a.mjs', 'x', 'y')).toEqual({ code: 0, text: 'x,y 1\n' });
});
