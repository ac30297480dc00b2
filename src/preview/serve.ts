/** Serves a built folder as a static host would: for `npm start`, for tests and for measurements. */
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve, sep } from 'node:path';
import sirv from 'sirv';
import { headerRules, isMatch, revalidated, type HeaderRule } from '../base/headers.ts';

/** What is served and where. */
export interface ServeOptions {
	/** Folder to serve. Files that change or come while it is served are not seen. */
	root: string;
	/** Base path with both slashes; default `/`. */
	base?: string;
	/** Port; 0 (default) takes a free one. A port in use is refused with `EADDRINUSE`. */
	port?: number;
	/** Name or address to listen at; default `localhost`. */
	host?: string;
}

/** A running server. */
export interface Served {
	/** Address of the home page, with the base path. */
	url: string;
	close(): Promise<void>;
}

/** The header rules that the build wrote; without a build of ours, those that need no policy. */
function rulesOf(root: string, base: string): HeaderRule[] {
	const file = join(root, '_headers');
	if (!existsSync(file)) return headerRules("frame-ancestors 'none'");
	const rules: HeaderRule[] = [];
	for (const line of readFileSync(file, 'utf8').split('\n')) {
		if (line.startsWith('/')) rules.push({ path: `/${line.slice(base.length)}`, headers: {} });
		const [, name, value] = /^ {2}([\w-]+): (.+)$/.exec(line) ?? [];
		if (name && value) rules.at(-1)!.headers[name] = value;
	}
	return rules;
}

/** Path of a folder that was asked for without its last slash. */
function folderAddress(root: string, path: string, search: string): string | undefined {
	if (path.endsWith('/')) return undefined;
	let folder: string;
	try {
		folder = join(root, decodeURIComponent(path));
	} catch {
		return undefined;
	}
	if (!folder.startsWith(root + sep) || !existsSync(join(folder, 'index.html'))) return undefined;
	return `${path}/${search}`;
}

/** Starts a server; resolves once it listens. */
export async function serve(options: ServeOptions): Promise<Served> {
	const { base = '/', port = 0, host = 'localhost' } = options;
	const root = resolve(options.root);
	const rules = rulesOf(root, base);
	const setHeaders = (response: ServerResponse, path: string) => {
		response.setHeader('Cache-Control', revalidated);
		for (const { path: pattern, headers } of rules) {
			if (!isMatch(pattern, path)) continue;
			for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
		}
	};
	const notFoundFile = join(root, '404.html');
	const notFoundPage = existsSync(notFoundFile) ? readFileSync(notFoundFile) : 'Not found';
	const notFound = (request: IncomingMessage, response: ServerResponse) => {
		setHeaders(response, '/404.html');
		response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8' });
		response.end(request.method === 'HEAD' ? undefined : notFoundPage);
	};
	const files = sirv(root, { etag: true, brotli: true, gzip: true, setHeaders });
	const server: Server = createServer((request, response) => {
		const redirect = (location: string) => response.writeHead(301, { location }).end();
		const { url = '/', method } = request;
		const [path = '/', query] = url.split('?') as [string, string?];
		const search = query === undefined ? '' : `?${query}`;
		if (method !== 'GET' && method !== 'HEAD') {
			response.writeHead(405, { allow: 'GET, HEAD' }).end();
		} else if (`${path}/` === base) redirect(base + search);
		else if (!path.startsWith(base) || path.includes('//')) notFound(request, response);
		else {
			const below = `/${path.slice(base.length)}`;
			const location = folderAddress(root, below, search);
			// Other ranges than these may be left aside; sirv ends at one that ends before it begins.
			const [, from, to = Infinity] =
				/^bytes=(\d+)-(\d+)?$/.exec(request.headers.range ?? '') ?? [];
			if (!(Number(from) <= Number(to))) delete request.headers.range;
			request.url = below + search;
			if (location) redirect(base + location.slice(1));
			else files(request, response, () => notFound(request, response));
		}
	});
	// Rejects when the server has an error first.
	await once(server.listen(port, host), 'listening');
	const { port: taken } = server.address() as AddressInfo;
	const shownHost = host.includes(':') ? `[${host}]` : host;
	return {
		url: `http://${shownHost}:${taken}${base}`,
		close: () =>
			new Promise((done, reject) => {
				server.close((error) => (error ? reject(error) : done()));
				server.closeAllConnections();
			}),
	};
}
