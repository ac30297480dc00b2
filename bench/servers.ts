/**
 * Prints how many requests a second nginx answers for a compressed section page beside an empty
 * file, on loopback, in turn in one run. Needs nginx and wrk.
 *
 * Usage: `npm run build && npm run bench:servers [-- --seconds 1]`. Exits with 1 when the median of
 * the rounds' ratios is below its limit: the speed of a shared machine changes from second to second,
 * so that only the two halves of a round are alike.
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { scratchFolder, webServers } from '../tests/servers/start.ts';
import { quantile } from './measure.ts';

const leastRatio = 0.85;
const rounds = 11;

const { values } = parseArgs({ options: { seconds: { type: 'string', default: '1' } } });
const nginx = webServers.find(({ name }) => name === 'nginx')!;
const hasWrk = spawnSync('wrk', ['-v']).error === undefined;
if (!nginx.isInstalled || !hasWrk) {
	console.error('This needs nginx and wrk: apt-get install nginx-light wrk');
	process.exit(1);
}

const folder = mkdtempSync(join(tmpdir(), 'load-'));
chmodSync(folder, 0o755);
const root = scratchFolder(folder, 'www');
cpSync('dist', root, { recursive: true });
writeFileSync(join(root, 'empty.html'), '');
const server = await nginx.start({ root, base: '/', scratch: scratchFolder(folder, 'nginx') });

/** Requests a second for a path. */
function rateOf(path: string): number {
	const flags = ['-t1', '-c16', `-d${values.seconds}s`, '-H', 'Accept-Encoding: gzip'];
	const { stdout } = spawnSync('wrk', [...flags, server.origin + path], { encoding: 'utf8' });
	if (/Non-2xx/.test(stdout)) throw new Error(stdout);
	return Number(/Requests\/sec:\s+([\d.]+)/.exec(stdout)?.[1]);
}

const runs = Array.from({ length: rounds }, () => {
	const empty = rateOf('/empty.html');
	const page = rateOf('/technical-logic/');
	return { 'empty file': Math.round(empty), 'section page': Math.round(page) };
});
await server.stop();
rmSync(folder, { recursive: true });

console.table(runs);
const ratio = quantile(runs.map((run) => run['section page'] / run['empty file']));
console.log(`Median ratio ${ratio.toFixed(2)}, expected at least ${leastRatio}.`);
process.exitCode = ratio < leastRatio ? 1 : 0;
