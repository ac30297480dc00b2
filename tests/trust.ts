/**
 * `npm run trust`: prints what was tried to break the site, and what broke. Needs a build and runs
 * for some twenty minutes: the tests of security and faults in the bundled browser and in the
 * machine's, bad inputs, accessibility of each page in each view, two whole builds, and pictures.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** What is tried, by the test files that try it. */
type Trials = readonly [what: string, files: readonly string[]][];
const inEach: Trials = [
	['payloads that did nothing', [inBrowser('injection')]],
	['pages and flows without a policy report', [inBrowser('policy')]],
	['faults survived', ['faults', 'search-failures', 'deploy'].map(inBrowser)],
];
const once: Trials = [
	['bad inputs stopped', ['tests/bad-input.test.ts']],
	['pages, flows and faults in Firefox, where installed', [inBrowser('firefox')]],
	['axe, zoom, Tab stops', [inBrowser('accessibility')]],
];
const browsers = [
	['bundled browser', 'bundled', inEach],
	['this machine’s browser', '', [...inEach, ...once]],
] as const;

function inBrowser(name: string): string {
	return `tests/browser/${name}.test.ts`;
}

function run(args: readonly string[], CHROME_PATH = process.env.CHROME_PATH ?? ''): string {
	const { status, stdout } = spawnSync(process.execPath, ['src/run.mjs', ...args], {
		encoding: 'utf8',
		env: { ...process.env, CHROME_PATH, WHOLE: '1' },
		stdio: ['ignore', 'pipe', 'inherit'],
		maxBuffer: 2 ** 28,
	});
	if (status !== 0) process.exitCode = 1;
	return stdout;
}

interface Result {
	/** Path of the test file. */
	name: string;
	assertionResults: {
		status: string;
		title: string;
		ancestorTitles: string[];
		meta: { seen?: string };
	}[];
}

const lastLine = (text: string) => text.trim().split('\n').at(-1)!;

for (const [browser, path, trials] of browsers) {
	const report = resolve('node_modules/.cache/trust.json');
	const files = trials.flatMap(([, names]) => names);
	// Each page in each view takes longer than one test of `npm test` may.
	const flags = ['--reporter=json', `--outputFile=${report}`, '--testTimeout=3600000'];
	run(['vitest', 'run', ...flags, ...files], path);
	const { testResults } = JSON.parse(readFileSync(report, 'utf8')) as { testResults: Result[] };
	console.log(`\nIn the ${browser}`);
	for (const [what, names] of trials) {
		const tests = testResults
			.filter(({ name }) => names.some((file) => name.endsWith(file)))
			.flatMap(({ assertionResults }) => assertionResults);
		const failed = tests.filter(({ status }) => status !== 'passed');
		if (tests.length === 0) process.exitCode = 1;
		console.log(`  ${what}: ${tests.length - failed.length} of ${tests.length} tests`);
		// Titles say how many addresses, pages or inputs one test tried.
		const kinds = Map.groupBy(tests, ({ ancestorTitles: [group = ''] }) =>
			group.startsWith('bad input: ') ? group.slice(11) : '',
		);
		const single = kinds.get('') ?? [];
		for (const { title } of single.filter(({ title }) => /\d{2}/.test(title)).slice(0, 8)) {
			console.log(`    ${title}`);
		}
		kinds.delete('');
		for (const [kind, all] of kinds) {
			const stopped = all.filter(({ status }) => status === 'passed').length;
			console.log(`    ${kind}: ${stopped} of ${all.length}`);
		}
		for (const { meta } of tests) if (meta.seen) console.log(`    ${meta.seen}`);
		for (const { title } of failed) console.log(`    failed: ${title}`);
	}
}
console.log(`\nTwo builds: ${lastLine(run(['tests/reproducible.ts']))}`);
console.log(`Pictures: ${lastLine(run(['tests/pictures.ts']))}`);
