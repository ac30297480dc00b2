import type { APIRoute } from 'astro';
import { readClaims } from '../content/readers.ts';
import { addressFrom } from '../base/urls.ts';
import { claimsCsv } from '../claims/claims-csv.ts';

/** The claims as a table; several values of a cell are separated by ` | `. */
export const GET: APIRoute = ({ site }) => {
	const address = addressFrom({ SITE_URL: site?.origin, BASE_PATH: import.meta.env.BASE_URL });
	return new Response(claimsCsv(readClaims(), address), {
		headers: { 'Content-Type': 'text/csv; charset=utf-8' },
	});
};
