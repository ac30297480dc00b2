import { describe, expect, test } from 'vitest';
import { findLost } from './lost-link.ts';
import { editDistance, repairedId } from './repair.ts';

/** Fragments as chats and readers leave them, all of which mean k7q2. */
const damaged = [
	'k7q2&appinstall=0',
	'k7q2?from=timeline',
	'k7q2，',
	'k7q2。后面的字',
	'k7q2/',
	'K7Q2',
	'k7q2)',
	'k7q2）',
	'k7q2%EF%BC%8C%E5%90%8E%E9%9D%A2',
	'%6B7q2',
	'/k7q2',
	' k7q2 ',
	'k7q2-',
	'k7q2and',
	'k7q2%',
];

const known = new Set(['k7q2', 'rlhf-steps', 'rlhf']);
const isKnown = (id: string) => known.has(id);

test.each(damaged)('reads k7q2 out of #%s', (fragment) => {
	expect(repairedId(fragment, isKnown)).toBe('k7q2');
});

test('prefers the longest id and invents none', () => {
	expect(repairedId('rlhf-steps，然后', isKnown)).toBe('rlhf-steps');
	expect(repairedId('rlhf-step', isKnown)).toBe('rlhf');
	expect(repairedId('k9z', isKnown)).toBeUndefined();
	expect(repairedId('，，', isKnown)).toBeUndefined();
});

describe('a wrong path', () => {
	const blocks = {
		'': [['home-intro', '报告在说什么']] as [string, string][],
		risks: [['k7q2', '安全：企业可能泄露数据']] as [string, string][],
		'technical-logic': [['rlhf-steps', '三步训练']] as [string, string][],
	};
	const moved = { m3x5: 'risks/#k7q2' };
	const found = (path: string, fragment = '') => findLost(path, fragment, blocks, moved);

	test.each(['s/k7q2', 's/k7q2/，然后', 's/K7Q2/', 's/k7q2)/', 's/k7q2/&appinstall=0', 's/k7q2，'])(
		'finds the paragraph behind /%s',
		(path) => expect(found(path)).toEqual({ place: 'risks/#k7q2' }),
	);

	test('follows an id that moved, a fragment on a wrong page, and a page with words behind', () => {
		expect(found('s/m3x5/，')).toEqual({ place: 'risks/#k7q2' });
		expect(found('no-such-page/', 'rlhf-steps')).toEqual({ place: 'technical-logic/#rlhf-steps' });
		expect(found('technical-logic/，然后')).toEqual({ place: 'technical-logic/' });
	});

	test('offers the nearest ones where none is certain', () => {
		const near = found('tecnical-logic/');
		expect('near' in near && near.near[0]).toEqual({
			place: 'technical-logic/',
			words: 'technical-logic',
		});
		const byId = found('s/k7q9/');
		expect('near' in byId && byId.near[0]?.place).toBe('risks/#k7q2');
		expect('near' in byId && byId.near.length).toBeLessThanOrEqual(5);
	});
});

test('counts letters that differ', () => {
	expect(editDistance('kitten', 'sitting')).toBe(3);
	expect(editDistance('', 'abc')).toBe(3);
});
