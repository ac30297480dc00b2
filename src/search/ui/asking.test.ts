import { parseHTML } from 'linkedom';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { searchWords } from '../../base/words/index.ts';
import { Asking, type AskingParts } from './asking.ts';

const words = searchWords.en;

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
	const list = {
		element: document.querySelector('ul')!,
		state: 'idle',
		clear: () => undefined,
		show: () => Promise.resolve(failedHits),
	};
	const answer = { query: { raw: 'ChatGPT' }, exactCount: 3, groups: [{ ids: ['a'] }] };
	const opener = {
		site: { base: '/', language: 'en', outline: [] },
		close: () => undefined,
		open: () => Promise.resolve({ ask: () => Promise.resolve(answer) }),
	};
	const summary = document.querySelector('div')!;
	const onAnswer = () => undefined;
	const parts = { input, list, opener, words, summary, onAnswer } as unknown as AskingParts;
	await new Asking(parts).ask();
	return { text: summary.textContent ?? '', state: list.state };
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
