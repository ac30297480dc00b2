import { readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { filesBelow } from '../base/built-site.ts';
import { z } from 'zod';
import { claimsSchema, mattersSchema } from './claims-schema.ts';
import { figureSchema, glossarySchema, namesSchema, reportSchema } from './schema.ts';

/** JSON Schemas of the data files, by which editors complete and check what a writer types. */
const schemaFolder = 'docs/schemas';

test.each<[string, z.ZodType]>([
	['claims', claimsSchema],
	['figure', figureSchema],
	['glossary', glossarySchema],
	['matters', mattersSchema],
	['names', namesSchema],
	['report', reportSchema],
])(
	'the JSON Schema of %s is the one of the code; npm run schemas writes it',
	async (name, schema) => {
		// What zod checks by a function of ours has no JSON Schema; the content checks know it.
		const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
		const text = `${JSON.stringify(json, null, '\t')}\n`;
		expect(text).toMatch(/"description": ".{10}/);
		await expect(text).toMatchFileSnapshot(resolve(schemaFolder, `${name}.schema.json`));
	},
);

test('each YAML file that a schema describes names it', async () => {
	const figures = await filesBelow('src/figures', 'figure.yaml');
	expect(figures.length).toBeGreaterThan(0);
	const files = [
		...['glossary', 'matters', 'names', 'report'].map((name) => `content/${name}.yaml`),
		...figures,
	];
	const faults = files.flatMap((file) => {
		const name = file.endsWith('figure.yaml') ? 'figure' : /(\w+)\.yaml$/.exec(file)![1]!;
		const path = relative(dirname(file), join(schemaFolder, `${name}.schema.json`));
		const line = `# yaml-language-server: $schema=${path}`;
		return readFileSync(file, 'utf8').startsWith(`${line}\n`) ? [] : [`${file}:1 ${line}`];
	});
	expect(faults).toEqual([]);
});

test('editors find the schema of claims.json, which has no place to name one', () => {
	const settings = JSON.parse(readFileSync('.vscode/settings.json', 'utf8')) as {
		'json.schemas': { fileMatch: string[]; url: string }[];
	};
	expect(settings['json.schemas']).toContainEqual({
		fileMatch: ['/content/claims.json'],
		url: `./${schemaFolder}/claims.schema.json`,
	});
});
