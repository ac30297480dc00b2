/** Reads the three kinds of data file (YAML, JSON, CSV) against a schema, with line numbers. */
import { CsvError, parse as parseCsv } from 'csv-parse/sync';
import {
	isCollection,
	isMap,
	isPair,
	LineCounter,
	parseDocument,
	visit,
	type Document,
	type YAMLError,
} from 'yaml';
import type { z } from 'zod';
import { complaintsFrom, type LineOf, type Reading } from './complaints.ts';

/** A text to read and the name it goes by in complaints. */
export interface Source {
	/** Path as people write it: `content/claims.json`. */
	file: string;
	text: string;
	/** Line of the file on which `text` begins; frontmatter begins on line 2. */
	firstLine?: number;
}

/** Finds lines in a YAML tree; a value that is missing stands where its parent stands. */
function lineFinder(document: Document, counter: LineCounter, firstLine: number): LineOf {
	const lineAt = (offset: number) => counter.linePos(offset).line + firstLine - 1;
	return (path, part = 'value') => {
		for (let depth = path.length; depth > 0; depth -= 1) {
			const parent = document.getIn(path.slice(0, depth - 1), true);
			const last = path[depth - 1];
			if (part === 'key' || isMap(parent)) {
				const pair = isMap(parent)
					? parent.items.find((item) => isPair(item) && String(item.key) === String(last))
					: undefined;
				const range = (pair?.key as { range?: [number, number, number] } | undefined)?.range;
				if (range) return lineAt(range[0]);
			}
			const node = document.getIn(path.slice(0, depth), true) as
				{ range?: [number, number, number] } | undefined;
			if (node?.range) return lineAt(node.range[0]);
		}
		return isCollection(document.contents) && document.contents.range
			? lineAt(document.contents.range[0])
			: firstLine;
	};
}

/** Reads YAML (or JSON, which is YAML) against a schema. Never throws: complaints are returned. */
export function readYaml<Schema extends z.ZodType>(
	{ file, text, firstLine = 1 }: Source,
	schema: Schema,
): Reading<z.output<Schema>> {
	const counter = new LineCounter();
	const document = parseDocument(text, { lineCounter: counter, prettyErrors: true });
	const lineOf = lineFinder(document, counter, firstLine);
	if (document.errors.length > 0) {
		return {
			value: undefined,
			complaints: document.errors.map((error) => ({
				what: `${error.message.split(' at line ')[0]!.split('\n')[0]}.`,
				where: `${file}:${counter.linePos(faultOffset(document, error)).line + firstLine - 1}`,
				mend: mendOfYaml[error.code] ?? 'Write “key: value”, quoting a value that holds “: ”.',
			})),
			lineOf,
		};
	}
	const result = schema.safeParse(document.toJS(), { reportInput: true });
	if (result.success) return { value: result.data, complaints: [], lineOf };
	return {
		value: undefined,
		complaints: complaintsFrom(result.error.issues, schema, file, lineOf),
		lineOf,
	};
}

/** Where a fault is to be mended: a quote that is never closed is told where it opens. */
function faultOffset(document: Document, { code, pos }: YAMLError): number {
	let offset = pos[0];
	if (code !== 'MISSING_CHAR') return offset;
	visit(document, {
		Scalar(_, { type, range }) {
			if (type?.startsWith('QUOTE') && range && range[1] >= pos[0]) offset = range[0];
		},
	});
	return offset;
}

const mendOfYaml: Record<string, string> = {
	DUPLICATE_KEY: 'Keep one of the two entries with the same key.',
	TAB_AS_INDENT: 'Indent with spaces: YAML does not allow tabs.',
};

/** Reads JSON against a schema. JSON proper first; the YAML tree then tells the lines. */
export function readJson<Schema extends z.ZodType>(
	source: Source,
	schema: Schema,
): Reading<z.output<Schema>> {
	try {
		JSON.parse(source.text);
	} catch (error) {
		const message = (error as Error).message;
		const offset = Number(/position (\d+)/.exec(message)?.[1] ?? source.text.length);
		const line = source.text.slice(0, offset).split('\n').length;
		return {
			value: undefined,
			complaints: [
				{
					what: `Not JSON: ${message.replace(/ \(line.*$/, '')}.`,
					where: `${source.file}:${line}`,
					mend: 'Look for a missing comma, quote or bracket just before this place.',
				},
			],
			lineOf: () => line,
		};
	}
	return readYaml(source, schema);
}

interface CsvRecord {
	info: { lines: number };
	record: string[];
}

/** Reads a CSV against its row schema: header exactly the schema's columns, in order. */
export function readCsv<Schema extends z.ZodObject>(
	{ file, text }: Source,
	schema: Schema,
): Reading<z.output<Schema>[]> {
	const columns = Object.keys(schema.shape);
	const refuseAt = (line: number, what: string, mend: string): Reading<z.output<Schema>[]> => ({
		value: undefined,
		complaints: [{ what, where: `${file}:${line}`, mend }],
		lineOf: () => line,
	});
	let records: CsvRecord[];
	try {
		records = parseCsv(text, {
			info: true,
			relax_column_count: true,
			skip_empty_lines: false,
		}) as unknown as CsvRecord[];
	} catch (error) {
		if (!(error instanceof CsvError)) throw error;
		const line = Number((error as CsvError & { lines?: number }).lines ?? 1);
		return refuseAt(line, `${error.message}.`, 'Close the quotes; double a quote inside a cell.');
	}
	const header = records[0]?.record ?? [];
	if (header.join() !== columns.join()) {
		return refuseAt(
			1,
			`Found the columns ${header.join(',') || '(none)'}; expected ${columns.join(',')}.`,
			'Write the header as expected, or change the table’s schema.',
		);
	}
	// `info.lines` counts lines at the end of a record; a quoted cell may span several.
	const lines = records.map((_, at) => (at === 0 ? 1 : records[at - 1]!.info.lines + 1));
	const lineOf: LineOf = ([row]) => lines[Number(row ?? 0) + 1] ?? 1;
	const rows: z.output<Schema>[] = [];
	const complaints = records.slice(1).flatMap(({ record }, at) => {
		if (record.length !== columns.length) {
			return [
				{
					what: `Found ${record.length} cells; expected ${columns.length}.`,
					where: `${file}:${lineOf([at])}`,
					mend: 'Give each column one cell; quote a cell that holds a comma.',
				},
			];
		}
		const cells = Object.fromEntries(columns.map((column, cell) => [column, record[cell]]));
		const result = schema.safeParse(cells, { reportInput: true });
		if (result.success) {
			rows.push(result.data);
			return [];
		}
		return complaintsFrom(result.error.issues, schema, file, () => lineOf([at]));
	});
	return { value: complaints.length === 0 ? rows : undefined, complaints, lineOf };
}
