/** JSON Schemas of the data files, by which editors complete and check what a writer types. */
import { z } from 'zod';
import { claimsSchema, mattersSchema } from './claims-schema.ts';
import { figureSchema, glossarySchema, namesSchema, reportSchema } from './schema.ts';

/** Folder of the schemas, from the root of the repository. */
export const schemaFolder = 'docs/schemas';

const schemas = {
	claims: claimsSchema,
	figure: figureSchema,
	glossary: glossarySchema,
	matters: mattersSchema,
	names: namesSchema,
	report: reportSchema,
};

/** Names and texts of the schema files. */
export const editorSchemas = (): [name: string, text: string][] =>
	Object.entries(schemas).map(([name, schema]) => {
		// What zod checks by a function of ours has no JSON Schema; the content checks know it.
		const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
		return [`${name}.schema.json`, `${JSON.stringify(json, null, '\t')}\n`];
	});
