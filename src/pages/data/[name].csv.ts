import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { APIRoute, GetStaticPaths } from 'astro';

const dataFolder = join(process.cwd(), 'content/data');

export const getStaticPaths = (() =>
	readdirSync(dataFolder)
		.filter((file) => file.endsWith('.csv'))
		.map((file) => ({ params: { name: file.slice(0, -'.csv'.length) } }))) satisfies GetStaticPaths;

/** The very bytes a figure is drawn from. */
export const GET: APIRoute = ({ params }) =>
	new Response(readFileSync(join(dataFolder, `${params.name}.csv`)), {
		headers: { 'content-type': 'text/csv; charset=utf-8' },
	});
