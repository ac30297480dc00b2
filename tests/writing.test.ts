/** The examples of docs/writing.md, added to a copy of the content, pass the content checks. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { afterAll, expect, test } from 'vitest';
import { components } from '../src/content/checks/nodes.ts';
import { inspectContent } from '../src/content/inspect.ts';
import { claimSchema, matterSchema } from '../src/content/claims-schema.ts';
import { figureSchema, pageSchema, termSchema } from '../src/content/schema.ts';

const guide = readFileSync('docs/writing.md', 'utf8');

interface Example {
	way: 'add' | 'file';
	path: string;
	text: string;
}

const fence = /^(?<marks>`{3,})\w+ (?<way>add|file)="(?<path>[^"]+)"\n(?<text>.*?\n)^\k<marks>$/gms;

/** Code blocks that say which file they are, or which one they belong to. */
const examples = [...guide.matchAll(fence)].map(({ groups }) => groups as unknown as Example);

/** A file with an example added: to a list of JSON, before a page's last line, else at the end. */
function added(file: string, text: string): string {
	const before = readFileSync(file, 'utf8');
	if (file.endsWith('.json')) return before.replace(/\n\]\s*$/, `,\n${text}]\n`);
	const at = file.endsWith('.mdx') ? before.indexOf('<Lacks') : -1;
	if (at === -1) return before + text;
	return `${before.slice(0, at)}${text}\n${before.slice(at)}`;
}

// Inside the repository, so that the examples' own code finds zod.
mkdirSync('node_modules/.cache', { recursive: true });
const folder = mkdtempSync('node_modules/.cache/writing-');
afterAll(() => rmSync(folder, { recursive: true }));

test('the examples of the guide pass the content checks', async () => {
	for (const name of ['content', 'src']) cpSync(name, join(folder, name), { recursive: true });
	expect(examples.length).toBeGreaterThan(10);
	for (const { way, path, text } of examples) {
		const file = join(folder, 'content', path);
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(file, way === 'add' ? added(file, text) : text);
	}
	expect(await inspectContent(join(folder, 'content'))).toEqual([]);
});

const objects = {
	page: pageSchema,
	claim: claimSchema,
	matter: matterSchema,
	term: termSchema,
	figure: figureSchema,
};

test.each(Object.entries(objects))('the guide names each field of a %s', (_, schema) => {
	const { properties = {} } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
	const fields = Object.keys(properties);
	expect(fields.length).toBeGreaterThan(3);
	const texts = [guide, ...examples.map(({ text }) => text)].join('\n');
	expect(fields.filter((field) => !new RegExp(`\\b${field}\\b["\`]?[:\`, ]`).test(texts))).toEqual(
		[],
	);
});

test('the guide lists each component that a page may use', () => {
	const missing = Object.keys(components).filter((name) => !guide.includes(`| \`<${name}`));
	expect(missing).toEqual([]);
});
