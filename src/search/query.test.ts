import { expect, test } from 'vitest';
import type { NameTable } from './hit.ts';
import {
	edits,
	formsOf,
	namesIn,
	nearestHan,
	nearestWord,
	questionFor,
	simplified,
	togetherNamed,
} from './names.ts';
import { numberForms, numeralValue } from './numbers.ts';
import { contentWords, idOf, knownParts, parseQuery } from './query.ts';
import { fold } from './text.ts';

const table: NameTable = {
	names: [
		['英伟达', 'Nvidia', 'NVIDIA', 'NVDA', 'yingweida', 'ywd'],
		['特斯拉', 'Tesla'],
		['GPU', '显卡'],
		['奖励模型', 'reward model', 'RM'],
		['强化学习', 'qianghuaxuexi', 'qhxx'],
	],
	variants: '獎奖勵励',
	regional: [
		['晶片', '芯片'],
		['软体', '软件'],
	],
	questions: [[['结论', 'conclude'], '一分钟']],
};
const meant = (text: string) => formsOf(text, table, '', []);

test.each([
	['Nvidia', '英伟达'],
	['nvda', '英伟达'],
	['显卡', 'GPU'],
	['reward models', '奖励模型'],
	['yingweida', '英伟达'],
	['ywd', '英伟达'],
	['qianghuaxue', '强化学习'],
	['qhxx', '强化学习'],
	['晶片', '芯片'],
	['1.3B', '13 亿'],
])('%s means %s', (typed, text) => expect(meant(typed)).toContain(text));

test('a query is never another form of itself, and letters in general mean nothing', () => {
	expect(meant('英伟达')).not.toContain('英伟达');
	expect(meant('the')).toEqual([]);
	expect(meant('Tesla')[0]).toBe('特斯拉');
	expect(simplified('獎勵模型', '獎奖勵励')).toBe('奖励模型');
});

test.each([
	['copliot', 'copilot', 1],
	['tranformer', 'transformer', 1],
	['artifical', 'artificial', 1],
	['abc', 'abc', 0],
])('%s is so many edits from %s: %i', (a, b, count) => expect(edits(a, b)).toBe(count));

test('the nearest word is near by length, and Han differs in one character', () => {
	expect(nearestWord('copliot', new Set(['pilot', 'copilot']))).toBe('copilot');
	expect(nearestWord('gpd', new Set(['gpt']))).toBeUndefined();
	const known = new Set(['reinforcement', 'recommended', 'labelling']);
	expect(nearestWord('reinforcment', known, true)).toBe('reinforcement');
	expect(nearestWord('recommender', known, true)).toBeUndefined();
	expect(nearestWord('labeling', known, true)).toBeUndefined();
	const forms = new Set(['computing', 'competition', 'regulation', 'resulting', 'accuracy']);
	expect(nearestWord('competing', forms)).toBe('competition');
	expect(nearestWord('accurate', forms)).toBe('accuracy');
	expect(nearestWord('regulating', forms, true)).toBeUndefined();
	expect(nearestHan('奖厉模型', table)).toBe('奖励模型');
	expect(nearestHan('模型奖励', table)).toBeUndefined();
});

test.each([
	['有哪些风险', '风险'],
	['推荐哪些股票', '推荐 股票'],
	['what are the risks?', 'risks'],
	['Nvidia的市值是多少', 'Nvidia 市值'],
	['who', ''],
	['文字和图像', '文字 图像'],
	['四成代码', '四成 代码'],
	['报告推荐了哪几家公司', '推荐 公司'],
	['主要风险是什么', '风险'],
	['最大的风险是什么', '风险'],
	['“解锁” 是什么意思', '解锁'],
	['what are the main risks?', 'risks'],
	['报告一共有几位作者', '作者'],
	['训练用了多少数据', '训练 数据'],
	['UGC和PGC的区别', 'UGC PGC'],
])('%s asks for %j', (query, words) =>
	expect(contentWords(parseQuery(query).words).join(' ')).toBe(words),
);

test.each([
	['特斯拉值得买', '特斯拉'],
	['reward models price', ''],
	['版权', ''],
	['finding bugs Tesla', 'Tesla'],
])('%s names %j', (text, names) => expect(namesIn(text, table).join(' ')).toBe(names));

test('words that name something together are one', () => {
	expect(togetherNamed(['Tesla', 'reward', 'models'], table)).toEqual(['Tesla', 'reward models']);
	expect(togetherNamed(['reward', 'Tesla', 'model'], table)).toEqual(['reward', 'Tesla', 'model']);
});

