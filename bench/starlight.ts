import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

/** Fetched when the bench runs, so that nobody who only builds or tests installs them. */
const packages = ['astro@7.3.4', '@astrojs/starlight@0.42.4'];

/** Starlight sets the title itself and would print the ids as text. */
const withoutTitleAndIds = (markdown: string) =>
	markdown.replace(/^# .*$/m, '').replace(/ *\{#[^}\n]*\}/g, '');

/**
 * Builds Starlight, as it comes, from the Markdown beside our built pages: one page at the same
 * path for each. `dist` is our built site, `folder` an empty folder. Returns the folder of the
 * built pages. Throws what npm or Astro says when the registry is out of reach or the build fails.
 */
export async function buildStarlight(dist: string, folder: string): Promise<string> {
	cpSync('bench/starlight', folder, { recursive: true });
	for (const path of readdirSync(dist, { recursive: true, encoding: 'utf8' })) {
		if (!path.endsWith('.md')) continue;
		const file = join(folder, 'src/content/docs', path);
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(file, withoutTitleAndIds(readFileSync(join(dist, path), 'utf8')));
	}
	cpSync(join(dist, 'favicon.svg'), join(folder, 'public/favicon.svg'));
	const run = (program: string, ...args: string[]) =>
		promisify(execFile)(program, args, { cwd: folder, maxBuffer: 2 ** 28 });
	const npmFlags = ['--no-audit', '--no-fund', '--prefer-offline', '--fetch-retries=1'];
	await run('npm', 'install', ...npmFlags, ...packages);
	await run(process.execPath, 'node_modules/astro/bin/astro.mjs', 'build');
	return join(folder, 'dist');
}
