/** Starts the web servers of this machine on a folder, each with the files the build writes. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { serve } from '../../src/preview/serve.ts';

/** What is served: the built files lie in `root` below `base`. */
export interface Site {
	root: string;
	base: string;
	/** Folder for configurations, logs and process ids. */
	scratch: string;
}

/** A running server. */
export interface Running {
	origin: string;
	stop(): Promise<void> | void;
}

export interface WebServer {
	name: string;
	isInstalled: boolean;
	start(site: Site): Promise<Running>;
}

const isOnPath = (program: string, argument = '-v') =>
	spawnSync(program, [argument], { stdio: 'ignore' }).error === undefined;

/** A port that nothing listens at. */
async function freePort(): Promise<number> {
	const server = createServer().listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	await once(server.close(), 'close');
	return port;
}

/** Waits until a server answers. Throws what it printed when it ends before. */
async function answers(origin: string, child: ChildProcess): Promise<void> {
	let printed = '';
	child.stderr?.on('data', (data) => (printed += data));
	for (let tries = 0; tries < 200; tries += 1) {
		if (child.exitCode !== null) throw new Error(printed);
		if (await fetch(origin).catch(() => undefined)) return;
		await new Promise((done) => setTimeout(done, 50));
	}
	throw new Error(`${origin} does not answer. ${printed}`);
}

async function run(program: string, args: string[], port: number, cwd: string): Promise<Running> {
	const env = { ...process.env, XDG_DATA_HOME: cwd, XDG_CONFIG_HOME: cwd };
	const child = spawn(program, args, { cwd, env, stdio: ['ignore', 'ignore', 'pipe'] });
	const origin = `http://127.0.0.1:${port}`;
	await answers(origin, child);
	return {
		origin,
		stop: async () => {
			child.kill();
			await once(child, 'exit');
		},
	};
}

/** A server that is started in `scratch` with a file of this folder, whose braces are filled in. */
function installed(name: string, config: string, args: string): WebServer {
	return {
		name,
		isInstalled: isOnPath(name, name === 'caddy' ? 'version' : '-v'),
		async start({ root, base, scratch }) {
			const port = await freePort();
			const user = process.getuid?.() === 0 ? 'user root;' : '';
			const words: Record<string, string | number> = { root, base, scratch, port, user };
			const template = readFileSync(join('tests/servers', config), 'utf8');
			const filled = template.replace(/\{\{(\w+)\}\}/g, (_, word: string) => String(words[word]));
			const file = join(scratch, config);
			writeFileSync(file, filled);
			return run(name, [...args.split(' '), file], port, scratch);
		},
	};
}

const nginx = installed('nginx', 'nginx.conf', '-e stderr -p . -c');
const caddy = installed('caddy', 'Caddyfile', 'run --adapter caddyfile --config');
const apache = installed('apache2', 'apache.conf', '-DFOREGROUND -f');

const python: WebServer = {
	name: 'python',
	isInstalled: isOnPath('python3', '-V'),
	async start({ root, scratch }) {
		const port = await freePort();
		const args = ['-m', 'http.server', String(port), '--bind', '127.0.0.1', '--directory', root];
		return run('python3', args, port, scratch);
	},
};

/** Our own server, which needs no installation. */
const preview: WebServer = {
	name: 'preview',
	isInstalled: true,
	async start({ root, base }) {
		const { url, close } = await serve({ root: join(root, base), base, host: '127.0.0.1' });
		return { origin: new URL(url).origin, stop: close };
	},
};

export const webServers: readonly WebServer[] = [preview, nginx, caddy, apache, python];

/** A fresh folder below `parent`, readable by the servers' own users. */
export function scratchFolder(parent: string, name: string): string {
	const folder = join(parent, name);
	mkdirSync(folder, { recursive: true, mode: 0o755 });
	return folder;
}
