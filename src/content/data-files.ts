/** Reads the three kinds of data file (YAML, JSON, CSV) against a schema, with line numbers. */
import { parse as parseCsv, type Info } from 'csv-parse/sync';
import * as yaml from 'yaml';
import { z } from 'zod';
import type { Problem } from '../base/content-error.ts';
import { defaultLanguage } from '../base/languages.ts';
import { editionsAgree, listOf } from './fields.ts';
import { refuseFaults, valueAt } from './rules.ts';

/** A text to read, and the name of its file in problems. */
export interface Source {
	/** Path as people write it: `content/claims.json`. */
	file: string;
	text: string;
}

type Path = readonly PropertyKey[];

/** What a source file gave: its value if it fits the schema, and what is wrong with it. */
export interface Reading<Value> {
	file: string;
	/** Not there while there are problems. */
	value: Value;
	problems: Problem[];
	/** `file:line` of the value at a path. */
	at: (...path: Path) => string;
	/** The problem of the value at a path; its fix ends with what the schema says of the field. */
	wrong: (path: Path, message: string) => [where: string, what: string, fix: string];
}

/** The reading of a file that cannot be read, with the one reason. */
export function unread(file: string, line: number, what: string, fix: string): Reading<never> {
	const where = `${file}:${line}`;
	const problems = [{ where, what, fix }];
	const value = undefined as never;
	return { file, value, problems, at: () => where, wrong: () => [where, what, fix] };
}

/** The schema's own sentence about the field at a path, or the nearest around it; may be empty. */
function descriptionAt(schema: z.ZodType, path: Path): string {
	type Part = { description?: string; properties?: Record<PropertyKey, Part>; items?: Part };
	let part = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Part | undefined;
	const parts = [part, ...path.map((step) => (part = part?.properties?.[step] ?? part?.items))];
	return parts.findLast((one) => one?.description)?.description ?? '';
}

/** Checks a value by a schema: one problem for each issue and each unknown field. */
function readValue<Value>(
	file: string,
	input: unknown,
	schema: z.ZodType<Value>,
	at: Reading<Value>['at'],
): Reading<Value> {
	const { data, error } = schema.safeParse(input);
	const issues = error?.issues ?? [];
	/** `val-tesla.places.2.pages`: entries by their ids, or counted from 1. */
	const nameOf = (path: Path) => {
		const idAt = (at: number) => valueAt(input, [...path.slice(0, at + 1), 'id']) as string;
		const names = path.map((step, at) =>
			/^\d+$/.test(String(step)) ? (idAt(at) ?? Number(step) + 1) : step,
		);
		return names.join('.');
	};
	const wrong: Reading<Value>['wrong'] = (path, message) => {
		const found = JSON.stringify(valueAt(input, path)) ?? '';
		const short = found.length > 60 ? `${found.slice(0, 57)}…` : found;
		const expected = message.replace(/^(Invalid|Too) \w+: |, received \w+$/g, '');
		const what = found ? `${expected}; found ${short}.` : `it is missing; ${expected}.`;
		const fix = `${found ? 'Correct' : 'Add'} the value. ${descriptionAt(schema, path)}`.trim();
		return [at(...path), `${nameOf(path) || 'The file'}: ${what}`, fix];
	};
	const unknown = issues.filter(({ code }) => code === 'unrecognized_keys');
	const problems = issues.flatMap((issue): Problem[] => {
		const { path } = issue;
		if (issue.code === 'unrecognized_keys') {
			return issue.keys.map((key) => ({
				what: `“${nameOf([...path, key])}” is not a field.`,
				where: at(...path, key),
				fix: 'Correct its name or remove it.',
			}));
		}
		// A field that is missing beside one with an unknown name is most likely the same one.
		const isBeside = unknown.some((one) => one.path.join() === path.slice(0, -1).join());
		if (isBeside && valueAt(input, path) === undefined) return [];
		const [where, what, fix] = wrong(path, issue.message);
		return [{ where, what, fix }];
	});
	return { file, value: data as Value, problems, at, wrong };
}

