/**
 * `npm run trust`: prints what is tried to break the site, test by test, and what broke. Needs a
 * build and runs for some twenty minutes: the tests of security and faults in the bundled browser
 * and in the machine's, bad inputs, accessibility of each page in each view, two whole builds, and
 * pictures.
 */
import { spawnSync } from 'node:child_process';

const browserTests = (...names: string[]) => names.map((name) => `tests/browser/${name}.test.ts`);
const inEach = browserTests('injection', 'policy', 'faults', 'search-failures', 'deploy');
const once = ['tests/bad-input.test.ts', ...browserTests('firefox', 'accessibility')];

function run(what: string, args: readonly string[], CHROME_PATH = process.env.CHROME_PATH ?? '') {
	console.log(`\n${what}`);
	const { status } = spawnSync(process.execPath, ['src/run.mjs', ...args], {
		env: { ...process.env, CHROME_PATH, WHOLE: '1' },
		stdio: 'inherit',
	});
	if (status !== 0) process.exitCode = 1;
}

// Each page in each view takes longer than one test of `npm test` may.
const flags = ['--testTimeout=3600000', '--reporter=verbose', '--reporter=./tests/closing-line.ts'];
run('In the bundled browser', ['vitest', 'run', ...flags, ...inEach], 'bundled');
run('In this machine’s browser', ['vitest', 'run', ...flags, ...inEach, ...once], '');
run('Two builds', ['tests/reproducible.ts']);
run('Pictures', ['tests/pictures.ts']);
