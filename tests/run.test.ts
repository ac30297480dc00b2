import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { folderWith } from './folder.ts';

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
