/** Reads the three kinds of data file (YAML, JSON, CSV) against a schema, with line numbers. */
import { CsvError, parse as parseCsv } from 'csv-parse/sync';
import { isAlias, isMap, LineCounter, parseDocument, visit, type Document, type Node } from 'yaml';
import type { z } from 'zod';
import type { Complaint } from '../base/content-error.ts';
import { differenceOf } from './fields.ts';

type Path = readonly PropertyKey[];

/** A text to read and the name it goes by in complaints. */
export interface Source {
	/** Path as people write it: `content/claims.json`. */
	file: string;
	text: string;
	/** Line of the file on which `text` begins; frontmatter begins on line 2. */
	firstLine?: number;
}

/** Line (from 1) of the value at a path inside a source file. */
export type LineOf = (path: Path) => number;

/** What a source file gave: its value if it fits the schema, and what is wrong with it. */
export interface Reading<Value> {
	value: Value | undefined;
	complaints: Complaint[];
	lineOf: LineOf;
}

/** The schema's own sentence about the field at a path, or about the nearest field around it. */
function descriptionAt(schema: z.ZodType, path: Path): string | undefined {
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

/** One complaint for each issue; each unknown field gets its own. */
function complaintsFrom(
	issues: readonly z.core.$ZodIssue[],
	schema: z.ZodType,
	file: string,
	lineOf: LineOf,
): Complaint[] {
	const misnamed = issues
		.filter(({ code }) => code === 'unrecognized_keys')
		.map(({ path }) => path.join('.'));
	return issues.flatMap((issue): Complaint[] => {
		const { path, message, input } = issue;
		if (issue.code === 'unrecognized_keys') {
			return issue.keys.map((key) => ({
				what: `“${[...path, key].join('.')}” is not a field.`,
				where: `${file}:${lineOf([...path, key])}`,
				fix: 'Correct its name or remove it.',
			}));
		}
		const isMissing = input === undefined;
		// A field that is missing beside one with an unknown name is most likely the same one.
		if (isMissing && misnamed.includes(path.slice(0, -1).join('.'))) return [];
		const expected = message.replace(/^Invalid \w+: |, received undefined$/g, '');
		return [
			{
				what: `${path.join('.') || 'The file'}: ${isMissing ? 'it is missing; ' : ''}${expected}${found(input)}.`,
				where: `${file}:${lineOf(path)}`,
				fix:
					(issue.code === 'custom' && (issue.params?.fix as string)) ||
					(descriptionAt(schema, path) ?? 'Write what is expected.'),
			},
		];
	});
}

/** Finds lines in a YAML tree; a missing value is where its parent is. */
function lineFinder(document: Document, lineAt: (offset: number) => number): LineOf {
	const offsetAt = (path: Path): number | undefined => {
		const parent = document.getIn(path.slice(0, -1), true);
		const pair = isMap(parent) && parent.items.find(({ key }) => String(key) === path.at(-1));
		const node = (pair ? pair.key : document.getIn(path, true)) as Node | undefined;
		return node?.range?.[0];
	};
	return (path) => {
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
	if (error) {
		const what = error.message.split(/ at line |\n/)[0]!;
		const fix = 'Write “key: value” once a key, indented with spaces, “: ” and “#” in quotes.';
		let offset = error.pos[0];
		// A quote that is never closed is reported where it opens.
		visit(document, {
			Scalar(_, { type, range }) {
				const isOpen = error.code === 'MISSING_CHAR' && range && range[1] >= error.pos[0];
				if (isOpen && type?.startsWith('QUOTE')) offset = range[0];
			},
		});
		return [offset, `${what}.`, fix];
	}
	let fault: ReturnType<typeof faultOfYaml>;
	visit(document, {
		Node(_, node) {
			if (!isAlias(node) && !node.anchor) return undefined;
			fault = [node.range?.[0] ?? 0, 'An anchor or an alias.', 'Write the value out.'];
			return visit.BREAK;
		},
	});
	return fault;
}

/** Reads YAML (or JSON, which is YAML) against a schema. Never throws: complaints are returned. */
export function readYaml<Schema extends z.ZodType>(
	{ file, text, firstLine = 1 }: Source,
	schema: Schema,
): Reading<z.output<Schema>> {
	const counter = new LineCounter();
	const document = parseDocument(text, { lineCounter: counter, prettyErrors: true });
	const lineAt = (offset: number) => counter.linePos(offset).line + firstLine - 1;
	const lineOf = lineFinder(document, lineAt);
	const [offset, what, fix] = faultOfYaml(document) ?? [];
	if (what !== undefined) {
		const where = `${file}:${lineAt(offset!)}`;
		return { value: undefined, complaints: [{ what, where, fix: fix! }], lineOf };
	}
	const result = schema.safeParse(document.toJS(), { reportInput: true });
	const complaints = result.success
		? []
		: complaintsFrom(result.error.issues, schema, file, lineOf);
	return { value: result.data, complaints, lineOf };
}

/** Reads JSON against a schema. JSON proper first; the YAML tree then gives the lines. */
export function readJson<Schema extends z.ZodType>(
	source: Source,
	schema: Schema,
): Reading<z.output<Schema>> {
	try {
		JSON.parse(source.text);
	} catch (error) {
		const { message } = error as Error;
		const offset = Number(/position (\d+)/.exec(message)?.[1] ?? source.text.length);
		const line = source.text.slice(0, offset).split('\n').length;
		const complaint = {
			what: `Not JSON: ${message.replace(/ \(line.*$/, '')}.`,
			where: `${source.file}:${line}`,
			fix: 'Look for a missing comma, quote or bracket just before this place.',
		};
		return { value: undefined, complaints: [complaint], lineOf: () => line };
	}
	return readYaml(source, schema);
}

/** Reads a CSV against its row schema: header exactly the schema's columns, in order. */
export function readCsv<Schema extends z.ZodObject>(
	{ file, text }: Source,
	schema: Schema,
): Reading<z.output<Schema>[]> {
	const columns = Object.keys(schema.shape);
	const complaints: Complaint[] = [];
	const refuse = (line: number, what: string, fix: string) =>
		complaints.push({ what, where: `${file}:${line}`, fix });
	let records: { info: { lines: number }; record: string[] }[] = [];
	try {
		records = parseCsv(text, { info: true, relax_column_count: true }) as never;
		const header = records[0]?.record.join(',') || '(none)';
		if (header !== columns.join(',')) {
			refuse(1, `The columns are ${header}.`, `Write the columns ${columns.join(',')}.`);
		}
	} catch (error) {
		if (!(error instanceof CsvError)) throw error;
		const line = Number((error as CsvError & { lines?: number }).lines ?? 1);
		refuse(line, `${error.message}.`, 'Close the quotes; double a quote inside a cell.');
	}
	// `info.lines` counts lines at the end of a record; a quoted cell may span several.
	const lines = records.map((_, at) => (at === 0 ? 1 : records[at - 1]!.info.lines + 1));
	const lineOf: LineOf = ([row]) => lines[Number(row ?? 0) + 1] ?? 1;
	if (complaints.length > 0) return { value: undefined, complaints, lineOf };
	const rows = records.slice(1).flatMap(({ record }, at): z.output<Schema>[] => {
		const line = lineOf([at]);
		if (record.length !== columns.length) {
			const fix = 'Give each column one cell; quote a cell that holds a comma.';
			refuse(line, `${record.length} cells; expected ${columns.length}.`, fix);
			return [];
		}
		const cells = Object.fromEntries(columns.map((column, cell) => [column, record[cell]!]));
		const { data, error } = schema.safeParse(cells, { reportInput: true });
		if (!data) {
			complaints.push(...complaintsFrom(error!.issues, schema, file, () => line));
			return [];
		}
		for (const column of columns.filter((name) => name.endsWith('_zh'))) {
			const other = column.replace(/zh$/, 'en');
			const [, expected] = differenceOf({ zh: cells[column]!, en: cells[other]! }) ?? [];
			if (expected) {
				refuse(line, `${column}, ${other}: expected ${expected}.`, 'Correct one of the two cells.');
			}
		}
		return [data];
	});
	if (records.length === 1) refuse(1, 'The table has no rows.', 'Add rows, or remove the file.');
	return { value: complaints.length === 0 ? rows : undefined, complaints, lineOf };
}
