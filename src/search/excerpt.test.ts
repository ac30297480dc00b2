import { expect, test } from 'vitest';
import { excerptOf, stretchesOf } from './excerpt.ts';

const marked = (text: string, needles: string[], language: 'zh' | 'en' = 'zh') =>
	stretchesOf(text, needles, language).map(({ start, end }) => text.slice(start, end));

test('marks a text however it is spaced, and no part of a word where it stands as one', () => {
	expect(marked('AIGC 产业与 OpenAI 的 AI', ['aigc产业', 'AI'])).toEqual(['AIGC 产业', 'AI']);
	expect(marked('InstructGPT', ['structgpt'])).toEqual(['structGPT']);
});

test('marks every form of an English word, and only words', () => {
	expect(marked('Trained for training; a train of PE, OpenAI', ['train'], 'en')).toEqual([
		'Trained',
		'training',
		'train',
	]);
	expect(marked('OpenAI and PE', ['pe'], 'en')).toEqual(['PE']);
});

test('shows the window where the marks stand densest', () => {
	const text = `奖励${'一二三四五，'.repeat(40)}奖励模型与奖励${'六七八九十。'.repeat(40)}`;
	const segments = excerptOf(text, stretchesOf(text, ['奖励'], 'zh'), 'zh');
	expect(segments.filter((one) => one.marked)).toHaveLength(2);
	expect(segments[0]!.text).toBe('…');
	expect(segments.map((one) => one.text).join('').length).toBeLessThan(110);
});

test('a short text is shown whole', () => {
	const segments = excerptOf('只有奖励模型', stretchesOf('只有奖励模型', ['奖励'], 'zh'), 'zh');
	expect(segments).toEqual([
		{ text: '只有', marked: false },
		{ text: '奖励', marked: true },
		{ text: '模型', marked: false },
	]);
});
