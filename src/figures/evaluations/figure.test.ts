import { expect, test } from 'vitest';
import { changeOf, rows } from './figure.ts';
import { readFigures } from '../../content/readers.ts';

/** Title and caption in each edition. */
function statedTexts(): string[] {
	const { title, finding } = readFigures().find(({ id }) => id === 'evaluations')!;
	return (['zh', 'en'] as const).map((language) => title[language] + finding[language]);
}

test('the changes that the texts state are those of the data, in points', () => {
	const changes = Object.fromEntries(rows().map((row) => [row.id, changeOf(row)]));
	expect(changes).toEqual({
		'eval-toxicity': -3.7,
		'eval-truthfulqa': 18.9,
		'eval-hallucination': -24.2,
		'eval-appropriate': 9.1,
	});
	for (const text of statedTexts()) {
		for (const change of [3.7, 18.9, 24.2, 9.1]) expect(text).toContain(String(change));
	}
});

test('all four are better than with GPT, and SFT hallucinates least', () => {
	for (const row of rows()) expect(changeOf(row) < 0, row.id).toBe(row.better === 'lower');
	const { gpt, sft, instructgpt } = rows().find(({ id }) => id === 'eval-hallucination')!;
	expect(sft).toBeLessThan(Math.min(gpt, instructgpt));
});
