import { expect, test } from 'vitest';
import { stemOf } from './stem.ts';

test.each([
	['train', 'trains', 'trained', 'training'],
	['label', 'labels', 'labeled', 'labelled', 'labeling', 'labeler', 'labelers', 'labeller'],
	['hallucinate', 'hallucinates', 'hallucination', 'hallucinations'],
	['optimise', 'optimize', 'optimised', 'optimized', 'optimisation', 'optimizations'],
	['capitalisation', 'capitalization', 'capitalise', 'capitalized'],
	['analyse', 'analyze', 'analysed', 'analyzing'],
	['favour', 'favor', 'favours', 'favored', 'favouring'],
	['centre', 'center', 'centres', 'centers'],
	['dialogue', 'dialog', 'dialogs'],
	['licence', 'license', 'licences'],
	['gpu', 'gpus'],
	['pe', 'pes'],
	['llm', 'llms'],
	['company', 'companies'],
	['risk', 'risks'],
])('%s has one stem in all its forms', (...words) => {
	expect(new Set(words.map(stemOf)).size).toBe(1);
});

test.each([
	['news', 'new'],
	['was', 'wa'],
	['hour', 'hor'],
	['four', 'for'],
	['size', 'sise'],
	['organ', 'organise'],
	['less', 'les'],
	['model', 'modern'],
])('%s and %s are two words', (one, other) => {
	expect(stemOf(one)).not.toBe(stemOf(other));
});

test.each(['3.5', '%', 'été', '', 'ai'])('%j is its own stem', (word) => {
	expect(stemOf(word)).toBe(word);
});
