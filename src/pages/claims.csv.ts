import type { APIRoute } from 'astro';
import { readClaims } from '../content/readers.ts';
import { siteAddress } from '../base/site.ts';
import { claimsCsv } from '../claims/claims-csv.ts';

/** The claims as a table; several values of a cell are separated by ` | `. */
export const GET: APIRoute = () =>
	new Response(claimsCsv(readClaims(), siteAddress), {
		headers: { 'Content-Type': 'text/csv; charset=utf-8' },
	});
