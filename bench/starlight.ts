import { execFile } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

/** Fetched when the bench runs, so that nobody who only builds or tests installs them. */
const packages = ['astro@7.3.4', '@astrojs/starlight@0.42.4'];

const astroConfig = `import { defineConfig } from 'astro/config';
import starlight from '@astrojs/starlight';
const locales = { root: { label: '中文', lang: 'zh-CN' }, en: { label: 'English', lang: 'en' } };
export default defineConfig({
	site: 'https://example.org',
	integrations: [starlight({ title: 'ChatGPT', defaultLocale: 'root', locales })],
});
`;

const contentConfig = `import { defineCollection } from 'astro:content';
import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';
export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };
`;

/** Starlight sets the title itself and would print the ids as text. */
const withoutTitleAndIds = (markdown: string) =>
	markdown.replace(/^# .*$/m, '').replace(/ *\{#[^}\n]*\}/g, '');

/**
 * Builds Starlight, as it comes, from the Markdown beside our built pages: one page at the same
 * path for each. `dist` is our built site, `folder` an empty folder. Returns the folder of the
 * built pages. Throws what npm or Astro says when the registry is out of reach or the build fails.
 */
export async function buildStarlight(dist: string, folder: string): Promise<string> {
	const write = (path: string, text: string) => {
		mkdirSync(dirname(join(folder, path)), { recursive: true });
		writeFileSync(join(folder, path), text);
	};
	write('package.json', '{ "private": true, "type": "module" }');
	write('astro.config.mjs', astroConfig);
	write('src/content.config.ts', contentConfig);
	for (const path of readdirSync(dist, { recursive: true, encoding: 'utf8' })) {
		if (!path.endsWith('.md')) continue;
		const markdown = readFileSync(join(dist, path), 'utf8');
		write(join('src/content/docs', path), withoutTitleAndIds(markdown));
	}
	mkdirSync(join(folder, 'public'));
	copyFileSync(join(dist, 'favicon.svg'), join(folder, 'public/favicon.svg'));
	const run = (program: string, ...args: string[]) =>
		promisify(execFile)(program, args, { cwd: folder, maxBuffer: 2 ** 28 });
	const npmFlags = ['--no-audit', '--no-fund', '--prefer-offline', '--fetch-retries=1'];
	await run('npm', 'install', ...npmFlags, ...packages);
	await run(process.execPath, 'node_modules/astro/bin/astro.mjs', 'build');
	return join(folder, 'dist');
}
