import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { refuse } from '../base/content-error.ts';
import { readYaml } from './sources.ts';

const text = () => z.string().min(1);
const both = () => z.strictObject({ zh: text(), en: text() });

/** `content/names.yaml`. */
export const namesSchema = z.strictObject({
	names: z.array(
		both().extend({
			kind: z.enum(['company', 'person', 'product', 'term']).describe('What the name is of.'),
			also: z.array(text()).default([]).describe('Codes, short forms and other names.'),
		}),
	),
	questions: z.array(
		z.strictObject({
			ask: z.array(text()).min(1).describe('Words of questions in both languages.'),
			find: both().describe('What to look for instead, in each edition.'),
		}),
	),
});

/** The names and questions of `content/names.yaml`. Throws a `ContentError` with file and line. */
export function readNames(root = process.cwd()): z.infer<typeof namesSchema> {
	const file = 'content/names.yaml';
	const source = { file, text: readFileSync(join(root, file), 'utf8') };
	const { value, complaints } = readYaml(source, namesSchema);
	refuse(complaints);
	return value!;
}

/** Pairs and words of the report's sentences, sorted, joined by spaces; by the claim's id. */
export type Concordance = Record<string, string>;

/** The concordance of `content/concordance.json`, or nothing while there is none. */
export function readConcordance(root = process.cwd()): Concordance {
	const file = join(root, 'content', 'concordance.json');
	return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Concordance) : {};
}
