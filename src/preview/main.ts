/** `npm start` and `npm run preview`: serves `dist/` at an address it prints. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { addressFrom } from '../base/urls.ts';
import { serve, type Served } from './serve.ts';

const root = resolve('dist');
const firstPort = Number(process.env.PORT ?? 4321);
const portsTried = 20;

if (!existsSync(root)) {
	console.error('dist/ is missing. Run: npm run build');
	process.exit(1);
}

/** Takes the first free port, so that a second copy of the site can be looked at beside it. */
async function serveOnFreePort(): Promise<Served> {
	const { base } = addressFrom(process.env);
	for (let port = firstPort; port < firstPort + portsTried; port += 1) {
		try {
			return await serve({ root, base, port });
		} catch (error) {
			if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
		}
	}
	throw new Error(`Ports ${firstPort} to ${firstPort + portsTried - 1} are in use; set PORT.`);
}

const { url } = await serveOnFreePort();
console.log(`\nThe site is at ${url}\nStop it with Ctrl+C.`);
