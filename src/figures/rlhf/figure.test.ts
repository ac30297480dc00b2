import { expect, test } from 'vitest';
import { rows } from './figure.ts';

test('12,725 prompts lie below the estimate, nearly nine in ten by labellers', () => {
	const [sft, reward, ppo] = rows();
	expect(sft!.train).toBe(12_725);
	expect(sft!.train).toBeLessThan(sft!.report_low!);
	expect(sft!.labeler / sft!.train).toBeGreaterThan(0.85);
	expect(sft!.labeler / sft!.train).toBeLessThan(0.9);
	expect(Math.min(reward!.train, ppo!.train)).toBeGreaterThan(30_000);
	for (const { train, labeler, customer } of rows()) expect(labeler + customer).toBe(train);
});
