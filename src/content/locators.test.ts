import { describe, expect, test } from 'vitest';
import { locatorOf, mergePages } from './locators.ts';
import type { Claim } from './claims-schema.ts';

test.each([
	[['7'], '7'],
	[['7', '8'], '7–8'],
	[['9', '7', '7–8'], '7–9'],
	[['7', '9'], '7, 9'],
	[['7–10', '8'], '7–10'],
	[['7, 10', '8–9'], '7–10'],
])('the pages %j join to %s', (pages, joined) => {
	expect(mergePages(pages)).toBe(joined);
});

describe('locatorOf', () => {
	const claim = (...places: Claim['places']) => ({ places }) as Claim;
	const claims = [
		claim({ part: 'figure', ref: '图 2' }, { part: 'body', pages: '8' }),
		claim({ part: 'key-points' }, { part: 'figure', ref: '图 1' }),
		claim({ part: 'body', pages: '7' }, { part: 'table', ref: '表 2' }),
	];

	test('names each part once, in the order of the report', () => {
		expect(locatorOf(claims, 'zh')).toBe('核心观点页；正文第 7–8 页；报告图 1–2；报告表 2');
		expect(locatorOf(claims, 'en')).toBe(
			'key-points page; body pp. 7–8; report Fig. 1–2; report Table 2',
		);
	});

	test('leaves pages out where none is known', () => {
		expect(locatorOf([claim({ part: 'body' })], 'zh')).toBe('正文');
		expect(locatorOf([], 'en')).toBe('');
	});
});