test.each([
	['报告的结论是什么', '一分钟'],
	['什么时候得出结论的', undefined],
	['what does the report conclude?', '一分钟'],
	['GPT-3 论文的结论', undefined],
])('%s asks for %s', (query, text) => expect(questionFor(query, table)).toBe(text));

test.each([
	['特斯拉、英伟达/高通，AMD', '特斯拉|英伟达|高通|AMD'],
	['英伟达 英伟达', '英伟达'],
	['risks and costs', 'risks|costs'],
	['"reward model" score', 'reward model|score'],
])('%s is read as the words %j', (query, words) =>
	expect(parseQuery(query).words.join('|')).toBe(words),
);

test.each([
	['k7j2', 'k7j2'],
	['#claim-131', 'claim-131'],
	['/origin/#k7j2', 'k7j2'],
	['第 131 条', 'claim-131'],
	['核对第131条', 'claim-131'],
	['核对 131 条', 'claim-131'],
	['25 条', undefined],
	['claim 131', 'claim-131'],
	['model', undefined],
])('%s names the id %s', (query, id) => expect(idOf(query)).toBe(id));

test('a query is cut at 200 characters', () => {
	expect(parseQuery('字'.repeat(201))).toMatchObject({ isCut: true, raw: '字'.repeat(200) });
});

test.each([
	['十三亿', 1.3e9],
	['一千七百五十亿', 1.75e11],
	['二十', 20],
	['十', 10],
	['一百零五', 105],
	['两千二百万', 2.2e7],
	['one hundred and seventy-five billion', 1.75e11],
	['三步', NaN],
])('%s is %d', (text, value) => expect(numeralValue(text)).toBe(value));

test.each([
	['1.3B', '13 亿'],
	['十三亿', '1.3 billion'],
	['13亿', '1.3b'],
	['$22M', '2200 万'],
	['twenty-two million dollars', '2200万'],
	['2200 万', '22 million'],
	['百分之四十', '40%'],
	['四成', '40%'],
	['40 percent', '40%'],
	['forty percent', '40%'],
	['six orders', '6orders'],
	['one hundred and seventy-five billion', '1750 亿'],
	['2022-11-30', '2022 年 11 月 30 日'],
	['11/30/2022', '2022 年 11 月 30 日'],
	['30.11.2022', '30 november 2022'],
	['2022年11月30日', '30 november 2022'],
	['Nov 30, 2022', '2022 年 11 月 30 日'],
	['30 November 2022', 'november 30, 2022'],
	['November 2022', '2022 年 11 月'],
	['Sept 2022', '2022 年 9 月'],
	['1.2百万', '120 万'],
	['4152', '4,152'],
	['120万用户', '1.2 million用户'],
	['120w用户', '120 万用户'],
	['四成代码', '40%代码'],
	['五十四点二', '54.2'],
	['二〇二二年十一月三十日', '2022 年 11 月 30 日'],
	['20230119', '19 january 2023'],
	['November 30', '11 月 30 日'],
	['7项风险', '七项风险'],
	['1.79 万亿', '17917'],
	['4152亿美元', '415.2'],
	['四千一百五十二亿', '4152'],
	['1.8 trillion', '17917'],
	['253 亿', '253'],
	['54.2x', '54.2'],
	['2015至2022年', '2015–2022 年'],
	['from 2015 to 2020', 'from 2015–2020'],
])('%s is also %s', (query, form) =>
	expect(numberForms(query, '', ['17917', '4152', '415.2', '253']).map(fold)).toContain(fold(form)),
);

test('a day is not taken for a month of a later year', () =>
	expect(numberForms('30.11.2022', '', []).filter((form) => !form.includes('2022'))).toEqual([]));

test.each(['GPT-3', '奖励模型', '第 40 条', 'PE'])('%s is written in one way', (query) => {
	expect(numberForms(query, '', [])).toEqual([]);
});

test.each([
	['英伟达市盈率', ['英伟达', '市盈率']],
	['训练成本下降', ['训练成本', '下降']],
	// The longest beginning, 训练成本, leaves 价 over.
	['训练成本价', ['训练', '成本价']],
	['英伟达的芯片', ['英伟达的芯片']],
	['英伟达市盈率高', ['英伟达市盈率高']],
	['市盈率', ['市盈率']],
])('%s is made of %j', async (word, parts) => {
	const known = ['英伟', '英伟达', '市盈率', '训练', '训练成本', '成本价', '下降'];
	expect(await knownParts(word, async (part) => known.filter((one) => one === part))).toEqual(
		parts,
	);
});
