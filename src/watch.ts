import { relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration, AstroIntegrationLogger } from 'astro';
import type { ErrorPayload, ViteDevServer } from 'vite';
import { ContentError, describeProblem, type Problem } from './base/content-error.ts';
import { inspectContent } from './content/inspect.ts';

/** Editors save in bursts; the checks wait this long for the last change of a burst. */
const settleMs = 200;

/** All problems as one error of Vite, which the browser shows over the page. */
function overlayOf(found: readonly Problem[], root: string): ErrorPayload {
	const [, file = '', line = '1'] = /^(.*):(\d+)$/.exec(found[0]!.where) ?? [];
	return {
		type: 'error',
		err: {
			message: new ContentError(found).message,
			stack: '',
			plugin: 'content checks',
			loc: { file: `${root}${file}`, line: Number(line), column: 0 },
		},
	};
}

/** Checks `content/` after each change, reloads the browser and shows it what is wrong. */
function watch(server: ViteDevServer, root: string, logger: AstroIntegrationLogger): void {
	let found: Problem[] = [];
	let timer: NodeJS.Timeout | undefined;
	const check = async () => {
		found = await inspectContent(`${root}content`);
		for (const one of found) logger.warn(describeProblem(one));
		logger.info(found.length === 0 ? 'no problems in content/' : `problems: ${found.length}`);
		// Pages carry data of YAML, CSV and JSON files that Vite does not know as their sources.
		for (const { moduleGraph } of Object.values(server.environments)) moduleGraph.invalidateAll();
		server.ws.send({ type: 'full-reload' });
	};
	const checkSoon = (file: string) => {
		if (relative(`${root}content`, file).split(sep)[0] === '..') return;
		clearTimeout(timer);
		timer = setTimeout(() => {
			check().catch((error: Error) => logger.error(error.message));
		}, settleMs);
	};
	for (const event of ['add', 'change', 'unlink'] as const) server.watcher.on(event, checkSoon);
	// Each page that is opened or reloaded connects anew.
	server.ws.on('vite:client:connect', (_, client) => {
		if (found.length > 0) client.send(overlayOf(found, root));
	});
	checkSoon(`${root}content/`);
}

/**
 * Checks `content/`: a build ends with what was found, cause first; the dev server goes on and shows
 * it over the page.
 */
export function contentChecks(): AstroIntegration {
	let command = '';
	return {
		name: 'content',
		hooks: {
			'astro:config:setup': (given) => {
				({ command } = given);
			},
			'astro:config:done': async ({ config, logger }) => {
				if (command !== 'build') return;
				const found = await inspectContent(fileURLToPath(new URL('content/', config.root)));
				if (found.length === 0) return;
				logger.error(new ContentError(found).message);
				process.exit(1);
			},
			'astro:server:setup': ({ server, logger }) => watch(server, `${server.config.root}/`, logger),
		},
	};
}
