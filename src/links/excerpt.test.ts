import { expect, test } from 'vitest';
import { clipped, widthOf } from './excerpt.ts';

const text = '第一句说完了。第二句比较长，一直说到人工智能产业的未来才停下来。';

test('counts a Han character as one and a letter as half', () => {
	expect(widthOf('ChatGPT 很好')).toBe(6);
});

test('leaves a text that fits, ends at a sentence, else at a word', () => {
	expect(clipped(text, 'zh', 100, 40)).toBe(text);
	expect(clipped(text, 'zh', 12, 5)).toBe('第一句说完了。');
	const cut = clipped(text, 'zh', 22, 20);
	expect(cut.endsWith('…')).toBe(true);
	expect(widthOf(cut)).toBeLessThanOrEqual(22);
	expect(text.startsWith(cut.slice(0, -1))).toBe(true);
});

test('never ends with a mark that opens or joins', () => {
	expect(clipped('看好四个方向，文字、代码、图像、客服', 'zh', 10)).not.toMatch(/[、，（]…$/);
});
