/** Keeps from one build to the next what takes long to make. */
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { mkdir, rename } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';

/** Safe to delete. Nothing removes what later builds no longer need. */
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
 * Absolute path of a file or folder that `make` writes, unless a build made it before from the same.
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
	// Renamed when complete: a build that is stopped, or runs beside this one, leaves no half file.
	const part = `${path}.${process.pid}`;
	await mkdir(dirname(path), { recursive: true });
	await make(part);
	await rename(part, path).catch((error: unknown) => {
		if (!existsSync(path)) throw error;
	});
	return path;
}
