/**
 * Keeps files of the former build for readers who opened a page before a deploy: such a page asks
 * for scripts and search files by the names that were good when it was loaded.
 */
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { filesBelow } from '../base/built-site.ts';
import { isHashed } from '../base/headers.ts';

/** How long a file stays after the first build that no longer has it. */
const keptMs = 86_400_000;
/** Lists the kept files of a build, with the time of the first build without them. */
const listName = 'kept.json';

/**
 * Copies into a new build the files of the former one that it no longer has and whose names change
 * with their content, except those that have been gone for a day. `now` is in ms since 1970.
 * Returns the root-relative paths of what was copied.
 */
export async function keepFormerFiles(
	root: string,
	former: string,
	now: number,
): Promise<string[]> {
	const listFile = join(former, listName);
	const known = existsSync(listFile) ? JSON.parse(await readFile(listFile, 'utf8')) : {};
	const kept: Record<string, string> = {};
	for (const file of await filesBelow(former)) {
		const path = `/${relative(former, file).split(sep).join('/')}`;
		const isCompressed = /\.(br|gz)$/.test(path);
		if (isCompressed || !isHashed(path) || existsSync(join(root, path))) continue;
		const since: string = known[path] ?? new Date(now).toISOString();
		if (now - Date.parse(since) >= keptMs) continue;
		await mkdir(dirname(join(root, path)), { recursive: true });
		await copyFile(file, join(root, path));
		kept[path] = since;
	}
	const paths = Object.keys(kept);
	if (paths.length > 0) {
		await writeFile(join(root, listName), `${JSON.stringify(kept, null, '\t')}\n`);
	}
	return paths;
}
