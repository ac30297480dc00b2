/** Writes `.br` and `.gz` beside every text file: the last that `npm run build` does to a build. */
import { readFile, writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { filesBelow } from '../base/built-site.ts';
import { textEndings } from '../base/headers.ts';

/** Files compressed at a time; the compressors run on threads of their own. */
const atOnce = 8;

async function compressFile(file: string): Promise<void> {
	const content = await readFile(file);
	const params = {
		[constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
		[constants.BROTLI_PARAM_SIZE_HINT]: content.length,
	};
	const [br, gz] = await Promise.all([
		promisify(brotliCompress)(content, { params }),
		promisify(gzip)(content, { level: constants.Z_BEST_COMPRESSION }),
	]);
	await Promise.all([writeFile(`${file}.br`, br), writeFile(`${file}.gz`, gz)]);
}

/** Compresses every text file below a folder. Returns how many. */
export async function compressBelow(folder: string): Promise<number> {
	const files = (await filesBelow(folder)).filter((file) =>
		textEndings.includes(extname(file).slice(1)),
	);
	const waiting = files.values();
	const work = async () => {
		for (const file of waiting) await compressFile(file);
	};
	await Promise.all(Array.from({ length: atOnce }, work));
	return files.length;
}
