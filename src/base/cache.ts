/** What takes long to make is kept from one build to the next. */
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { mkdir, rename } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';

/** Safe to delete; what a changed site no longer needs stays there. */
export const cacheFolder = 'node_modules/.cache/builds';

/** The versions of all packages: they too decide what is made. */
const { devDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));

/** Hash of anything that can be written as JSON, in hexadecimal digits. */
export const jsonHash = (value: unknown): string =>
	createHash('sha256').update(JSON.stringify(value)).digest('hex');

/** Hash of this repository's code and data, for what any part of them may change. */
export const sourceHash = (): string => {
	const files = globSync(['src/**/*.ts', 'content/*.{yaml,json}', 'content/data/*.csv']);
	return jsonHash(files.sort().map((file) => readFileSync(file, 'utf8')));
};

/**
 * Absolute path of a file or folder that `make` writes, unless an earlier build made it of the same.
 *
 * @param from All that decides what is made, as JSON.
 */
export async function fromCache(
	name: string,
	from: unknown,
	make: (path: string) => Promise<unknown>,
	folder = cacheFolder,
): Promise<string> {
	const path = resolve(folder, name, jsonHash([devDependencies, from]));
	if (existsSync(path)) return path;
	// Renamed when complete: neither a stopped build nor one beside this one leaves half of it there.
	const part = `${path}.${process.pid}`;
	await mkdir(dirname(path), { recursive: true });
	await make(part);
	await rename(part, path).catch((error: unknown) => {
		if (!existsSync(path)) throw error;
	});
	return path;
}
