import { expect, test } from 'vitest';
import { numbersApart, numbersMissing } from './numerals.ts';

test.each([
	['13 亿', '1.3 billion', []],
	['1,750 亿的 GPT-3', 'the 175-billion GPT-3', []],
	['2–3 万', '20,000–30,000', []],
	['2w~3w', 'about 20,000–30,000', []],
	['142.54 − 36.86 亿', 'US$14.254 bn − 3.686', []],
	['2023.1.19', '19 January 2023', []],
	['七家公司', 'seven companies', []],
	['一定', 'no number', []],
	['百亿级别', 'tens of billions', []],
	['a tens-of-billions model', '百亿级模型', []],
	['the second of May', '当时', []],
	['见[图 3](/a/#b42)', 'see figure 3', []],
	['13 亿', '13 million', ['13 亿']],
	['七家公司', 'eight companies', ['七家']],
	['十二家公司', 'a dozen companies', []],
	['三种风险', 'two kinds of risk', ['三种']],
	['百亿级别，万量级', 'tens of billions, tens of thousands', []],
	['13 亿级别、三百万级', '1.3 billion, 3 million', []],
	['千亿级', 'tens of billions', ['千亿']],
	['tens of billions', '千亿级', ['tens of billions']],
	['the third wave', '第四波', ['third']],
	['up 18.9 points, down 24.2', '升 18.9 点，降 24.2 点', []],
	['升 18.9 点，降 24.2 点', 'up 18.9 points, down 24.2', []],
	['25% 到 55%', '25 to 55%', []],
	['25%、30% 和 40%', '25, 30 and 40%', []],
	['千亿级参数', 'hundred-billion-scale parameters', []],
	['百万级、十亿级', 'millions; billion-scale', []],
	['近百亿', 'nearly ten billion', []],
	['nearly ten billion', '近千亿', ['ten billion']],
	['twelve items', '十二项', []],
	['12 条', 'a dozen items', []],
	['20 世纪 90 年代', 'the 1990s', []],
	['the 1990s', '上世纪 80 年代', ['90']],
	['down 25%, then 55%', '下降 25，再 55%', ['25%']],
	['a third of it', '三分之一', []],
	['1000 条', 'a thick book of 40 works', ['1000']],
	['2021A 为 44.7，2022E', '44.7 for 2021A', ['2022']],
	['4152 亿，20240 年', '4152 × US$100 million, US$415.2 bn, 2024', ['20240']],
])('“%s” beside “%s” has %j of its own', (text, other, missing) => {
	expect(numbersMissing(text, other)).toEqual(missing);
});

test.each([
	['2021、2022 年，2022 年', '2021, 2022, 2022', undefined],
	['2021、2022 年，2022 年', '2021, 2021, 2022', '2022, 2022; only in the translation: 2021, 2021'],
	['2021、2022 年，2022 年', '2021 and 2022', undefined],
	['2021 年', 'in 2021 and 2022', 'none; only in the translation: 2022'],
])('“%s” translated as “%s” has numbers apart: %s', (text, translation, alone) => {
	expect(numbersApart(text, translation)?.alone).toBe(alone && `only in the original: ${alone}`);
});
