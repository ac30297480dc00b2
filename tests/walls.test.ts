import { readFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { filesBelow } from '../src/stages/built-site.ts';

/**
 * Which room may use which. What is not listed is walled off: a new entry is a decision, and an
 * entry that nobody uses any more must go.
 */
const doors: Record<string, readonly string[]> = {
	pages: [
		'components',
		'elements',
		'figures',
		'intake',
		'layouts',
		'lib',
		'permalinks',
		'prose',
		'provenance',
		'strings',
	],
	layouts: ['components', 'elements', 'intake', 'lib', 'strings', 'styles'],
	components: ['elements', 'intake', 'lib', 'permalinks', 'provenance', 'strings'],
	prose: ['components', 'figures', 'intake', 'lib', 'provenance', 'strings'],
	provenance: ['components', 'figures', 'intake', 'lib', 'markdown', 'strings'],
	figures: ['intake', 'lib', 'provenance', 'strings'],
	elements: ['lib', 'permalinks', 'provenance', 'search', 'strings'],
	markdown: ['intake', 'lib', 'strings'],
	'markdown-twin': ['intake', 'lib', 'permalinks', 'stages', 'strings'],
	permalinks: ['figures', 'intake', 'lib', 'markdown', 'provenance', 'stages', 'strings'],
	search: ['intake', 'lib', 'stages', 'strings'],
	stages: ['intake', 'lib'],
	intake: ['lib', 'permalinks'],
	strings: ['lib', 'search'],
	preview: ['lib'],
	styles: [],
	lib: [],
};

/** An import as written: of a value, or of types only, which leave no trace in the browser. */
interface Import {
	from: string;
	specifier: string;
	typeOnly: boolean;
}

const importPattern =
	/^\s*(?:import|export)\s+(?<type>type\s)?(?:[^'";]*?\sfrom\s+)?'(?<specifier>[^']+)'|\bimport\(\s*'(?<dynamic>[^']+)'\s*\)/gmu;

async function importsOf(file: string): Promise<Import[]> {
	const source = await readFile(file, 'utf8');
	return [...source.matchAll(importPattern)].map(({ groups }) => ({
		from: file,
		specifier: (groups!.specifier ?? groups!.dynamic)!,
		typeOnly: groups!.type !== undefined,
	}));
}

const src = resolve('src');
const files = (await filesBelow(src)).filter((file) => /(?<!\.test)\.(?:ts|astro)$/.test(file));
const imports = (await Promise.all(files.map(importsOf))).flat();

const targetOf = ({ from, specifier }: Import) => join(dirname(from), specifier.split('?')[0]!);
/** The room a file stands in; what stands in `src/` itself belongs to none. */
const roomOf = (file: string) => {
	const parts = relative(src, file).split('/');
	return parts.length > 1 ? parts[0]! : '';
};

const crossings = imports
	.filter(({ specifier }) => specifier.startsWith('.'))
	.map((one) => ({ from: one.from, to: targetOf(one) }))
	.filter(({ from, to }) => roomOf(from) !== '' && roomOf(from) !== roomOf(to));

describe('the walls between rooms', () => {
	test('are gone through at doors only', () => {
		expect(crossings.length).toBeGreaterThan(200);
		const breaches = crossings
			.filter(({ from, to }) => !doors[roomOf(from)]?.includes(roomOf(to)))
			.map(({ from, to }) => `${relative(src, from)} imports ${relative(src, to)}`);
		expect(breaches).toEqual([]);
	});

	test('have no door that nobody uses', () => {
		const used = new Set(crossings.map(({ from, to }) => `${roomOf(from)} → ${roomOf(to)}`));
		const unused = Object.entries(doors).flatMap(([room, others]) =>
			others.map((other) => `${room} → ${other}`).filter((door) => !used.has(door)),
		);
		expect(unused).toEqual([]);
	});
});

test('what the browser runs needs nothing of Node and nothing of the build', async () => {
	const importsByFile = Map.groupBy(
		imports.filter(({ typeOnly }) => !typeOnly),
		({ from }) => from,
	);
	const reached = new Set(files.filter((file) => roomOf(file) === 'elements'));
	const faults: string[] = [];
	for (const file of reached) {
		for (const one of importsByFile.get(file) ?? []) {
			const { specifier } = one;
			if (specifier.startsWith('node:')) faults.push(`${relative(src, file)}: ${specifier}`);
			if (!specifier.startsWith('.')) continue;
			const target = targetOf(one);
			if (['intake', 'stages', 'markdown'].includes(roomOf(target))) {
				faults.push(`${relative(src, file)}: ${relative(src, target)}`);
			}
			if (files.includes(target)) reached.add(target);
		}
	}
	expect(reached.size).toBeGreaterThan(30);
	expect(faults).toEqual([]);
});