/** Reads YAML against a schema. Never throws: problems are returned. */
export function readYaml<Value>({ file, text }: Source, schema: z.ZodType<Value>): Reading<Value> {
	const lineCounter = new yaml.LineCounter();
	const document = yaml.parseDocument(text, { lineCounter });
	const lineOf = (offset: number) => lineCounter.linePos(offset).line;
	const [error] = [...document.errors, ...document.warnings];
	let [quote, flow] = [0, 0];
	let fault: [offset: number, what: string, fix: string] | undefined;
	yaml.visit(document, {
		Node(_, node) {
			const [offset] = node.range!;
			if (yaml.isScalar(node) && node.type?.startsWith('QUOTE')) quote = offset;
			if (yaml.isCollection(node) && node.flow && offset < (error?.pos[0] ?? 0)) flow = offset;
			if (yaml.isAlias(node) || node.anchor)
				fault ??= [offset, 'An anchor or an alias.', 'Write the value out.'];
			else if (yaml.isScalar(node) && node.comment)
				fault ??= [offset, 'A # ends this value.', 'Put it in quotes, or # on a line above.'];
		},
	});
	if (error) {
		const message = error.message.split(/ at line |\n|; /)[0]!;
		// What is never closed is reported where it opens.
		const open = message.endsWith('quote') ? quote : message.startsWith('Flow') && flow;
		const line = lineOf(open || error.pos[0]);
		const fix = 'Write “key: value” once a key, indented with spaces, “: ” and “#” in quotes.';
		return unread(file, line, `${message}.`, fix);
	}
	if (fault) return unread(file, lineOf(fault[0]), fault[1], fault[2]);
	return readValue(file, document.toJS(), schema, (...path) => {
		let node: unknown = document.contents;
		let offset = document.contents?.range?.[0] ?? 0;
		for (const step of path) {
			const pair = yaml.isMap(node) && node.items.find(({ key }) => String(key) === step);
			node = pair ? pair.value : yaml.isSeq(node) ? node.items[Number(step)] : undefined;
			// A missing value is where its parent is.
			offset = ((pair ? pair.key : node) as yaml.Node | undefined)?.range?.[0] ?? offset;
		}
		return `${file}:${lineOf(offset)}`;
	});
}

/** Reads a data file by the ending of its name: YAML, JSON, or lines where it has none. */
export function readData<Value>(source: Source, schema: z.ZodType<Value>): Reading<Value> {
	const { file, text } = source;
	if (file.endsWith('.json')) {
		try {
			JSON.parse(text);
		} catch {
			// YAML that is no JSON has a line that programs write otherwise, from some character on.
			const { value, problems } = readYaml(source, z.unknown());
			const linesOf = (text = '') => text.split('\n').map((line) => line.trim());
			const [lines, written] = [linesOf(text), linesOf(JSON.stringify(value, null, '\t'))];
			const at = lines.findIndex((line, at) => line !== written[at]);
			const from = [...lines[at]!].findIndex((one, index) => one !== written[at]?.[index]);
			const what = `“${lines[at]!.slice(from, from + 60)}”.`;
			const fault = problems[0] ?? { where: `${file}:${at + 1}`, what };
			const fix = 'Look for a missing comma, quote or bracket, or one too many, at this place.';
			return unread(file, Number(fault.where.split(':')[1]), `Not JSON: ${fault.what}`, fix);
		}
	}
	// JSON is YAML, which also knows the lines and keys that are written twice.
	if (/\.(json|yaml)$/.test(file)) return readYaml(source, schema);
	const lines = text.trimEnd().split('\n');
	return readValue(file, lines, schema, (line = 0) => `${file}:${Number(line) + 1}`);
}

/**
 * Reads a CSV against its row schema: header exactly the schema's columns, in order. Of columns
 * `x_low` and `x_high`, `from_x` and `to_x`, the second is not the smaller one. No two rows have the
 * same name.
 */
export function readCsv<Schema extends z.ZodObject>(
	{ file, text }: Source,
	row: Schema,
): Reading<z.output<Schema>[]> {
	const columns = Object.keys(row.shape);
	const [header = ''] = text.split('\n', 1);
	if (header !== columns.join())
		return unread(file, 1, `The columns are ${header}.`, `Write ${columns}.`);
	const ordered = refuseFaults((values: Record<string, unknown>) =>
		columns.map((low) => {
			const high = low.replace(/_low$/, '_high').replace(/^from_/, 'to_');
			const [lower, upper] = [values[low], values[high]];
			const isNumeric = typeof lower === 'number' && typeof upper === 'number';
			return [isNumeric && lower > upper, high, `at least ${lower}, the value of ${low}`];
		}),
	);
	const agreeing = columns
		.filter((one) => one.endsWith(`_${defaultLanguage}`))
		.reduce((schema, one) => schema.superRefine(editionsAgree(one.slice(0, -2))), row);
	const named = columns.filter((one) => /^(name|label)_/.test(one));
	const blank = text.replace(/\n$/, '').search(/^[ \t,]*$/m);
	const lineOfBlank = text.slice(0, blank).split('\n').length;
	if (blank >= 0) return unread(file, lineOfBlank, 'A row without cells.', 'Remove it.');
	const schema = listOf(agreeing.superRefine(ordered), 'id', ...named).min(1, 'expected rows');
	try {
		const records = parseCsv<{ record: unknown; info: Info }>(text, { columns: true, info: true });
		// Lines are counted at the end of a record; a quoted cell may span several.
		const lines = [2, ...records.map(({ info }) => info.lines + 1)];
		const rows = records.map(({ record }) => record);
		return readValue(file, rows, schema, (at) => `${file}:${lines[Number(at ?? -1)] ?? 1}`);
	} catch (error) {
		const { message, lines: line = 1 } = error as Error & { lines?: number };
		return unread(file, line, `${message}.`, 'Give each column one cell; close quotes.');
	}
}
