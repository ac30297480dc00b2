/** `npm start`: builds the site without a log, serves it, and prints the address. */
import { build } from 'astro';
import { fail, listen, portFrom } from './listen.ts';

/** A build error with the place Astro found. */
type BuildError = Error & { loc?: { file?: string; line?: number }; hint?: string };

function describe({ message, loc, hint }: BuildError): string {
	const place = loc?.file ? `${loc.file}${loc.line ? `:${loc.line}` : ''}: ` : '';
	return `${place}${message}${hint ? `\n${hint}` : ''}`;
}

try {
	portFrom(process.env);
	await build({ logLevel: 'error' });
} catch (error) {
	fail(new Error(describe(error as BuildError)));
}
await listen();
