import { expect, test } from 'vitest';
import { hanValue, numberForms } from './numbers.ts';

test.each([
	['十三亿', 1.3e9],
	['一千七百五十亿', 1.75e11],
	['二十', 20],
	['十', 10],
	['四十', 40],
	['一百零五', 105],
	['两千二百万', 2.2e7],
])('%s is %d', (text, value) => expect(hanValue(text)).toBe(value));

test('a text that is no numeral has no value', () => expect(hanValue('三步')).toBeNaN());

test.each([
	['1.3B', '13 亿'],
	['十三亿', '1.3 billion'],
	['13亿', '1.3b'],
	['$22M', '2200 万'],
	['22 million', '2200万'],
	['2200 万', '22 million'],
	['百分之四十', '40%'],
	['40 percent', '40%'],
	['40％', '40 per cent'],
	['2022-11-30', '2022 年 11 月 30 日'],
	['2022年11月30日', '30 November 2022'],
	['Nov 30, 2022', '2022 年 11 月 30 日'],
	['30 November 2022', 'november 30, 2022'],
	['4152', '4,152'],
	['120万用户', '1.2 million用户'],
])('%s is also %s', (query, form) => expect(numberForms(query, 'zh')).toContain(form));

test.each(['GPT-3', '奖励模型', '第 40 条', 'PE'])('%s is written in one way', (query) => {
	expect(numberForms(query, 'zh')).toEqual([]);
});
