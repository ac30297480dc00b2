/**
 * Follows the README in a clean folder on other machines' terms, and prints a table: system Node
 * and npm, browser, user, home, folder, network → installed, started, tests passed. The tests are
 * the unit tests and, in the browser that is found, the test of a deploy; with `--full` the first
 * line runs the whole `npm test`.
 *
 * Usage: `npm run fresh [-- --full] [--only 20/11]`. Linux only; as root it also takes a user
 * without rights (made for the run and removed after it), hides the machine's browsers and fonts,
 * and cuts the network off after the installation. Needs the registry. Exits with 1 when a line
 * failed.
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { usualPlaces } from '../browser/browser.ts';
import { copySources } from '../copy-sources.ts';

interface Line {
	/** Node and npm. */
	versions: string;
	/**
	 * A user without rights, whose home cannot be written, in a folder with an awkward name, on a
	 * machine without browsers and fonts; npm needs another place for its cache then.
	 */
	isOrdinary: boolean;
}

const versions = ['20/10', '20/11', '22/10', '22/11', '22/12', '24/11', '24/12'];
const lines: Line[] = [
	...versions.map((one) => ({ versions: one, isOrdinary: true })),
	{ versions: '20/11', isOrdinary: false },
];

const { values } = parseArgs({
	options: { full: { type: 'boolean', default: false }, only: { type: 'string', default: '' } },
});
const isRoot = process.getuid?.() === 0;
const user = 'fresh-clone';
const work = mkdtempSync(join(tmpdir(), 'fresh-'));
chmodSync(work, 0o755);

function must(program: string, ...args: string[]): void {
	const { status, stdout, stderr, error } = spawnSync(program, args, { encoding: 'utf8' });
	if (status !== 0) throw error ?? new Error(`${program} ${args.join(' ')}\n${stdout}${stderr}`);
}

/** A folder of programs with this Node and this npm, made from npm's own packages. */
function programsOf(versions: string): string {
	const [node, npm] = versions.split('/');
	const folder = join(work, `node-${node}-npm-${npm}`);
	mkdirSync(folder, { recursive: true });
	const flags = ['--prefix', folder, '--no-save', '--ignore-scripts', '--silent'];
	must('npm', 'install', ...flags, `node-linux-${process.arch}@${node}`, `npm@${npm}`);
	return join(folder, 'node_modules/.bin');
}

/** How this machine reaches the registry; everything else of the environment is left out. */
const network = Object.entries(process.env).filter(([name]) =>
	/^(NODE_EXTRA_CA_CERTS|HTTPS?_PROXY|NO_PROXY|npm_config_registry)$/.test(name),
);

interface Place {
	folder: string;
	bin: string;
	home: string;
	cache: string;
}

/** Commands that hide the machine's browsers and fonts from what runs after them. */
const hiding = [
	...[...usualPlaces('chromium'), ...usualPlaces('firefox')]
		.filter((path) => existsSync(path))
		.map((path) => `mount --bind /dev/null ${realpathSync(path)}`),
	...['/usr/share/fonts', '/usr/local/share/fonts']
		.filter((path) => existsSync(path))
		.map((path) => `mount -t tmpfs none ${path}`),
];

