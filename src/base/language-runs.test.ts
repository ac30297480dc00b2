import { describe, expect, test } from 'vitest';
import { languageRunsOf, phraseRunsOf } from './language-runs.ts';

const marked = (text: string, lang: string) =>
	phraseRunsOf(text, 'zh')
		.filter((run) => run.lang === lang)
		.map((run) => run.text);

describe('English in a Chinese text', () => {
	test.each([
		['分 First attempts、Almost there 两档', ['First attempts', 'Almost there']],
		[
			'是 Text to product (final), better than full-time developers。',
			['Text to product (final), better than full-time developers'],
		],
		['成对比较的损失（pairwise loss）来练', ['pairwise loss']],
		['从 1-line auto-complete（补全一行）起步', ['1-line auto-complete']],
		['最先是 First attempts at 3D/video models', ['First attempts at 3D/video models']],
	])('is marked: %s', (text, phrases) => {
		expect(marked(text, 'en')).toEqual(phrases);
	});

	test.each([
		'ChatGPT 由 GPT-3.5 系列里的一个模型微调而成',
		'所用模型是 OpenAI Codex，OpenAI 与 GitHub Copilot',
		'很快找出代码里的 bug',
		'按 non-GAAP 利润，2021A 为 54.2 倍',
		'Spam（垃圾）',
	])('stays at home: %s', (text) => {
		expect(phraseRunsOf(text, 'zh').filter(({ lang }) => lang)).toEqual([]);
	});

	test('a text without Han is English, and no run is lost', () => {
		expect(languageRunsOf('OpenAI, “Introducing ChatGPT”', 'zh')).toEqual([
			{ text: 'OpenAI, “Introducing ChatGPT”', lang: 'en' },
		]);
		const text = '图例（Large model availability）分三档';
		expect(
			languageRunsOf(text, 'zh')
				.map((run) => run.text)
				.join(''),
		).toBe(text);
	});
});

test('Han in an English text is Chinese', () => {
	expect(languageRunsOf('Chen Junyun 陈俊云, analyst', 'en')).toEqual([
		{ text: 'Chen Junyun ' },
		{ text: '陈俊云', lang: 'zh-Hans' },
		{ text: ', analyst' },
	]);
});
