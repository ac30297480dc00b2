import { expect, test } from 'vitest';
import { fingerprintOf, piecesOf, similarityOf } from './fingerprint.ts';

const digest = (text: string) => fingerprintOf(piecesOf(text));
const base = '报告认为，ChatGPT 的成功证明了两件事：一味增加参数并不是前进的唯一办法。';

test('sees no difference in punctuation, width and case', () => {
	expect(digest('ＣhatGPT，很好！')).toBe(digest('chatgpt 很好'));
});

test('keeps a light edit near and another statement far', () => {
	const edited = '报告认为，ChatGPT 的成功说明了两件事：一味增加参数不是前进的唯一办法。';
	const other = '微软最大，17,917 亿美元；Mobileye 最小，253 亿美元。';
	expect(similarityOf(digest(base), digest(edited))).toBeGreaterThan(0.6);
	expect(similarityOf(digest(base), digest(other))).toBeLessThan(0.15);
});

test('compares empty texts without dividing by zero', () => {
	expect(similarityOf(digest(''), digest(''))).toBe(1);
	expect(similarityOf(digest(''), digest(base))).toBe(0);
});
