import { readFileSync } from 'node:fs';
import type { APIRoute } from 'astro';
import { z } from 'zod';
import { siteAddress } from '../base/site.ts';
import { urlOf } from '../base/urls.ts';
import { claimsCsv, claimsCsvMetadata } from '../claims/claims-csv.ts';
import { claimsSchema } from '../content/claims-schema.ts';
import { readClaims } from '../content/readers.ts';

const indented = (value: object) => JSON.stringify(value, null, '\t');
const jsonSchema = () => ({
	$id: urlOf('/claims.schema.json', siteAddress),
	title: 'Claims of the report, each checked against primary sources',
	...z.toJSONSchema(claimsSchema),
});

/** Media type and text of each file, by its ending. */
const files: Record<string, [type: string, text: () => string]> = {
	// Byte for byte as the repository holds them.
	json: ['application/json', () => readFileSync('content/claims.json', 'utf8')],
	// What claims.json holds, field by field: the schema that the content checks apply.
	'schema.json': ['application/schema+json', () => indented(jsonSchema())],
	// As a table; several values of a cell are separated by ` | `.
	csv: ['text/csv; charset=utf-8', () => claimsCsv(readClaims(), siteAddress)],
	// What claims.csv holds, column by column, at the address where CSV on the Web looks for it.
	'csv-metadata.json': ['application/csvm+json', () => indented(claimsCsvMetadata())],
};

export const getStaticPaths = () => Object.keys(files).map((ending) => ({ params: { ending } }));

/** The claims as data, and what describes their fields. */
export const GET: APIRoute = ({ params }) => {
	const [type, text] = files[params.ending!]!;
	return new Response(text(), { headers: { 'content-type': type } });
};
