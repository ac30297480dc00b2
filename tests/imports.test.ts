import { readFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { filesBelow } from '../src/base/built-site.ts';

/**
 * The folders of `src/` by rank. A file imports from its own folder and from folders of a lower
 * rank; folders of one rank meet in `content` and in the HTML. Files in `src/` itself may import all.
 */
const ranks = [
	['base'],
	['content', 'preview', 'publish'],
	['reading', 'figures', 'claims'],
	['search', 'links'],
	['frame'],
	['pages'],
];

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
const local = imports
	.filter(({ specifier }) => specifier.startsWith('.'))
	.map((one) => ({ ...one, to: targetOf(one) }));

/** The folder of `src/` that a file stands in; none for files in `src/` itself. */
const folderOf = (file: string) => {
	const parts = relative(src, file).split('/');
	return parts.length > 1 ? parts[0]! : undefined;
};
const rankOf = (folder: string) => ranks.findIndex((rank) => rank.includes(folder));

/** Files in a circle of imports that starts at a file, or none. */
function circleFrom(file: string, path: readonly string[], done: Set<string>): string[] {
	const at = path.indexOf(file);
	if (at >= 0) return [...path.slice(at), file];
	if (done.has(file)) return [];
	for (const { to } of local.filter(({ from }) => from === file)) {
		const circle = circleFrom(to, [...path, file], done);
		if (circle.length > 0) return circle;
	}
	done.add(file);
	return [];
}

describe('imports', () => {
	test('go to the own folder or to one of a lower rank', () => {
		expect(local.length).toBeGreaterThan(200);
		const upward = local.flatMap(({ from, to }) => {
			const [folder, other] = [folderOf(from), folderOf(to)];
			if (folder === undefined || folder === other) return [];
			const isLower = other !== undefined && rankOf(other) < rankOf(folder) && rankOf(other) >= 0;
			return isLower ? [] : [`${relative(src, from)} → ${relative(src, to)}`];
		});
		expect(upward).toEqual([]);
	});

	test('form no circle', () => {
		const done = new Set<string>();
		const circles = files
			.map((file) => circleFrom(file, [], done))
			.filter((circle) => circle.length > 0);
		expect(circles.map((circle) => circle.map((file) => relative(src, file)))).toEqual([]);
	});

	test('of what the browser runs reach nothing of Node and nothing of the build', () => {
		const reached = new Set(files.filter((file) => /\/ui\/[^/]+\.ts$/.test(file)));
		const faults: string[] = [];
		for (const file of reached) {
			for (const one of imports.filter(({ from, typeOnly }) => from === file && !typeOnly)) {
				const { specifier } = one;
				if (specifier.startsWith('node:')) faults.push(`${relative(src, file)}: ${specifier}`);
				if (!specifier.startsWith('.')) continue;
				const target = targetOf(one);
				if (['content', 'reading'].includes(folderOf(target) ?? '')) {
					faults.push(`${relative(src, file)}: ${relative(src, target)}`);
				}
				if (files.includes(target)) reached.add(target);
			}
		}
		expect(reached.size).toBeGreaterThan(30);
		expect(faults).toEqual([]);
	});
});

test('a top-level name is defined in one folder, but for what Astro and the dictionaries name', async () => {
	const definition =
		/^(?:export )?(?:async )?(?:function\*?|const|let|class|interface|type|enum) (\w+)/gmu;
	const folders = new Map<string, Set<string>>();
	for (const file of files.filter((one) => one.endsWith('.ts'))) {
		for (const [, name] of (await readFile(file, 'utf8')).matchAll(definition)) {
			folders.set(name!, (folders.get(name!) ?? new Set()).add(folderOf(file) ?? file));
		}
	}
	expect(folders.size).toBeGreaterThan(500);
	const fixed = ['GET', 'getStaticPaths', 'words'];
	const twice = [...folders].filter(([name, { size }]) => size > 1 && !fixed.includes(name));
	expect(twice.map(([name, where]) => `${name}: ${[...where].join(', ')}`)).toEqual([]);
});
