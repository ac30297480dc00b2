import { expect, test } from 'vitest';
import { snapped, textDirective } from './text-fragment.ts';

const text = '归母净利润为 56.7 亿元，英伟达的 GPU 出货量同比增长 12.3%。';
const stretchOf = (part: string) => {
	const start = text.indexOf(part);
	return { start, end: start + part.length };
};
const part = (wanted: string) => {
	const whole = snapped(text, stretchOf(wanted), 'zh-Hans');
	return whole && text.slice(whole.start, whole.end);
};

test('grows a selection to word borders and sheds marks at its ends', () => {
	expect(part('伟达的 G')).toBe('英伟达的 GPU');
	expect(part('，英伟达')).toBe('英伟达');
	expect(part('，')).toBeUndefined();
});

test('encodes what has a meaning in a directive', () => {
	const whole = { start: 0, end: 3 };
	expect(textDirective('a-b', whole, 'a-b', 'en')).toBe('text=a%2Db');
	expect(textDirective('a,b', whole, 'a,b', 'en')).toBe('text=a%2Cb');
});

test('tells apart words that stand elsewhere too by what is around them', () => {
	const page = `${text}\n英伟达的另一句。`;
	const whole = snapped(text, stretchOf('英伟达'), 'zh-Hans')!;
	const directive = decodeURIComponent(textDirective(text, whole, page, 'zh-Hans'));
	expect(directive).toMatch(/^text=.+-,英伟达,-的.*$/);
});

test('names a long stretch by its ends', () => {
	const long = '甲乙丙丁戊己庚辛'.repeat(8);
	const directive = decodeURIComponent(
		textDirective(long, { start: 0, end: long.length }, long, 'zh-Hans'),
	);
	expect(directive.length).toBeLessThan(60);
});

test('names a stretch over cells or lines by its first and last words, each within its line', () => {
	const text = 'Spam detection Translation Basic Q&A 识别垃圾信息';
	const breaks = [14, 26, 36];
	const over = { start: text.indexOf('Translation'), end: text.indexOf(' Q&A') };
	expect(textDirective(text, over, text, 'en', breaks)).toBe('text=Translation,Basic');
	const within = { start: 0, end: 14 };
	expect(textDirective(text, within, text, 'en', breaks)).toBe('text=Spam%20detection');
	// Twice on the page: its neighbours tell it apart, but none from another line.
	expect(textDirective(text, within, `${text} ${text}`, 'en', breaks)).toBe(
		'text=Spam%20detection',
	);
});
