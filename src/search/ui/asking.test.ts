import { parseHTML } from 'linkedom';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { wordsIn } from '../../base/words/index.ts';
import { searchIn, type Search } from '../ask.ts';
import { answering, type AskingParts } from './asking.ts';

vi.mock('../bundle.ts', () => ({ openBundle: () => Promise.resolve() }));
vi.mock(import('../ask.ts'), async (load) => ({ ...(await load()), searchIn: vi.fn() }));

const words = wordsIn('en').search;

beforeEach(() => {
	const { document, HTMLElement } = parseHTML('<input><ul></ul><div></div>');
	vi.stubGlobal('window', { setTimeout });
	vi.stubGlobal('document', document);
	vi.stubGlobal('HTMLElement', HTMLElement);
	vi.stubGlobal('navigator', { onLine: true });
});
afterEach(() => vi.unstubAllGlobals());

/** Asks for a text where so many hits cannot be fetched. */
async function summaryOf(failedHits: number): Promise<{ text: string; state: string }> {
	const input = document.querySelector('input')!;
	input.value = 'ChatGPT';
	const list = document.querySelector('ul')!;
	const group = { match: 'exact', ids: ['a', 'b', 'c'], needles: [] };
	const answer = { query: { raw: 'ChatGPT' }, groups: [group] };
	const hit = { text: '', trail: [], kind: 'text', claims: [], path: '/#a', part: 'text' };
	const lost = ['a', 'b', 'c'].slice(0, failedHits);
	const hitOf = (id: string) =>
		lost.includes(id) ? Promise.reject(new Error('lost')) : Promise.resolve(hit);
	const bundle = { hit: hitOf };
	const search = { bundle, ask: () => Promise.resolve(answer) };
	vi.mocked(searchIn).mockReturnValue(search as unknown as Search);
	const summary = document.querySelector('div')!;
	const site = { base: '/', language: 'en' };
	const parts = { input, list, words, site, summary, onAnswer: () => undefined };
	await answering(parts as unknown as AskingParts).ask();
	return { text: summary.textContent ?? '', state: list.dataset.searchState! };
}

test('a complete answer says so', async () => {
	const { text, state } = await summaryOf(0);
	expect(text).toContain(words.found(3));
	expect(text).not.toContain(words.partial);
	expect(state).toBe('done');
});

test('an answer from which hits are missing says that it is not complete', async () => {
	const { text, state } = await summaryOf(2);
	expect(text).toContain(words.partial);
	expect(state).toBe('failed');
});
