/**
 * `npm start` builds the site without a log, `npm run preview` takes the last build. Then both serve
 * it where HOST and PORT say, else at the first free port, and print the address.
 */
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { resolve } from 'node:path';
import { addressFrom } from '../base/urls.ts';
import { serve } from './serve.ts';

const firstPort = 4321;
const portsTried = 20;
// Set but empty is not set.
const host = process.env.HOST || 'localhost';
const givenPort = process.env.PORT || undefined;

const wrongHost = `HOST is “${host}”; expected a name or address of this machine, as 0.0.0.0.`;
/** What to do about an error of the system. */
const advice: Record<string, string> = {
	EACCES: `PORT is “${givenPort}”, which this user may not use; expected one above 1023.`,
	EADDRNOTAVAIL: wrongHost,
	EAI_AGAIN: wrongHost,
	EINVAL: wrongHost,
	ENOTFOUND: wrongHost,
};

/** Whether nothing listens at a port. Throws when this host and port cannot be listened at. */
function isFree(port: number): Promise<boolean> {
	return new Promise((done, reject) => {
		const server = createServer();
		server.once('error', (error: NodeJS.ErrnoException) => {
			const { code = '', message } = error;
			if (code === 'EADDRINUSE') done(false);
			else reject(new Error(advice[code] ?? message, { cause: error }));
		});
		server.listen(port, host, () => server.close(() => done(true)));
	});
}

/** The port that PORT names, else the first free one. Throws what is wrong with HOST or PORT. */
async function portToTake(): Promise<number> {
	if (givenPort && !(/^\d+$/.test(givenPort) && Number(givenPort) < 65_536)) {
		throw new Error(`PORT is “${givenPort}”; expected a number from 0 to 65535.`);
	}
	const first = givenPort ? Number(givenPort) : firstPort;
	const last = givenPort ? first : firstPort + portsTried - 1;
	for (let port = first; port <= last; port++) if (await isFree(port)) return port;
	throw new Error(
		givenPort
			? `Port ${first} is in use; set PORT to another one.`
			: `The ports from ${first} to ${last} are in use; set PORT to another one.`,
	);
}

/** A build error with the place Astro found. */
type BuildError = Error & { loc?: { file?: string; line?: number }; hint?: string };

try {
	// Before the build: nobody waits for it to hear that the port is taken.
	const port = await portToTake();
	if (!process.argv.includes('--built')) {
		const { build } = await import('astro');
		await build({ logLevel: 'error' });
	} else if (!existsSync('dist')) throw new Error('dist/ is missing. Run: npm run build');
	const { base } = addressFrom(process.env);
	const { url } = await serve({ root: resolve('dist'), base, port, host });
	console.log(`The site is at ${url} (stop it with Ctrl+C)`);
} catch (error) {
	const { message, loc, hint } = error as BuildError;
	const place = loc?.file ? `${loc.file}${loc.line ? `:${loc.line}` : ''}: ` : '';
	console.error(`${place}${message}${hint ? `\n${hint}` : ''}`);
	process.exitCode = 1;
}
