/** Serves a built folder as a static host would: for `npm start`, for tests and for measurements. */
import { readFile, stat } from 'node:fs/promises';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize, sep } from 'node:path';

/** Media types by file ending; text says its encoding. */
const mediaTypes: Record<string, string> = {
	'.css': 'text/css; charset=utf-8',
	'.csv': 'text/csv; charset=utf-8',
	'.html': 'text/html; charset=utf-8',
	'.ico': 'image/x-icon',
	'.js': 'text/javascript; charset=utf-8',
	'.json': 'application/json; charset=utf-8',
	'.md': 'text/markdown; charset=utf-8',
	'.mjs': 'text/javascript; charset=utf-8',
	'.png': 'image/png',
	'.svg': 'image/svg+xml',
	'.txt': 'text/plain; charset=utf-8',
	'.wasm': 'application/wasm',
	'.webmanifest': 'application/manifest+json',
	'.webp': 'image/webp',
	'.woff2': 'font/woff2',
	'.xml': 'application/xml; charset=utf-8',
};
const unknownType = 'application/octet-stream';

/** What is served and where. */
export interface ServeOptions {
	/** Folder to serve. */
	root: string;
	/** Base path with both slashes; default `/`. */
	base?: string;
	/** Port; 0 (default) takes a free one. A port in use is refused with `EADDRINUSE`. */
	port?: number;
}

/** A running server. */
export interface Served {
	/** Address of the home page, with the base path. */
	url: string;
	close(): Promise<void>;
}

interface Answer {
	status: number;
	headers: Record<string, string>;
	body?: Buffer;
}

async function isFolder(path: string): Promise<boolean> {
	return (await stat(path).catch(() => undefined))?.isDirectory() ?? false;
}

async function fileAnswer(path: string, status: number): Promise<Answer | undefined> {
	try {
		const body = await readFile(path);
		const type = mediaTypes[extname(path).toLowerCase()] ?? unknownType;
		return { status, headers: { 'content-type': type }, body };
	} catch {
		return undefined;
	}
}

async function answerTo(target: string, root: string, base: string): Promise<Answer> {
	const notFound = async () =>
		(await fileAnswer(join(root, '404.html'), 404)) ?? { status: 404, headers: {} };
	const [rawPath = '/', query] = target.split('?') as [string, string?];
	let path: string;
	try {
		path = decodeURIComponent(rawPath);
	} catch {
		return { status: 400, headers: {} };
	}
	if (!path.startsWith(base)) {
		if (`${path}/` === base) return { status: 301, headers: { location: base } };
		return notFound();
	}
	const file = normalize(join(root, path.slice(base.length)));
	if ((file !== root && !file.startsWith(root + sep)) || path.includes('\0')) return notFound();
	if (await isFolder(file)) {
		if (!path.endsWith('/')) {
			const location = `${rawPath}/${query === undefined ? '' : `?${query}`}`;
			return { status: 301, headers: { location } };
		}
		return (await fileAnswer(join(file, 'index.html'), 200)) ?? notFound();
	}
	return (await fileAnswer(file, 200)) ?? notFound();
}

function send(response: ServerResponse, method: string, { status, headers, body }: Answer): void {
	response.writeHead(status, {
		'cache-control': 'no-cache',
		'content-length': body?.length ?? 0,
		'x-content-type-options': 'nosniff',
		...headers,
	});
	response.end(method === 'HEAD' ? undefined : body);
}

/** Starts a server; resolves once it listens. */
export async function serve({ root, base = '/', port = 0 }: ServeOptions): Promise<Served> {
	const folder = normalize(join(root, '.')).replace(/[/\\]$/, '');
	const server: Server = createServer((request, response) => {
		const method = request.method ?? 'GET';
		if (method !== 'GET' && method !== 'HEAD') {
			send(response, method, { status: 405, headers: { allow: 'GET, HEAD' } });
			return;
		}
		answerTo(request.url ?? '/', folder, base)
			.catch((): Answer => ({ status: 500, headers: {} }))
			.then((answer) => send(response, method, answer));
	});
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject);
		server.listen(port, 'localhost', resolve);
	});
	const { port: taken } = server.address() as AddressInfo;
	return {
		url: `http://localhost:${taken}${base}`,
		close: () =>
			new Promise((resolve, reject) => {
				server.close((error) => (error ? reject(error) : resolve()));
				server.closeAllConnections();
			}),
	};
}
