/** Reads the three kinds of data file (YAML, JSON, CSV) against a schema, with line numbers. */
import { CsvError, parse as parseCsv } from 'csv-parse/sync';
import { isAlias, isMap, isScalar, LineCounter, parseDocument, visit, type Document, type Node } from 'yaml';
import type { z } from 'zod';
import type { Complaint } from '../base/content-error.ts';
import { defaultLanguage, languages } from '../base/languages.ts';
import { differenceOf, type Both } from './fields.ts';

/** A text to read and the name it goes by in complaints. */
export interface Source {
	/** Path as people write it: `content/claims.json`. */
	file: string;
	text: string;
	/** Line of the file on which `text` begins; frontmatter begins on line 2. */
	firstLine?: number;
}

/** What a source file gave: its value if it fits the schema, and what is wrong with it. */
export interface Reading<Value> {
	file: string;
	value: Value | undefined;
	complaints: Complaint[];
	/** `file:line` of the value at a path. */
	at: (...path: PropertyKey[]) => string;
}

/** A file that is not read, because of one fault. */
export function unread(file: string, line: number, what: string, fix: string): Reading<never> {
	const where = `${file}:${line}`;
	return { file, value: undefined, complaints: [{ what, where, fix }], at: () => where };
}

/** The schema's own sentence about the field at a path, or about the nearest field around it. */
function descriptionAt(schema: z.ZodType, path: readonly PropertyKey[]): string | undefined {
	interface Holder {
		shape?: Record<PropertyKey, Holder>;
		element?: Holder;
		unwrap?: () => Holder;
		description?: string;
	}
	let here: Holder | undefined = schema as Holder;
	let description: string | undefined;
	for (const step of path) {
		while (here && !here.shape && !here.element) here = here.unwrap?.();
		here = here?.shape?.[step] ?? here?.element;
		description = here?.description ?? description;
	}
	return description;
}

/** A found value as it ends a message, short enough for one line. */
function found(value: unknown): string {
	if (value === undefined) return '';
	const json = JSON.stringify(value) ?? String(value);
	return `; found ${json.length > 60 ? `${json.slice(0, 57)}…` : json}`;
}

/** Holds a value against a schema: one complaint for each issue and each unknown field. */
function readValue<Schema extends z.ZodType>(
	file: string,
	input: unknown,
	schema: Schema,
	at: Reading<unknown>['at'],
): Reading<z.output<Schema>> {
	const { data, error } = schema.safeParse(input, { reportInput: true });
	const issues = error?.issues ?? [];
	const misnamed = issues
		.filter(({ code }) => code === 'unrecognized_keys')
		.map(({ path }) => path.join('.'));
	const complaints = issues.flatMap((issue): Complaint[] => {
		const { path, message, input } = issue;
		if (issue.code === 'unrecognized_keys') {
			return issue.keys.map((key) => ({
				what: `“${[...path, key].join('.')}” is not a field.`,
				where: at(...path, key),
				fix: 'Correct its name or remove it.',
			}));
		}
		const isMissing = input === undefined;
		// A field that is missing beside one with an unknown name is most likely the same one.
		if (isMissing && misnamed.includes(path.slice(0, -1).join('.'))) return [];
		const expected = message.replace(/^Invalid \w+: |, received undefined$/g, '');
		const what = `${isMissing ? 'it is missing; ' : ''}${expected}${found(input)}.`;
		const fix = issue.code === 'custom' && (issue.params?.fix as string);
		return [
			{
				what: `${path.join('.') || 'The file'}: ${what}`,
				where: at(...path),
				fix: fix || (descriptionAt(schema, path) ?? 'Write what is expected.'),
			},
		];
	});
	return { file, value: data, complaints, at };
}

/** Finds lines in a YAML tree; a missing value is where its parent is. */
function placesIn(document: Document, lineAt: (offset: number) => string): Reading<unknown>['at'] {
	const offsetAt = (path: PropertyKey[]): number | undefined => {
		const parent = document.getIn(path.slice(0, -1), true);
		const pair = isMap(parent) && parent.items.find(({ key }) => String(key) === path.at(-1));
		const node = (pair ? pair.key : document.getIn(path, true)) as Node | undefined;
		return node?.range?.[0];
	};
	return (...path) => {
		for (let depth = path.length; depth > 0; depth -= 1) {
			const offset = offsetAt(path.slice(0, depth));
			if (offset !== undefined) return lineAt(offset);
		}
		return lineAt(document.contents?.range?.[0] ?? 0);
	};
}

/** Why a YAML text is not read, and at which offset: bad syntax or an alias. */
function faultOfYaml(document: Document): [offset: number, what: string, fix: string] | undefined {
	const [error] = [...document.errors, ...document.warnings];
	let offset = error?.pos[0] ?? -1;
	visit(document, {
		Node(_, node) {
			// A quote that is never closed is reported where it opens.
			const isOpen = error?.code === 'MISSING_CHAR' && (node.range?.[1] ?? 0) >= error.pos[0];
			const isQuote = isScalar(node) && node.type?.startsWith('QUOTE');
			const isFault = error ? isOpen && isQuote : isAlias(node) || node.anchor;
			if (!isFault) return undefined;
			offset = node.range?.[0] ?? 0;
			return visit.BREAK;
		},
	});
	if (!error) return offset < 0 ? undefined : [offset, 'An anchor or an alias.', 'Write the value out.'];
	const fix = 'Write “key: value” once a key, indented with spaces, “: ” and “#” in quotes.';
	return [offset, `${error.message.split(/ at line |\n/)[0]}.`, fix];
}

