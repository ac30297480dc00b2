/**
 * Runs a program of node_modules, or a script of this repository, on a Node that can run it:
 * `node src/run.mjs astro build`, `node src/run.mjs src/preview/start.ts`.
 *
 * `npm ci` installs a Node of its own (optionalDependencies in package.json) and npm puts it first
 * on the path. This file is for what that leaves open: platforms without such a package, and
 * commands that did not come through npm. It must itself run on old versions of Node.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Astro needs 22.12; running TypeScript files without a flag needs 22.18. */
const needed = [22, 18];

const [major, minor] = process.versions.node.split('.').map(Number);
const isNewEnough = major > needed[0] || (major === needed[0] && minor >= needed[1]);

/** The Node that npm installed for this platform, if there is one. */
function installedNode() {
	const platform = process.platform === 'win32' ? 'win' : process.platform;
	const program = platform === 'win' ? 'node.exe' : 'node';
	return ['node', 'node-bin']
		.map((prefix) => `node_modules/${prefix}-${platform}-${process.arch}/bin/${program}`)
		.find((path) => existsSync(path));
}

/** The JavaScript file behind a name: a file of ours, or the program of a package. */
function fileOf(name) {
	if (/\.m?[jt]s$/.test(name)) return resolve(name);
	const folder = resolve('node_modules', name);
	const { bin } = JSON.parse(readFileSync(resolve(folder, 'package.json'), 'utf8'));
	return resolve(folder, typeof bin === 'string' ? bin : bin[name]);
}

if (!existsSync('node_modules/astro')) {
	console.error('The packages are not installed. Run: npm ci');
	process.exit(1);
} else if (isNewEnough) {
	const [, , name, ...rest] = process.argv;
	const file = fileOf(name);
	// Nothing here sends usage data to the makers of its tools.
	process.env.ASTRO_TELEMETRY_DISABLED = '1';
	process.argv = [process.execPath, file, ...rest];
	await import(pathToFileURL(file).href);
} else {
	const node = installedNode();
	const run = node && spawnSync(node, process.argv.slice(1), { stdio: 'inherit' });
	if (!run || run.error) {
		console.error(
			`Node ${process.versions.node} is too old: this needs Node ${needed.join('.')} or newer, ` +
				'and npm has none installed for this platform. Install one from https://nodejs.org.',
		);
	}
	process.exit(run?.status ?? 1);
}
