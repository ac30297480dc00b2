import { readFileSync } from 'node:fs';
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

const importPattern =
	/^\s*(?:import|export)\s+(?<type>type\s)?(?:[^'";]*?\sfrom\s+)?'(?<specifier>[^']+)'|\bimport\(\s*'(?<dynamic>[^']+)'\s*\)/gmu;

const src = resolve('src');
const files = (await filesBelow(src)).filter((file) => /(?<!\.test)\.(?:ts|astro)$/.test(file));
const sources = new Map(files.map((file) => [file, readFileSync(file, 'utf8')]));
/** Imports as written; those of types only leave no trace in the browser. */
const imports = [...sources].flatMap(([from, source]) =>
	Array.from(source.matchAll(importPattern), ({ groups }) => {
		const specifier = (groups!.specifier ?? groups!.dynamic)!;
		const to = join(dirname(from), specifier.split('?')[0]!);
		return { from, specifier, to, typeOnly: groups!.type !== undefined };
	}),
);
const local = imports.filter(({ specifier }) => specifier.startsWith('.'));

/** The folder of `src/` that a file stands in; none for files in `src/` itself. */
const folderOf = (file: string) => {
	const parts = relative(src, file).split('/');
	return parts.length > 1 ? parts[0]! : undefined;
};
const rankOf = (folder: string) => ranks.findIndex((rank) => rank.includes(folder));

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
		// What imports none of those left, or is imported by none, is in no circle.
		let left = files;
		for (let count = Infinity; left.length < count;) {
			count = left.length;
			const inner = local.filter(({ from, to }) => left.includes(from) && left.includes(to));
			const [from, to] = [
				new Set(inner.map((one) => one.from)),
				new Set(inner.map((one) => one.to)),
			];
			left = left.filter((file) => from.has(file) && to.has(file));
		}
		expect(left.map((file) => relative(src, file))).toEqual([]);
	});

	test('of what the browser runs reach nothing of Node and nothing of the build', () => {
		const reached = new Set(files.filter((file) => /\/ui\/[^/]+\.ts$/.test(file)));
		const faults: string[] = [];
		for (const file of reached) {
			for (const { from, to, specifier, typeOnly } of imports) {
				if (from !== file || typeOnly) continue;
				const isOfBuild = ['content', 'reading'].includes(folderOf(to) ?? '');
				if (specifier.startsWith('node:') || isOfBuild) {
					faults.push(`${relative(src, file)}: ${specifier}`);
				}
				if (files.includes(to)) reached.add(to);
			}
		}
		expect(reached.size).toBeGreaterThan(30);
		expect(faults).toEqual([]);
	});
});

test('a top-level name is defined in one folder, but for what Astro and the dictionaries name', () => {
	const definition =
		/^(?:export )?(?:async )?(?:function\*?|const|let|class|interface|type|enum) (\w+)/gmu;
	const folders = new Map<string, Set<string>>();
	for (const [file, source] of sources) {
		if (!file.endsWith('.ts')) continue;
		for (const [, name] of source.matchAll(definition)) {
			folders.set(name!, (folders.get(name!) ?? new Set()).add(folderOf(file) ?? file));
		}
	}
	expect(folders.size).toBeGreaterThan(500);
	const fixed = ['GET', 'getStaticPaths', 'words'];
	const twice = [...folders].filter(([name, { size }]) => size > 1 && !fixed.includes(name));
	expect(twice.map(([name, where]) => `${name}: ${[...where].join(', ')}`)).toEqual([]);
});

test('a text that is put into another is not read for “$&”: a function puts it there', () => {
	const faults = [...sources].filter(([, source]) =>
		/`[^`\n]*\$&[^`\n]*\$\{|`[^`\n]*\$\{[^`\n]*\$&/.test(source),
	);
	expect(faults.map(([file]) => relative(src, file))).toEqual([]);
});
