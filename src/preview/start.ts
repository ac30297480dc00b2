/** `npm start`: builds the site without a log, serves it, and prints the address. */
import { build } from 'astro';

/** A build error with the place Astro found. */
type BuildError = Error & { loc?: { file?: string; line?: number }; hint?: string };

try {
	await build({ logLevel: 'error' });
	await import('./listen.ts');
} catch (error) {
	const { message, loc, hint } = error as BuildError;
	const place = loc?.file ? `${loc.file}${loc.line ? `:${loc.line}` : ''}: ` : '';
	console.error(`${place}${message}${hint ? `\n${hint}` : ''}`);
	process.exitCode = 1;
}
