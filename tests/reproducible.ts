/**
 * `npm run verify:reproducible`: builds the site twice, in other folders, time zones and locales,
 * and lists what differs. Exits with 1 when something does. Linux and macOS.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { filesBelow } from '../src/base/built-site.ts';
import { copySources } from './copy-sources.ts';

const work = mkdtempSync(join(tmpdir(), 'reproducible-'));
const builds = [
	{ folder: join(work, 'a'), env: { TZ: 'UTC', LC_ALL: 'C' } },
	{ folder: join(work, '另一个 folder'), env: { TZ: 'Asia/Shanghai', LC_ALL: 'zh_CN.UTF-8' } },
];

/** Copies the sources and the packages, without any cache. */
function copyTo(folder: string): void {
	copySources(folder);
	const target = join(folder, 'node_modules');
	// Hard links are quick; another file system has to copy.
	if (spawnSync('cp', ['-al', 'node_modules', target]).status !== 0) {
		execFileSync('cp', ['-a', 'node_modules', target]);
	}
	for (const cache of ['.cache', '.vite', '.astro']) {
		rmSync(join(target, cache), { recursive: true, force: true });
	}
}

/** Builds in a folder. Returns the files of its `dist/` by path. */
async function build({ folder, env }: (typeof builds)[number]): Promise<Map<string, string>> {
	copyTo(folder);
	const run = spawnSync(process.execPath, ['src/run.mjs', 'astro', 'build'], {
		cwd: folder,
		env: { ...process.env, ...env, SITE_URL: 'https://example.org' },
		encoding: 'utf8',
	});
	if (run.status !== 0) throw new Error(run.stdout.slice(-2000) + run.stderr);
	const dist = join(folder, 'dist');
	return new Map((await filesBelow(dist)).map((file) => [relative(dist, file), file]));
}

/** Where two files first differ, with what stands there. */
function firstDifference(a: string, b: string): string | undefined {
	const [one, other] = [readFileSync(a), readFileSync(b)];
	if (one.equals(other)) return undefined;
	const at = one.findIndex((byte, index) => byte !== other[index]);
	const shown = (bytes: Buffer) => JSON.stringify(bytes.subarray(at, at + 60).toString());
	return `at byte ${at}: ${shown(one)} and ${shown(other)}`;
}

try {
	const [a, b] = [await build(builds[0]!), await build(builds[1]!)];
	const paths = [...new Set([...a.keys(), ...b.keys()])].sort();
	const differences = paths.flatMap((path) => {
		const [one, other] = [a.get(path), b.get(path)];
		if (!one || !other) return [`${path}: only in ${relative(work, (one ?? other)!)}`];
		const difference = firstDifference(one, other);
		return difference ? [`${path} ${difference}`] : [];
	});
	for (const line of differences.slice(0, 20)) console.log(line);
	console.log(`${paths.length} files compared, ${differences.length} differ.`);
	process.exitCode = differences.length > 0 || paths.length === 0 ? 1 : 0;
} finally {
	rmSync(work, { recursive: true, force: true });
}
