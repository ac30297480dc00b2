/**
 * Prints what a build costs: user seconds of a cold and a warm build of this site and of bare Astro
 * on the same MDX pages, in turn in one run, and the stages of ours: cold ones draw the cards.
 *
 * Usage: `npm run bench:build [-- --runs 3]`. Builds beside `dist/`. Exits with 1 when a median
 * ratio is over its limit.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { cacheFolder } from '../src/base/cache.ts';
import { quantile } from './measure.ts';

/** Most user seconds of ours for one of bare Astro. */
const limits = { cold: 4, warm: 2.5 };

const { values } = parseArgs({ options: { runs: { type: 'string', default: '3' } } });
const runs = Number(values.runs);
const folder = resolve('node_modules/.cache/bench-build');
const bare = resolve(folder, 'bare');
const astro = resolve('node_modules/astro/bin/astro.mjs');
/** What builds keep between runs: Astro's and Vite's caches, and ours. */
const caches = ['.astro', 'node_modules/.astro', 'node_modules/.vite', cacheFolder];

/** Copies a project that renders the same pages with components that only show what they wrap. */
function copyBareProject(): void {
	rmSync(bare, { recursive: true, force: true });
	cpSync('bench/bare', bare, { recursive: true });
	for (const language of ['zh', 'en']) {
		cpSync(`content/${language}`, resolve(bare, `content/${language}`), { recursive: true });
	}
}

/** Builds a project; user seconds of the process and its children, from the shell's `times`. */
function build(cwd: string, outDir: string) {
	const command = `"${process.execPath}" "${astro}" build --outDir "${outDir}"; code=$?; times >&2; exit $code`;
	const run = spawnSync('sh', ['-c', command], {
		cwd,
		encoding: 'utf8',
		env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
	});
	if (run.status !== 0)
		throw new Error(`The build in ${cwd} failed:\n${run.stdout.slice(-2000)}${run.stderr}`);
	const children = run.stderr.trim().split('\n').at(-1)!;
	const [, minutes, seconds] = /^(\d+)m([\d.]+)s/.exec(children)!;
	return { userSeconds: Number(minutes) * 60 + Number(seconds), output: run.stdout };
}

copyBareProject();
const projects = {
	ours: { cwd: resolve('.'), outDir: resolve(folder, 'ours') },
	bare: { cwd: bare, outDir: resolve(folder, 'bare-dist') },
};
/** User seconds of each build, by what is in the caches and whose build it is. */
const seconds = { cold: { ours: [], bare: [] }, warm: { ours: [], bare: [] } } as Record<
	keyof typeof limits,
	Record<keyof typeof projects, number[]>
>;
/** What the last builds of ours say of their stages. */
const stages = { cold: [] as string[], warm: [] as string[] };
for (let run = 0; run < runs; run++) {
	for (const temperature of ['cold', 'warm'] as const) {
		for (const name of ['ours', 'bare'] as const) {
			const { cwd, outDir } = projects[name];
			for (const cache of temperature === 'cold' ? caches : []) {
				rmSync(resolve(cwd, cache), { recursive: true, force: true });
			}
			const { userSeconds, output } = build(cwd, outDir);
			seconds[temperature][name].push(userSeconds);
			if (name === 'ours') stages[temperature] = output.match(/\S[^\n]*\(\d+ ms\)/g) ?? [];
		}
	}
}

for (const temperature of ['cold', 'warm'] as const) {
	const limit = limits[temperature];
	const [ours, peer] = [quantile(seconds[temperature].ours), quantile(seconds[temperature].bare)];
	const ratio = ours / peer;
	if (ratio > limit) process.exitCode = 1;
	console.log(
		`${temperature}: ${ours.toFixed(2)} s of user time, bare Astro ${peer.toFixed(2)} s, ratio ${ratio.toFixed(2)} (limit ${limit})`,
	);
	console.log(['Stages:', ...stages[temperature]].join('\n  '));
}
