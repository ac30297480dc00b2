import { expect, test } from 'vitest';
import {
	contentWords,
	editDistance,
	formsOf,
	nearestHan,
	nearestWord,
	simplified,
} from './forms.ts';
import type { NameTable } from './hit.ts';
import { parseQuery } from './query.ts';

const table: NameTable = {
	names: [
		['英伟达', 'Nvidia', 'NVIDIA', 'NVDA'],
		['GPU', '显卡'],
		['奖励模型', 'reward model', 'RM'],
	],
	readings: [
		['英伟达', 'ying wei da'],
		['奖励模型', 'jiang li mo xing'],
		['强化学习', 'qiang hua xue xi'],
	],
	regional: [
		['晶片', '芯片'],
		['软体', '软件'],
	],
	questions: [],
};
const meant = (text: string) => formsOf(text, table, 'zh').map((form) => form.text);

test.each([
	['Nvidia', '英伟达'],
	['nvda', '英伟达'],
	['显卡', 'GPU'],
	['reward models', '奖励模型'],
	['yingweida', '英伟达'],
	['ywd', '英伟达'],
	['yingwd', '英伟达'],
	['qianghuaxue', '强化学'],
	['qhxx', '强化学习'],
	['晶片', '芯片'],
	['1.3B', '13 亿'],
])('%s means %s', (typed, text) => expect(meant(typed)).toContain(text));

test('a query is never another form of itself, and letters in general mean nothing', () => {
	expect(meant('英伟达')).not.toContain('英伟达');
	expect(meant('the')).toEqual([]);
});

test('traditional characters become those of the text', () => {
	expect(simplified('獎勵模型', '獎奖勵励')).toBe('奖励模型');
});

test.each([
	['copliot', 'copilot', 1],
	['tranformer', 'transformer', 1],
	['artifical', 'artificial', 1],
	['abc', 'abc', 0],
])('%s is so many edits from %s: %i', (a, b, edits) => expect(editDistance(a, b, 2)).toBe(edits));

test('the nearest word is near by length, and Han differs in one character', () => {
	expect(nearestWord('copliot', ['copilot', 'pilot'])).toBe('copilot');
	expect(nearestWord('gpd', ['gpt'])).toBeUndefined();
	expect(nearestHan('奖厉模型', table)).toBe('奖励模型');
	expect(nearestHan('模型奖励', table)).toBeUndefined();
});

test.each([
	['有哪些风险', ['风险']],
	['推荐哪些股票', ['推荐', '股票']],
	['what are the risks?', ['risks']],
	['who', []],
])('%s asks for %j', (query, words) =>
	expect(contentWords(parseQuery(query).words)).toEqual(words),
);

test.each([
	['特斯拉、英伟达/高通，AMD', ['特斯拉', '英伟达', '高通', 'AMD']],
	['英伟达 英伟达', ['英伟达']],
	['risks and costs', ['risks', 'costs']],
	['"reward model" score', ['reward model', 'score']],
])('%s is read as the words %j', (query, words) => expect(parseQuery(query).words).toEqual(words));

test('a query is cut at 200 characters', () => {
	expect(parseQuery('字'.repeat(201))).toMatchObject({ isCut: true, raw: '字'.repeat(200) });
});
