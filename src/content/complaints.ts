/** Turns what zod found into complaints a writer can act on: file:line, found, expected, mend. */
import { z } from 'zod';
import type { Complaint } from '../base/content-error.ts';

type Path = readonly PropertyKey[];
type Issue = z.core.$ZodIssue;

/** Line (from 1) of the value at a path inside a source file. */
export type LineOf = (path: Path, part?: 'key' | 'value') => number;

/** What a source file gave: its value if it fits the schema, and what is wrong with it. */
export interface Reading<Value> {
	value: Value | undefined;
	complaints: Complaint[];
	lineOf: LineOf;
}

/** A found value, short enough for one line. */
function shown(value: unknown): string {
	if (value === undefined) return 'nothing';
	const json = JSON.stringify(value) ?? String(value);
	return json.length > 60 ? `${json.slice(0, 57)}…` : json;
}

/** Takes wrappers (optional, default, preprocess) off a schema. */
function unwrapped(schema: unknown): unknown {
	if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) {
		return unwrapped(schema.unwrap());
	}
	return schema;
}

/** The schema's own sentence about the field at a path, or about the nearest field around it. */
function sentenceAt(schema: unknown, path: Path): string | undefined {
	let here: unknown = schema;
	let sentence: string | undefined;
	for (const step of path) {
		const holder = unwrapped(here);
		if (holder instanceof z.ZodObject) here = holder.shape[String(step)];
		else if (holder instanceof z.ZodArray) here = holder.element;
		else break;
		sentence = (here as z.ZodType | undefined)?.description ?? sentence;
	}
	return sentence;
}

/** Keys an object may have at a path. */
function keysAt(schema: unknown, path: Path): string[] {
	let here = unwrapped(schema);
	for (const step of path) {
		if (here instanceof z.ZodObject) here = unwrapped(here.shape[String(step)]);
		else if (here instanceof z.ZodArray) here = unwrapped(here.element);
	}
	return here instanceof z.ZodObject ? Object.keys(here.shape) : [];
}

const article = (noun: string) => (/^[aeiou]/.test(noun) ? `an ${noun}` : `a ${noun}`);

/** What was expected, in words; zod's own sentence where the schema gave none. */
function expectationOf(issue: Issue): string {
	if (issue.code === 'invalid_type') return article(issue.expected);
	if (issue.code === 'invalid_value') return `one of ${issue.values.join(', ')}`;
	return issue.message.replace(/^Invalid input: expected /, '');
}

/** One complaint for each issue; each unknown field gets its own, at the line of its key. */
export function complaintsFrom(
	issues: readonly Issue[],
	schema: z.ZodType,
	file: string,
	lineOf: LineOf,
): Complaint[] {
	return issues.flatMap((issue): Complaint[] => {
		if (issue.code === 'unrecognized_keys') {
			const known = keysAt(schema, issue.path).join(', ');
			return issue.keys.map((key) => ({
				what: `“${[...issue.path, key].join('.')}” is not a field; expected only: ${known}.`,
				where: `${file}:${lineOf([...issue.path, key], 'key')}`,
				mend: 'Remove the field or correct its name.',
			}));
		}
		const name = issue.path.join('.') || 'the file';
		const missing = issue.input === undefined;
		return [
			{
				what: `${name}: ${missing ? 'it is missing' : `found ${shown(issue.input)}`}, expected ${expectationOf(issue)}.`,
				where: `${file}:${lineOf(issue.path)}`,
				mend: sentenceAt(schema, issue.path) ?? `Write ${expectationOf(issue)}.`,
			},
		];
	});
}
