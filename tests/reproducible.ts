/**
 * `npm run verify:reproducible`: builds the site twice, in other folders, time zones and locales,
 * and lists what differs. Exits with 1 when something does. Linux and macOS.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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

/** Builds in a folder. Returns its `dist/`. */
function build({ folder, env }: (typeof builds)[number]): string {
	copyTo(folder);
	const run = spawnSync(process.execPath, ['src/run.mjs', 'astro', 'build'], {
		cwd: folder,
		env: { ...process.env, ...env, SITE_URL: 'https://example.org' },
		encoding: 'utf8',
	});
	if (run.status !== 0) throw new Error(run.stdout.slice(-2000) + run.stderr);
	return join(folder, 'dist');
}

try {
	const folders = builds.map(build);
	const { status, stdout } = spawnSync('diff', ['-r', ...folders], { encoding: 'utf8' });
	const { length } = await filesBelow(folders[0]!);
	console.log(stdout.slice(0, 10_000));
	console.log(`${length} files compared, ${status === 0 ? 'none differs' : 'some differ'}.`);
	process.exitCode = status === 0 && length > 0 ? 0 : 1;
} finally {
	rmSync(work, { recursive: true, force: true });
}
