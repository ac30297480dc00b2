import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { APIRoute } from 'astro';
import { readClaims } from '../content/readers.ts';

/** The claims byte for byte as the repository holds them, once they fit their schema. */
export const GET: APIRoute = () => {
	readClaims();
	return new Response(readFileSync(join(process.cwd(), 'content/claims.json')), {
		headers: { 'Content-Type': 'application/json' },
	});
};
