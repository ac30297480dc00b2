import type { APIRoute } from 'astro';
import { claimsCsvMetadata } from '../claims/claims-csv.ts';

/** What `/claims.csv` holds, column by column, at the address where CSV on the Web looks for it. */
export const GET: APIRoute = () =>
	new Response(JSON.stringify(claimsCsvMetadata(), null, '\t'), {
		headers: { 'Content-Type': 'application/csvm+json' },
	});
