import { expect, test } from 'vitest';
import { pagesOf, readPages } from './pages-read.ts';

test('pages are read or lacking by the ranges that name them', () => {
	const read = readPages(12, '1–3, 5').filter((page) => page.read);
	expect(read.map(({ page }) => page)).toEqual([1, 2, 3, 5]);
	expect(readPages(12, '1–3, 5').length).toBe(12);
});

test('page numbers join to ranges', () => {
	expect(pagesOf([4, 6, 7, 8, 12])).toBe('4, 6–8, 12');
	expect(pagesOf([])).toBe('');
});
