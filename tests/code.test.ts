/** The tools that read our code: types, lint, format. Each runs as people run it by hand. */
import { execFile } from 'node:child_process';
import { delimiter, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

/** Type checking reads the whole project and is slow on a busy machine. */
const timeoutMs = 180_000;

/** Runs a program of `node_modules/.bin` with the Node these tests run on. */
function run(program: string, args: string[]): Promise<{ code: number; output: string }> {
	const bin = resolve('node_modules/.bin');
	const env = { ...process.env, PATH: bin + delimiter + process.env.PATH, NO_COLOR: '1' };
	return new Promise((done) => {
		execFile(resolve(bin, program), args, { env }, (error, stdout, stderr) => {
			done({ code: error ? Number(error.code ?? 1) : 0, output: stdout + stderr });
		});
	});
}

describe('the code', () => {
	test.concurrent.each([
		['has no type errors', 'astro', ['check']],
		['passes the linter', 'biome', ['lint', '--error-on-warnings']],
		['is formatted', 'prettier', ['--check', '.']],
	] as const)(
		'%s',
		async (_title, program, args) => {
			const { code, output } = await run(program, [...args]);
			expect(code, output).toBe(0);
		},
		timeoutMs,
	);
});
