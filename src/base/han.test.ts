import { expect, test } from 'vitest';
import { hanCount, readingMinutes, wordCount } from './han.ts';

test('Han characters and Latin words are counted apart', () => {
	const text = '由 GPT-3.5 系列的一个模型微调，don’t 算一词。';
	expect(hanCount(text)).toBe(13);
	expect(wordCount(text)).toBe(2);
});

test.each([
	['', 1],
	['字'.repeat(350), 1],
	['字'.repeat(700), 2],
	['word '.repeat(220), 1],
	['word '.repeat(660), 3],
	['字'.repeat(350) + ' word'.repeat(220), 2],
])('a text reads in so many minutes', (text, minutes) => {
	expect(readingMinutes(text)).toBe(minutes);
});
