import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Writes files, texts by path, into a fresh temporary folder. Returns its path. */
export function folderWith(files: Record<string, string>): string {
	const root = mkdtempSync(join(tmpdir(), 'test-'));
	for (const [path, text] of Object.entries(files)) {
		mkdirSync(dirname(join(root, path)), { recursive: true });
		writeFileSync(join(root, path), text);
	}
	return root;
}
