import { expect, test } from 'vitest';
import { headingRead } from './heading-read.ts';

const page = { innerHeight: 900, scrollHeight: 3000 };

test('the heading read is the last above a third of the window', () => {
	expect(headingRead([400, 900, 2000], { ...page, scrollY: 0 })).toBe(-1);
	expect(headingRead([-500, 299, 310], { ...page, scrollY: 1000 })).toBe(1);
});

test('headings that cannot come up have their turn before the page ends', () => {
	const headings = [500, 2300, 2500, 2900];
	const readAt = (scrollY: number) =>
		headingRead(
			headings.map((top) => top - scrollY),
			{ ...page, scrollY },
		);
	expect(readAt(2100)).toBe(3);
	const turns = Array.from({ length: 2101 }, (_, scrollY) => readAt(scrollY));
	expect(new Set(turns)).toEqual(new Set([-1, 0, 1, 2, 3]));
	expect(turns.every((turn, at) => at === 0 || turn >= turns[at - 1]!)).toBe(true);
});

test('a page that fits the window marks what is above the line', () => {
	const fitting = { innerHeight: 900, scrollHeight: 900, scrollY: 0 };
	expect(headingRead([100, 500], fitting)).toBe(0);
});
