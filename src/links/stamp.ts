/** Gives blocks of MDX sources their ids; nothing else of a source changes. */
import type { Complaint } from '../base/content-error.ts';
import { sourceBlocksOf, type SourceBlock } from './source-blocks.ts';

/** A source with its marks, and how many were put in. */
export interface Stamped {
	source: string;
	added: number;
}

type Insertion = { at: number; text: string };

/** Puts texts into a source at offsets of the original, last first. */
function withInsertions(source: string, insertions: readonly Insertion[]): Stamped {
	const text = insertions
		.toSorted((a, b) => b.at - a.at)
		.reduce((all, { at, text }) => all.slice(0, at) + text + all.slice(at), source);
	return { source: text, added: insertions.length };
}

const insertion = ({ insert }: SourceBlock, id: string): Insertion[] =>
	insert ? [{ at: insert.at, text: insert.text(id) }] : [];

/** Gives each block without an id one from `nextId`. */
export function stamped(source: string, nextId: () => string): Stamped {
	const without = sourceBlocksOf(source).filter(({ id, insert }) => !id && insert);
	return withInsertions(
		source,
		without.flatMap((block) => insertion(block, nextId())),
	);
}

/** Blocks from one heading to the next, under that heading's id (`''` before the first). */
function partsOf(blocks: readonly SourceBlock[]): Map<string, SourceBlock[]> {
	const parts = new Map<string, SourceBlock[]>([['', []]]);
	let current = parts.get('')!;
	for (const block of blocks) {
		if (block.kind === 'heading') {
			current = [];
			parts.set(block.id ?? `line ${block.line}`, current);
		} else current.push(block);
	}
	return parts;
}

const kindsOf = (blocks: readonly SourceBlock[] | undefined) =>
	blocks?.map(({ kind }) => kind).join(', ') || 'none';

/**
 * Gives blocks of a translation that have no id those of the original, part by part, block by
 * block. A part whose kinds of block differ from the original's is left alone and reported.
 */
export function stampedLike(
	original: string,
	translation: string,
	file: string,
): Stamped & { complaints: Complaint[] } {
	const complaints: Complaint[] = [];
	const insertions: Insertion[] = [];
	const originals = partsOf(sourceBlocksOf(original));
	for (const [heading, blocks] of partsOf(sourceBlocksOf(translation))) {
		if (blocks.every(({ id }) => id)) continue;
		const models = originals.get(heading);
		if (models && kindsOf(models) === kindsOf(blocks)) {
			insertions.push(
				...blocks.flatMap((block, at) => (block.id ? [] : insertion(block, models[at]!.id ?? ''))),
			);
			continue;
		}
		const place = heading ? `Below “${heading}”` : 'Before the first heading';
		complaints.push({
			what: `${place} the blocks are ${kindsOf(blocks)}; in Chinese they are ${kindsOf(models)}.`,
			where: `${file}:${blocks.find(({ id }) => !id)!.line}`,
			mend: 'Translate block for block, or write the ids by hand, then run npm run ids.',
		});
	}
	return { ...withInsertions(translation, insertions), complaints };
}
