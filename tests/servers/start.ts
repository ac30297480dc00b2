/** Starts the web servers of this machine on a folder, each with the files the build writes. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
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
function freePort(): Promise<number> {
	return new Promise((done) => {
		const server = createServer().listen(0, '127.0.0.1', () => {
			const { port } = server.address() as AddressInfo;
			server.close(() => done(port));
		});
	});
}

/** Waits until a server answers. Throws what it printed when it ends before. */
async function answers(origin: string, child: ChildProcess): Promise<void> {
	let printed = '';
	child.stderr?.on('data', (data) => (printed += data));
	for (let tries = 0; tries < 200; tries += 1) {
		if (child.exitCode !== null) throw new Error(printed);
		const isUp = await fetch(origin).then(
			() => true,
			() => false,
		);
		if (isUp) return;
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
		stop: () =>
			new Promise((done) => {
				child.once('exit', () => done());
				child.kill('SIGTERM');
			}),
	};
}

const isRoot = process.getuid?.() === 0;

const nginx: WebServer = {
	name: 'nginx',
	isInstalled: isOnPath('nginx'),
	async start({ root, base, scratch }) {
		const port = await freePort();
		const config = join(scratch, 'nginx.conf');
		writeFileSync(
			config,
			`${isRoot ? 'user root;' : ''} daemon off; pid ${scratch}/nginx.pid; error_log stderr warn; worker_processes 1;
events {}
http {
	access_log off;
	sendfile on; tcp_nopush on;
	client_body_temp_path ${scratch}/body; proxy_temp_path ${scratch}/proxy;
	fastcgi_temp_path ${scratch}/fcgi; uwsgi_temp_path ${scratch}/uwsgi; scgi_temp_path ${scratch}/scgi;
	server { listen 127.0.0.1:${port}; root ${root}; include ${root}${base}.servers/nginx.conf; }
}`,
		);
		return run('nginx', ['-e', 'stderr', '-p', scratch, '-c', config], port, scratch);
	},
};

const caddy: WebServer = {
	name: 'caddy',
	isInstalled: isOnPath('caddy', 'version'),
	async start({ root, base, scratch }) {
		const port = await freePort();
		const config = join(scratch, 'Caddyfile');
		writeFileSync(
			config,
			`{\n\tadmin off\n\tauto_https off\n}\nhttp://127.0.0.1:${port} {\n\troot * ${root}\n\timport ${root}${base}.servers/Caddyfile\n}\n`,
		);
		return run('caddy', ['run', '--config', config, '--adapter', 'caddyfile'], port, scratch);
	},
};

const apacheModules = ['mpm_event', 'authz_core', 'dir', 'mime', 'headers', 'rewrite'];

const apache: WebServer = {
	name: 'apache2',
	isInstalled: isOnPath('apache2'),
	async start({ root, scratch }) {
		const port = await freePort();
		const config = join(scratch, 'apache.conf');
		const modules = apacheModules.map(
			(name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`,
		);
		writeFileSync(
			config,
			`ServerName 127.0.0.1
Listen 127.0.0.1:${port}
PidFile ${scratch}/apache.pid
DefaultRuntimeDir ${scratch}
ErrorLog ${scratch}/apache.log
${modules.join('\n')}
TypesConfig /etc/mime.types
AddType application/x-gzip .gz
DocumentRoot ${root}
<Directory ${root}>
	AllowOverride All
	Require all granted
</Directory>
`,
		);
		return run('apache2', ['-DFOREGROUND', '-f', config], port, scratch);
	},
};

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
