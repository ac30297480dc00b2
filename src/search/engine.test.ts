import { describe, expect, test } from 'vitest';
import { chineseRules } from './chinese-rules.ts';
import { answer, type HitSection } from './engine.ts';
import { englishRules } from './english-rules.ts';
import { searchable } from './match.ts';
import type { PageText, TextKind } from './page-text.ts';
import { parseQuery } from './query.ts';

type Line = [kind: TextKind, id: string, text: string];

function pageOf(path: string, order: number, lines: readonly Line[]): PageText {
	let heading = -1;
	const blocks = lines.map(([kind, id, text], at) => {
		const block = { kind, id, text, under: kind === 'heading' ? -1 : heading };
		if (kind === 'heading') heading = at;
		return block;
	});
	return { path, title: lines[0]![2], language: 'zh', order, blocks };
}

const logic = pageOf('/logic/', 0, [
	['title', 'content', '技术逻辑'],
	['key-point', 'k1', '训练分三步，奖励模型居中。'],
	['heading', 'steps', '三步训练'],
	['paragraph', 'p1', '先是监督微调。GPT-3.5 有人工示范。'],
	['paragraph', 'p2', '再训练奖励模型，用 4,152 次比较；AIGC 产业由此起步。'],
	['heading', 'reward', '奖励模型'],
	['note', 'n1', '编者注：RLHF 的奖励来自人。'],
	['paragraph', 'p3', 'Explainable models are trained.'],
]);
const advice = pageOf('/advice/', 1, [
	['title', 'content', '投资建议'],
	['heading', 'chips', '芯片'],
	['row', 'pe-nvidia', '英伟达 54.2'],
	['heading', 'pe', '估值'],
	['paragraph', 'p4', '市盈率见表。OpenAI 的 AI 模型。'],
]);
const pages = [logic, advice].map(searchable);

const ids = (sections: readonly HitSection[]) =>
	sections.flatMap(({ hits }) => hits.map(({ block }) => block.id));
const ask = (text: string) => answer(parseQuery(text), pages, chineseRules);

describe('a phrase', () => {
	test('hits headings first, then key points, then text in order', () => {
		expect(ids(ask('奖励模型').exact)).toEqual(['reward', 'k1', 'p2']);
	});
	test.each([
		['ＡＩＧＣ产业', ['p2']],
		['gpt3.5', ['p1']],
		['gpt 3.5', ['p1']],
		['4152', ['p2']],
		['3.5', ['p1']],
		['英伟达54.2', ['pe-nvidia']],
		['调GPT', ['p1']],
		['微调。gpt', ['p1']],
	])('%s is found whatever its width, case, spaces and hyphens', (query, found) => {
		expect(ids(ask(query).exact)).toEqual(found);
	});
	test('stands in a word after words that begin with it', () => {
		const { exact } = ask('ai');
		expect(ids(exact)).toEqual(['p4', 'p2', 'p3']);
	});
	test('knows its section', () => {
		expect(ask('人工示范').exact[0]!.trail).toEqual(['技术逻辑', '三步训练']);
		expect(ask('居中').exact[0]!.trail).toEqual(['技术逻辑']);
	});
	test('marks every place in the original text', () => {
		const hit = ask('rlhf的奖励').exact[0]!.hits[0]!;
		const marked = hit.ranges.map(({ start, end }) => hit.block.text.slice(start, end));
		expect(marked).toEqual(['RLHF 的奖励']);
	});
});

describe('several phrases', () => {
	test('must all occur in a section', () => {
		expect(ids(ask('监督微调 比较').exact)).toEqual(['p1', 'p2']);
		expect(ask('监督微调 比较').exactCount).toBe(2);
	});
	test('else on a page', () => {
		expect(ids(ask('英伟达 市盈率').exact)).toEqual(['pe-nvidia', 'p4']);
	});
	test('on two pages are no hit', () => {
		expect(ask('监督微调 市盈率').exactCount).toBe(0);
	});
	test('standing as typed come first, and apart under their own name', () => {
		const { exact, apart } = ask('训练 奖励模型');
		expect(ids(exact)).toEqual(['p2']);
		expect(ids(apart)).toEqual(['k1']);
	});
	test('in quotes are one', () => {
		expect(ids(ask('"训练 奖励模型"').exact)).toEqual(['p2']);
		expect(ask('"训练 奖励模型"').apart).toEqual([]);
		expect(ids(ask('“监督微调” “比较”').exact)).toEqual(['p1', 'p2']);
	});
});

describe('no exact hit', () => {
	test('offers what is closest, apart from exact hits', () => {
		const { exact, exactCount, closest } = ask('监督微调奖励模型');
		expect([exact, exactCount]).toEqual([[], 0]);
		expect(ids(closest)[0]).toBe('p1');
	});
	test.each(['的也次理', 'zzz', 'xpla1 zq', '<img src=x onerror=alert(1)>', '……', '%', ''])(
		'%s gives nothing',
		(query) => {
			const { exactCount, exact, apart, closest } = ask(query);
			expect([exactCount, exact, apart, closest]).toEqual([0, [], [], []]);
		},
	);
});

describe('English', () => {
	const inEnglish = (text: string) => answer(parseQuery(text), pages, englishRules);
	test('counts a word from its beginning', () => {
		expect(ids(inEnglish('train').exact)).toEqual(['p3']);
		expect(ids(inEnglish('rained').exact)).toEqual([]);
	});
});
