/** Keeps the last good build until the next one is complete. */
import { existsSync, globSync, statSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';
import { addressFrom, isAddressKnown } from '../base/urls.ts';
import { compressBelow } from './compress.ts';
import { keepFormerFiles } from './kept-files.ts';

/** Puts a folder in the place of another. What was there is removed afterwards. */
export async function replaceFolder(folder: string, next: string): Promise<void> {
	const former = `${folder}.old`;
	await rm(former, { recursive: true, force: true });
	const hasFormer = existsSync(folder);
	if (hasFormer) await rename(folder, former);
	try {
		await rename(next, folder);
	} catch (error) {
		if (hasFormer) await rename(former, folder);
		throw error;
	}
	await rm(former, { recursive: true, force: true });
}

/**
 * Builds into a folder of its own beside the one that is asked for and puts it there when all went
 * well: a build that fails leaves the former one as it was. It must be the last integration.
 * FORMER_BUILD names the folder of the build that is being served, whose files a day's readers still
 * need. `astro build --compressed` adds the compressed copies, before anybody is served the build.
 */
export function buildBeside(): AstroIntegration {
	let folder = '';
	return {
		name: 'build-beside',
		hooks: {
			'astro:config:setup': async ({ config, command, updateConfig }) => {
				if (command !== 'build') return;
				folder = fileURLToPath(config.outDir).replace(/[/\\]$/, '');
				updateConfig({ outDir: pathToFileURL(`${folder}.new-${process.pid}/`) });
				// What a build left that was stopped; none takes an hour.
				for (const left of globSync(`${folder}.new-*`))
					if (statSync(left).mtimeMs < Date.now() - 3_600_000) await rm(left, { recursive: true });
			},
			'astro:build:start': ({ logger }) => {
				if (isAddressKnown(process.env)) return;
				const { origin } = addressFrom(process.env);
				logger.warn(
					`SITE_URL is not set: canonical links, link previews, citations and the sitemap ` +
						`name ${origin}. Before publishing, build with SITE_URL=https://your.address.`,
				);
			},
			'astro:build:done': async ({ dir, logger }) => {
				const former = process.env.FORMER_BUILD;
				if (former && !existsSync(`${former}/`)) {
					logger.warn(
						`FORMER_BUILD names no folder: ${former}. Nothing is kept, as is right for a first deploy.`,
					);
				} else if (former) {
					const kept = await keepFormerFiles(fileURLToPath(dir), former, Date.now());
					logger.info(`${kept.length} files of the former build are kept for a day`);
				}
				if (process.argv.includes('--compressed')) {
					const count = await compressBelow(fileURLToPath(dir));
					logger.info(`${count} text files are compressed with Brotli and gzip`);
				}
				await replaceFolder(folder, fileURLToPath(dir).replace(/[/\\]$/, ''));
			},
		},
	};
}
