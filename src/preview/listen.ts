/** Serves `dist/` where HOST and PORT say, else at the first free port, and prints the address. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { addressFrom } from '../base/urls.ts';
import { serve } from './serve.ts';

const firstPort = 4321;
const portsTried = 20;
const { HOST: host = 'localhost', PORT } = process.env;

/** What to do about an error of the system. */
const advice: Record<string, string> = {
	EADDRINUSE: 'The port is in use; set PORT to another one.',
	EACCES: 'The port is not allowed; set PORT to one above 1023.',
	ERR_SOCKET_BAD_PORT: `PORT is “${PORT}”; expected a number from 0 to 65535.`,
	EADDRNOTAVAIL: `HOST is “${host}”; expected a name or address of this machine, as 0.0.0.0.`,
	ENOTFOUND: `HOST is “${host}”; expected a name or address of this machine, as 0.0.0.0.`,
};

async function listen(port: number, tries: number): Promise<string> {
	try {
		const { base } = addressFrom(process.env);
		return (await serve({ root: resolve('dist'), base, port, host })).url;
	} catch (error) {
		const { code = '', message } = error as NodeJS.ErrnoException;
		if (code === 'EADDRINUSE' && tries > 1) return listen(port + 1, tries - 1);
		throw new Error(advice[code] ?? message, { cause: error });
	}
}

try {
	if (!existsSync('dist')) throw new Error('dist/ is missing. Run: npm run build');
	const url = await (PORT ? listen(Number(PORT), 1) : listen(firstPort, portsTried));
	console.log(`The site is at ${url} (stop it with Ctrl+C)`);
} catch (error) {
	console.error((error as Error).message);
	process.exitCode = 1;
}
