import type { APIRoute } from 'astro';
import { z } from 'zod';
import { claimsSchema } from '../content/claims-schema.ts';
import { siteAddress } from '../base/site.ts';
import { urlOf } from '../base/urls.ts';

/** What `/claims.json` holds, field by field: the schema that the content checks apply, as JSON Schema. */
export const GET: APIRoute = () => {
	const schema = {
		$id: urlOf('/claims.schema.json', siteAddress),
		title: 'Claims of the report, each checked against primary sources',
		...z.toJSONSchema(claimsSchema),
	};
	return new Response(JSON.stringify(schema, null, '\t'), {
		headers: { 'Content-Type': 'application/schema+json' },
	});
};
