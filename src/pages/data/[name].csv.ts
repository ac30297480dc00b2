import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { APIRoute } from 'astro';

const dataFolder = join(process.cwd(), 'content/data');

export const getStaticPaths = () =>
	globSync('*.csv', { cwd: dataFolder }).map((file) => ({
		params: { name: basename(file, '.csv') },
	}));

/** The very bytes a figure is drawn from. */
export const GET: APIRoute = ({ params }) =>
	new Response(readFileSync(join(dataFolder, `${params.name}.csv`)), {
		headers: { 'content-type': 'text/csv; charset=utf-8' },
	});
