import { expect, test } from 'vitest';
import { namePiecesOf } from './unbroken-names.ts';

const namesIn = (text: string) =>
	namePiecesOf(text)
		.filter(({ isName }) => isName)
		.map((piece) => piece.text);

test.each([
	['GPT-3 与 GPT-3.5 则有。', ['GPT-3', 'GPT-3.5']],
	['Chat-GPT，Instruct-GPT', ['Chat-GPT', 'Instruct-GPT']],
	['PPO-ptx 与 PRE-2020', ['PPO-ptx', 'PRE-2020']],
	['non-GAAP 与 Form 10-K', ['non-GAAP', '10-K']],
	['pre-training, fine-tuning, In-context, 2015-2022', []],
	['GPT-3. The end', ['GPT-3']],
])('%s holds %j', (text, names) => {
	expect(namesIn(text)).toEqual(names);
	expect(
		namePiecesOf(text)
			.map((piece) => piece.text)
			.join(''),
	).toBe(text);
});
