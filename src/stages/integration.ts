import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { refuse } from '../lib/content-error.ts';
import type { Address } from '../lib/urls.ts';
import { inspectContent } from '../intake/inspect.ts';
import { readBuiltSite, type Stage } from './built-site.ts';

/**
 * Puts our steps around Astro's build: first everything in `content/` is inspected, and after
 * Astro wrote `dist/` the stages run in order. A step that throws stops the build.
 */
export function houseStages(address: Address, stages: readonly Stage[]): AstroIntegration {
	return {
		name: 'house-stages',
		hooks: {
			'astro:config:done': async () => {
				refuse(await inspectContent());
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
