import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { fromCache } from './cache.ts';

const folder = mkdtempSync(join(tmpdir(), 'cache-'));
afterAll(() => rmSync(folder, { recursive: true }));

let made = 0;
const write = (text: string) => async (path: string) => {
	made += 1;
	writeFileSync(path, text);
};
const cached = async (from: unknown, make = write(JSON.stringify(from))) =>
	readFileSync(await fromCache('a/b.txt', from, make, folder), 'utf8');

test('makes a thing once for all that decides what it is', async () => {
	expect(await cached(['x', 1])).toBe('["x",1]');
	expect(await cached(['x', 1])).toBe('["x",1]');
	expect(await cached(['x', 2])).toBe('["x",2]');
	expect(await cached(['x', 1])).toBe('["x",1]');
	expect(made).toBe(2);
});

test('does not keep what was not made to its end', async () => {
	const stop = async (path: string) => {
		writeFileSync(path, 'half');
		throw new Error('stopped');
	};
	await expect(cached('y', stop)).rejects.toThrow('stopped');
	expect(await cached('y')).toBe('"y"');
});

test('keeps one of two that are made at once', async () => {
	const both = await Promise.all(
		['z', 'z'].map((from) => fromCache('c', from, write('z'), folder)),
	);
	expect(both[0]).toBe(both[1]);
	expect(existsSync(both[0]!)).toBe(true);
});
