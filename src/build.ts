import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { Address } from './base/urls.ts';
import { readBuiltSite, type Stage } from './base/built-site.ts';
import { copiesStage } from './frame/copies-stage.ts';
import { iconStage } from './links/icons.ts';
import { linkStage } from './links/link-stage.ts';
import { shareStage } from './links/share.ts';
import { twinStage } from './links/twins.ts';
import { publishStage } from './publish/publish-stage.ts';
import { searchStage } from './search/build/stage.ts';

/**
 * What happens to the pages after Astro wrote them, in order. They are read into one tree each
 * before the first stage and written from it by the last.
 */
export const stages: readonly Stage[] = [
	linkStage,
	shareStage,
	searchStage,
	twinStage,
	copiesStage,
	iconStage,
	publishStage,
];

/** Runs the stages in order after Astro wrote `dist/`. A stage that throws stops the build. */
export function buildStages(address: Address): AstroIntegration {
	return {
		name: 'stages',
		hooks: {
			'astro:build:done': async ({ dir, logger }) => {
				const timed = async <Result>(name: string, work: () => Promise<Result>) => {
					const startedAt = performance.now();
					const result = await work();
					logger.info(`${name} (${Math.round(performance.now() - startedAt)} ms)`);
					return result;
				};
				const site = await timed('read pages', () => readBuiltSite(fileURLToPath(dir), address));
				for (const stage of stages) await timed(stage.name, () => stage.run(site));
			},
		},
	};
}
