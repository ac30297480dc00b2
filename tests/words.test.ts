import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import * as en from '../src/base/words/en/index.ts';
import * as zh from '../src/base/words/zh/index.ts';

const sources = globSync(['src/**/*.ts', 'src/**/*.astro']).filter(
	(file) => !/\.test\.ts$|^src\/base\/words\//.test(file),
);
/** Grammars of a language, words of drawings, which live with them, a citation style, writers' errors. */
const languageData =
	/^src\/(base\/numbers|search\/(numbers|query)|figures\/\w[\w-]*\/|links\/citations|content\/)/;

/** Comments and regular expressions name Han characters without saying them. */
const withoutComments = (source: string) =>
	source.replace(/\/\*[\s\S]*?\*\/|(?<!:)\/\/.*|<!--[\s\S]*?-->/g, '');

/** Texts between two tags of a template: `<p>Like this</p>`. */
function textsOfTemplate(source: string): string[] {
	const template = source
		.replace(/^---[\s\S]*?\n---/, '')
		.replace(/<(style|script)[\s\S]*?<\/\1>/g, '');
	return [...template.matchAll(/(?<!=)>([^<>{}=]*[a-z]{2}[^<>{}=();]*)</g)]
		.map(([, text]) => text!.trim())
		.filter((text) => text !== 'JSON Schema');
}

/** Texts found in files, each with its file. */
const found = (files: string[], textsIn: (source: string) => string[]) =>
	files.flatMap((file) => textsIn(readFileSync(file, 'utf8')).map((text) => `${file}: ${text}`));

/** Paths of all entries: `filter.label`. */
function entriesOf(words: object, path = ''): string[] {
	return Object.entries(words).flatMap(([key, value]) =>
		value !== null && typeof value === 'object' && !Array.isArray(value)
			? entriesOf(value as object, `${path}${key}.`)
			: `${path}${key}`,
	);
}

describe('the dictionary', () => {
	test('each language says the same entries', () => {
		expect(entriesOf(zh).length).toBeGreaterThan(100);
		expect(entriesOf(en).toSorted()).toEqual(entriesOf(zh).toSorted());
	});

	test('no Chinese word of the interface stands elsewhere', () => {
		expect(sources.length).toBeGreaterThan(100);
		const others = sources.filter((file) => !languageData.test(file));
		const quoted = /['"`>][^'"`<\n]*\p{Script=Han}[^'"`<\n]*/gu;
		expect(found(others, (source) => withoutComments(source).match(quoted) ?? [])).toEqual([]);
	});

	test('no English word of the interface stands in a template', () => {
		const templates = sources.filter((file) => file.endsWith('.astro'));
		expect(found(templates, textsOfTemplate)).toEqual([]);
	});

	test.each([zh, en])('the search names the page with the whole report by its title', (words) => {
		expect(words.search.failed).toContain(words.site.wholeReport.title);
	});

	test('no entry is unused', () => {
		const source = sources.map((file) => readFileSync(file, 'utf8')).join('\n');
		const unused = entriesOf(zh).filter((path) => {
			const name = path.split('.').at(-1)!;
			return !new RegExp(`\\b${name.replace(/\W/g, '.')}\\b`).test(source);
		});
		expect(unused).toEqual([]);
	});
});
