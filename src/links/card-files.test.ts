import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { colour } from '../base/colours.ts';
import { cardNameOf, writeCards } from './card-files.ts';
import { cardTree, type Card } from './cards.ts';

const folder = mkdtempSync(join(tmpdir(), 'cards-'));
afterAll(() => rmSync(folder, { recursive: true }));
const cache = join(folder, 'cache');

const content: Card = {
	language: 'zh',
	owner: 'rlhf-steps',
	path: '技术逻辑',
	title: '三步训练',
	text: '先示范，再打分，最后自己练。',
};
const card = (change: Partial<Card> = {}): Card => ({ ...content, ...change });
const write = (...cards: Card[]) =>
	writeCards(new Map(cards.map((one) => [cardNameOf(one), one])), folder, cache);
const drawing = (text: string) => ({ type: 'text' as const, text });

test('draws a card once and copies it ever after', async () => {
	expect(await write(card())).toEqual({ all: 1, drawn: 1 });
	const [name] = readdirSync(join(folder, 'cards')) as [string];
	const first = readFileSync(join(folder, 'cards', name));
	expect(await write(card())).toEqual({ all: 1, drawn: 0 });
	expect(readFileSync(join(folder, 'cards', name)).equals(first)).toBe(true);
	expect(first.subarray(1, 4).toString()).toBe('PNG');
	expect(first.length).toBeLessThan(40_000);
});

test('keeps the accent when colours are reduced', async () => {
	await write(card());
	const { default: sharp } = await import('sharp');
	const drawn = sharp(join(folder, 'cards', cardNameOf(card()))).removeAlpha();
	const pixel = await drawn.extract({ left: 28, top: 300, width: 1, height: 1 }).raw().toBuffer();
	const accent = Buffer.from(colour('cinnabar').slice(1), 'hex');
	for (const [at, value] of pixel.entries()) {
		expect(Math.abs(value - accent[at]!)).toBeLessThan(16);
	}
});

test('changes the name with anything the card shows', () => {
	const names = [
		card(),
		card({ title: '两步' }),
		card({ text: '' }),
		card({ language: 'en' }),
		card({ drawing: drawing('12,725') }),
		card({ drawing: drawing('12,726') }),
	].map(cardNameOf);
	expect(new Set(names).size).toBe(names.length);
	expect(names[0]).toMatch(/^rlhf-steps-[0-9a-f]{10}\.png$/);
});

test('breaks a title between words, and never inside a name of the glossary', () => {
	const drawn = JSON.stringify(
		cardTree({ ...content, title: '从 Chat-GPT 看生成式人工智能 AIGC' }),
	);
	expect(drawn).toMatch(/看\u200b生成式人工智能[^\u200b]? ?\u200b?AIGC/u);
	expect(JSON.stringify(cardTree({ ...content, title: '看（新）的，好' }))).toContain(
		'看\u200b（新）\u200b的，\u200b好',
	);
});

test('a card says that its report is the broker’s, not that its words are', () => {
	expect(JSON.stringify(cardTree(content))).toContain('原报告：中信证券研究部，2023 年 1 月 19 日');
});

test('refuses a character that no font draws, by name', async () => {
	await expect(write(card({ title: '训练😀' }))).rejects.toThrow(/“😀” \(U\+1F600\)/);
});
