import { expect, test } from 'vitest';
import { isStray } from './files.ts';

test.each([
	['.DS_Store', true],
	['zh/.DS_Store', true],
	['zh/.origin.mdx.swp', true],
	['zh/origin.mdx~', true],
	['zh/#origin.mdx#', true],
	['zh/.#origin.mdx', true],
	['data/._stages.csv', true],
	['Thumbs.db', true],
	['data/.~lock.stages.csv#', true],
	['data/~$stages.csv', true],
	['zh/origin.mdx', false],
	['zh/origin copy.mdx', false],
	['data/stages.csv', false],
	['zh/.hidden.mdx', false],
])('%s is left aside: %s', (path, stray) => {
	expect(isStray(path)).toBe(stray);
});
