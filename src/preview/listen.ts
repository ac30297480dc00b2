/** Serves `dist/` where HOST and PORT say, and prints the address. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { addressFrom } from '../base/urls.ts';
import { serve, type Served } from './serve.ts';

const firstPort = 4321;
const portsTried = 20;

/** Reads PORT. Throws when it is not a number that a server can listen at. */
export function portFrom(env: Record<string, string | undefined>): number | undefined {
	if (!env.PORT) return undefined;
	const port = Number(env.PORT);
	if (!Number.isInteger(port) || port < 0 || port > 65_535) {
		throw new Error(`PORT is “${env.PORT}”; expected a number from 0 to 65535.`);
	}
	return port;
}

/** What to do about an error of the system, in one sentence. */
function advice(error: NodeJS.ErrnoException, host: string, port: number): string {
	if (error.code === 'EADDRINUSE') return `Port ${port} is in use; set PORT to another one.`;
	if (error.code === 'EACCES') return `Port ${port} is not allowed; set PORT to one above 1023.`;
	if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') {
		return `HOST is “${host}”; expected a name or address of this machine, as 0.0.0.0.`;
	}
	return error.message;
}

/** Takes the port asked for, or else the first free one. */
async function served(): Promise<Served> {
	const { base } = addressFrom(process.env);
	const host = process.env.HOST || 'localhost';
	const asked = portFrom(process.env);
	const last = asked ?? firstPort + portsTried - 1;
	for (let port = asked ?? firstPort; ; port += 1) {
		try {
			return await serve({ root: resolve('dist'), base, port, host });
		} catch (error) {
			const isTaken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
			if (!isTaken || port >= last) {
				throw new Error(advice(error as NodeJS.ErrnoException, host, port), { cause: error });
			}
		}
	}
}

/** Ends the process with the message of an error. */
export function fail(error: unknown): never {
	console.error((error as Error).message);
	process.exit(1);
}

/** Serves `dist/` until the process ends. */
export async function listen(): Promise<void> {
	try {
		if (!existsSync('dist')) throw new Error('dist/ is missing. Run: npm run build');
		console.log(`The site is at ${(await served()).url} (stop it with Ctrl+C)`);
	} catch (error) {
		fail(error);
	}
}

if (process.argv[1] === import.meta.filename) await listen();
