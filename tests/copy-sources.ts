import { execFileSync } from 'node:child_process';
import { cpSync } from 'node:fs';
import { join } from 'node:path';

/** Copies what git knows or would add of this repository, without its history, to a folder. */
export function copySources(folder: string): void {
	const flags = ['-z', '--cached', '--others', '--exclude-standard'];
	const listed = execFileSync('git', ['ls-files', ...flags], { encoding: 'utf8' });
	for (const path of listed.split('\0').filter(Boolean)) cpSync(path, join(folder, path));
}
