import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Puts what tests and their browsers write to the temporary folder into one, and removes it. */
export default function temporary() {
	const folder = mkdtempSync(join(tmpdir(), 'tests-'));
	process.env.TMPDIR = folder;
	return () => rmSync(folder, { recursive: true, force: true });
}
