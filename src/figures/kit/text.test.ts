import { expect, test } from 'vitest';
import { linkedText } from './text.ts';

test.each([
	['no link', [{ text: 'no link' }]],
	[
		'数值：[论文](https://arxiv.org/abs/2203.02155)，表 6。',
		[
			{ text: '数值：' },
			{ text: '论文', href: 'https://arxiv.org/abs/2203.02155' },
			{ text: '，表 6。' },
		],
	],
	[
		'[a](https://a.example/)、[b](https://b.example/?x=1&y=2)',
		[
			{ text: 'a', href: 'https://a.example/' },
			{ text: '、' },
			{ text: 'b', href: 'https://b.example/?x=1&y=2' },
		],
	],
	['[not a link](javascript:alert)', [{ text: '[not a link](javascript:alert)' }]],
])('splits %s', (source, parts) => {
	expect(linkedText(source)).toEqual(parts);
});