const quoted = (part: string) => `'${part.replaceAll("'", `'\\''`)}'`;

/** Runs a command line in the clean folder. Returns its exit code and what it printed. */
function run(
	command: string,
	{ folder, bin, home, cache }: Place,
	{ isOrdinary, isOffline }: { isOrdinary: boolean; isOffline: boolean },
): { code: number; output: string } {
	const env = [
		...[`PATH=${bin}:/usr/bin:/bin`, `HOME=${home}`, `npm_config_cache=${cache}`],
		...network.map(([name, value]) => `${name}=${value}`),
		...['CI=1', 'LANG=C.UTF-8'],
	];
	const asUser = isOrdinary && isRoot ? ['runuser', '-u', user, '--'] : [];
	const shell = ['env', '-i', ...env, 'bash', '-c', `cd ${quoted(folder)} || exit 1; ${command}`];
	const whole = [...asUser, ...shell].map(quoted).join(' ');
	const preparing = isOrdinary ? [...hiding, ...(isOffline ? ['ip link set lo up'] : [])] : [];
	const unshared = ['unshare', isOffline ? '-mn' : '-m', 'bash', '-c'];
	const [program, ...args] = isRoot ? unshared : ['bash', '-c'];
	const script = `{ ${[...(isRoot ? preparing : []), whole].join(' && ')}; } 2>&1`;
	const limits = { encoding: 'utf8', maxBuffer: 2 ** 28 } as const;
	const { status, stdout } = spawnSync(program!, [...args, script], limits);
	return { code: status ?? 1, output: stdout };
}

/** Starts the site, waits for its address (half an hour on a busy machine), asks for it, stops it. */
const startCommand = `set -m
npm start > start.log 2>&1 & pid=$!
for i in $(seq 1 3600); do
	address=$(grep -o 'http://[^ ]*' start.log) && break
	kill -0 $pid 2>/dev/null || break
	sleep 0.5
done
node -e 'fetch(process.argv[1]).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))' "$address"
code=$?; cat start.log
kill -- -$pid; wait $pid
exit $code`;

/** Each closing line of a test run. */
const summary = (output: string) =>
	output.match(/\d+ passed, \d+ failed/g)?.join(' and ') ?? 'no summary';

function follow({ versions, isOrdinary }: Line, isWhole: boolean): Record<string, string> {
	const parent = join(work, `${versions.replace('/', '-')}-${isOrdinary}`);
	const name = isOrdinary ? '导读 空格 folder' : 'folder';
	const bin = programsOf(versions);
	const [folder, home, cache] = [join(parent, name), join(parent, 'home'), join(parent, 'cache')];
	const place = { folder, home, cache, bin };
	for (const path of [folder, home, cache]) mkdirSync(path, { recursive: true });
	copySources(folder);
	if (isOrdinary && isRoot) must('chown', '-R', user, folder, cache);
	chmodSync(home, isOrdinary ? 0o555 : 0o755);
	const online = { isOrdinary, isOffline: false };
	const offline = { isOrdinary, isOffline: isOrdinary };
	const installed = run('npm ci', place, online);
	const started = run(startCommand, place, offline);
	const tests = 'npm run test:unit && npm run test:browser -- tests/browser/deploy.test.ts';
	const tested = run(isWhole ? 'npm test' : tests, place, offline);
	for (const { code, output } of [installed, started, tested]) {
		if (code !== 0) console.error(output.slice(-4000));
	}
	const browser = /Browser: (.+)/.exec(tested.output)?.[1] ?? 'none';
	const found = run('node --version && npm --version', place, online).output.split('\n');
	rmSync(parent, { recursive: true, force: true });
	return {
		Node: found[0] ?? '',
		npm: found[1] ?? '',
		browser: browser.startsWith(folder) ? 'bundled' : browser,
		user: isOrdinary && isRoot ? 'ordinary' : isRoot ? 'root' : 'own',
		home: isOrdinary ? 'read-only' : 'empty',
		folder: name,
		'network after install': offline.isOffline && isRoot ? 'none' : 'yes',
		installed: installed.code === 0 ? 'yes' : 'FAILED',
		started: started.code === 0 ? 'yes' : 'FAILED',
		'tests passed': (tested.code === 0 ? '' : 'FAILED: ') + summary(tested.output),
	};
}

const table: Record<string, string>[] = [];
const isKnown = spawnSync('id', [user], { stdio: 'ignore' }).status === 0;
try {
	if (isRoot && !isKnown) must('useradd', '--system', '--no-create-home', user);
	for (const line of lines) {
		if (values.only && values.only !== line.versions) continue;
		table.push(follow(line, values.full && table.length === 0));
		console.log(JSON.stringify(table.at(-1)));
	}
} finally {
	if (isRoot && !isKnown) spawnSync('userdel', [user]);
	rmSync(work, { recursive: true, force: true });
}
console.table(table);
process.exitCode = JSON.stringify(table).includes('FAILED') ? 1 : 0;