/** Reads YAML against a schema. Never throws: complaints are returned. */
export function readYaml<Schema extends z.ZodType>(
	{ file, text, firstLine = 1 }: Source,
	schema: Schema,
): Reading<z.output<Schema>> {
	const counter = new LineCounter();
	const document = parseDocument(text, { lineCounter: counter, prettyErrors: true });
	const lineAt = (offset: number) => counter.linePos(offset).line + firstLine - 1;
	const [offset, what, fix] = faultOfYaml(document) ?? [];
	if (what !== undefined) return unread(file, lineAt(offset!), what, fix!);
	const at = placesIn(document, (offset) => `${file}:${lineAt(offset)}`);
	return readValue(file, document.toJS(), schema, at);
}

/** Reads JSON against a schema. The slower YAML tree is only for lines, and for keys written twice. */
export function readJson<Schema extends z.ZodType>(
	source: Source,
	schema: Schema,
): Reading<z.output<Schema>> {
	const { file, text } = source;
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch (error) {
		const { message } = error as Error;
		const offset = Number(/position (\d+)/.exec(message)?.[1] ?? text.length);
		const what = `Not JSON: ${message.replace(/ \(line.*$/, '')}.`;
		const fix = 'Look for a missing comma, quote or bracket just before this place.';
		return unread(file, text.slice(0, offset).split('\n').length, what, fix);
	}
	let slow: Reading<z.output<Schema>> | undefined;
	const tree = () => (slow ??= readYaml(source, schema));
	// Of a key that is written twice, JSON.parse keeps the last: then keys are missing in the value.
	const written = text.match(/"(?:[^"\\]|\\.)*"(?=\s*:)/g)?.length ?? 0;
	const reading = readValue(file, value, schema, (...path) => tree().at(...path));
	return written === keyCount(value) ? reading : tree();
}

/** Number of keys of all objects in a value. */
const keyCount = (value: unknown): number =>
	typeof value !== 'object' || value === null
		? 0
		: Object.values(value).reduce<number>(
				(sum, one) => sum + keyCount(one),
				Array.isArray(value) ? 0 : Object.keys(value).length,
			);

/** The name of a column that has a text in each language. */
const namesIn = new RegExp(`^(.*)_${defaultLanguage}$`);

/** Reads a CSV against its row schema: header exactly the schema's columns, in order. */
export function readCsv<Schema extends z.ZodObject>(
	{ file, text }: Source,
	schema: Schema,
): Reading<z.output<Schema>[]> {
	const columns = Object.keys(schema.shape);
	let records: { info: { lines: number }; record: string[] }[];
	try {
		records = parseCsv(text, { info: true, relax_column_count: true }) as never;
	} catch (error) {
		if (!(error instanceof CsvError)) throw error;
		const line = Number((error as CsvError & { lines?: number }).lines ?? 1);
		const fix = 'Close the quotes; double a quote inside a cell.';
		return unread(file, line, `${error.message}.`, fix);
	}
	const header = records[0]?.record.join(',') || '(none)';
	if (header !== columns.join(',')) {
		const fix = `Write the columns ${columns.join(',')}.`;
		return unread(file, 1, `The columns are ${header}.`, fix);
	}
	if (records.length === 1) {
		return unread(file, 1, 'The table has no rows.', 'Add rows, or remove the file.');
	}
	// `info.lines` counts lines at the end of a record; a quoted cell may span several.
	const at = (row?: PropertyKey) =>
		`${file}:${row === undefined ? 1 : records[Number(row)]!.info.lines + 1}`;
	const complaints: Complaint[] = [];
	const ids = new Set<string>();
	const rows = records.slice(1).flatMap(({ record }, row): z.output<Schema>[] => {
		const refuse = (what: string, fix: string) => complaints.push({ what, where: at(row), fix });
		if (record.length !== columns.length) {
			const fix = 'Give each column one cell; quote a cell that holds a comma.';
			refuse(`${record.length} cells; expected ${columns.length}.`, fix);
			return [];
		}
		const cells = Object.fromEntries(columns.map((column, cell) => [column, record[cell]!]));
		const reading = readValue(file, cells, schema, () => at(row));
		complaints.push(...reading.complaints);
		if (ids.has(cells.id!)) refuse(`The id “${cells.id}” is used twice.`, 'Change one.');
		ids.add(cells.id!);
		for (const name of reading.value ? columns.flatMap((one) => namesIn.exec(one)?.[1] ?? []) : []) {
			const texts = languages.map((language) => [language, cells[`${name}_${language}`]]);
			const [, expected] = differenceOf(Object.fromEntries(texts) as Both) ?? [];
			const names = languages.map((language) => `${name}_${language}`).join(', ');
			if (expected) refuse(`${names}: expected ${expected}.`, 'Correct one of the cells.');
		}
		return reading.value ? [reading.value] : [];
	});
	return { file, value: complaints.length === 0 ? rows : undefined, complaints, at };
}
