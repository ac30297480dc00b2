import { relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration, AstroIntegrationLogger } from 'astro';
import { describeComplaint, refuse } from './base/content-error.ts';
import type { Address } from './base/urls.ts';
import { inspectContent } from './content/inspect.ts';
import { readBuiltSite, type Stage } from './base/built-site.ts';

/** Writers save often; the inspection waits this long for the last of a burst of changes. */
const settleMs = 200;

/**
 * Puts our steps around Astro's build: first everything in `content/` is inspected, and after
 * Astro wrote `dist/` the stages run in order. A step that throws stops the build. The dev server
 * only prints what it found, then and after each change, so that a writer can go on.
 */
export function houseStages(address: Address, stages: readonly Stage[]): AstroIntegration {
	let contentFolder = '';
	let command: 'dev' | 'build' | 'preview' | 'sync';

	let told = new Set<string>();
	/** Prints what is new since the last time, and how much there is in all. */
	const printComplaints = async (logger: AstroIntegrationLogger) => {
		const found = (await inspectContent(contentFolder)).map(describeComplaint);
		for (const complaint of found) if (!told.has(complaint)) logger.warn(complaint);
		logger.info(found.length === 0 ? 'content/ is sound' : `${found.length} problems in content/`);
		told = new Set(found);
	};
	return {
		name: 'house-stages',
		hooks: {
			'astro:config:setup': ({ config, command: given }) => {
				contentFolder = fileURLToPath(new URL('./content/', config.root));
				command = given;
			},
			'astro:config:done': async () => {
				if (command === 'build') refuse(await inspectContent(contentFolder));
			},
			'astro:server:setup': ({ server, logger }) => {
				let timer: NodeJS.Timeout | undefined;
				const inspectSoon = (file?: string) => {
					const path = file === undefined ? '' : relative(contentFolder, file);
					if (path.split(sep)[0] === '..') return;
					clearTimeout(timer);
					timer = setTimeout(() => {
						printComplaints(logger).catch((error: Error) => logger.error(error.message));
					}, settleMs);
				};
				for (const event of ['add', 'change', 'unlink'] as const) {
					server.watcher.on(event, inspectSoon);
				}
				inspectSoon();
			},
			'astro:build:done': async ({ dir, logger }) => {
				const site = await readBuiltSite(fileURLToPath(dir), address);
				for (const stage of stages) {
					const startedAt = performance.now();
					await stage.run(site);
					logger.info(`${stage.name} (${Math.round(performance.now() - startedAt)} ms)`);
				}
			},
		},
	};
}
