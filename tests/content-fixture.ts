/** A small content folder that is sound, in two editions, so that a test can spoil one thing in it. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { filesBelow } from '../src/base/built-site.ts';

/** Files by path below `content/`. */
export type Files = Record<string, string | Buffer>;

const fixture = resolve('tests/content-fixture/content');
const sound = Object.fromEntries(
	(await filesBelow(dirname(fixture))).map((file) => [
		relative(fixture, file).replaceAll('\\', '/'),
		readFileSync(file, 'utf8'),
	]),
);

/** The files of `tests/content-fixture/`. */
export const soundContent = (): Files => ({ ...sound });

// As deep as the fixture, so that its code imports the same files.
mkdirSync('.cache', { recursive: true });
const folder = mkdtempSync('.cache/content-');
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

/**
 * Writes files, each a second after the one before, into a folder without others, and hands its
 * `content/` to a function.
 */
export async function withContent<Result>(
	files: Files,
	use: (root: string) => Promise<Result>,
): Promise<Result> {
	rmSync(folder, { recursive: true, force: true });
	for (const [at, [path, text]] of Object.entries(files).entries()) {
		const file = join(folder, 'content', path);
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(file, text);
		utimesSync(file, at, at);
	}
	return use(join(folder, 'content'));
}
