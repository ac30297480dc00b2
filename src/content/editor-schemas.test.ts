import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { filesBelow } from '../base/built-site.ts';
import { editorSchemas, schemaFolder } from './editor-schemas.ts';

const schemas = editorSchemas();

test.each([...schemas])('%s is the one of the code; npm run schemas writes it', (name, text) => {
	expect(readFileSync(join(schemaFolder, name), 'utf8')).toBe(text);
	expect(text).toMatch(/"description": ".{10}/);
});

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
