/** Puts marks into MDX sources and tells where one is missing or in the wrong place. */
import type { Complaint } from '../base/content-error.ts';
import { sourceBlocksOf, type SourceBlock } from './source-blocks.ts';

const nouns: Record<SourceBlock['kind'], string> = {
	heading: 'heading',
	paragraph: 'paragraph',
	item: 'list item',
	'key-point': 'key point',
	note: 'note',
	code: 'code block',
};

const lineAt = (source: string, offset: number) => source.slice(0, offset).split('\n').length;

/**
 * What is wrong with the marks of one source: missing, or printed because text follows it. Intake
 * asks this for every page; that ids are unique and well-formed it knows of more than marks.
 *
 * @param file Name for complaints, `content/zh/origin.mdx`.
 */
export function markComplaints(file: string, source: string): Complaint[] {
	return sourceBlocksOf(source).flatMap((block): Complaint[] => {
		const noun = nouns[block.kind];
		if (block.strayMarkAt !== undefined) {
			return [
				{
					what: `A block mark stands inside the ${noun} and would be printed.`,
					where: `${file}:${lineAt(source, block.strayMarkAt)}`,
					mend: 'Move the mark to the very end of its block.',
				},
			];
		}
		if (block.id || block.kind === 'heading') return [];
		return [
			{
				what: `This ${noun} has no id.`,
				where: `${file}:${block.line}`,
				mend:
					block.insertAt === undefined
						? 'Name the language after the fence, then run npm run ids.'
						: 'Run npm run ids.',
			},
		];
	});
}

/** A source with its marks, and how many were put in. */
export interface Stamped {
	source: string;
	added: number;
}

/** Puts texts into a source at offsets of the original, last first. */
function withInsertions(source: string, insertions: { at: number; text: string }[]): string {
	return insertions
		.toSorted((a, b) => b.at - a.at)
		.reduce((text, { at, text: added }) => text.slice(0, at) + added + text.slice(at), source);
}

/** Gives each block without an id one from `nextId`. Nothing else of the source changes. */
export function stamped(source: string, nextId: (block: SourceBlock) => string): Stamped {
	const insertions = sourceBlocksOf(source)
		.filter((block) => block.insertAt !== undefined && !block.id)
		.map((block) => ({ at: block.insertAt!, text: block.markFor(nextId(block)) }));
	return { source: withInsertions(source, insertions), added: insertions.length };
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

/**
 * Gives the blocks of a translation the ids of the original, heading by heading, block by block.
 * A part whose kinds of block differ from the original's is left alone and complained about.
 */
export function stampedLike(
	original: string,
	translation: string,
	file: string,
): Stamped & { complaints: Complaint[] } {
	const complaints: Complaint[] = [];
	const insertions: { at: number; text: string }[] = [];
	const originals = partsOf(sourceBlocksOf(original));
	for (const [heading, blocks] of partsOf(sourceBlocksOf(translation))) {
		const models = originals.get(heading);
		const kinds = (list: readonly SourceBlock[]) => list.map(({ kind }) => nouns[kind]).join(', ');
		if (!models || kinds(models) !== kinds(blocks)) {
			complaints.push({
				what: `Below ${heading ? `“${heading}”` : 'the top'} the blocks are ${kinds(blocks) || 'none'}; the original has ${models ? kinds(models) || 'none' : 'no such heading'}.`,
				where: `${file}:${blocks[0]?.line ?? 1}`,
				mend: 'Translate block for block, then run npm run ids.',
			});
			continue;
		}
		blocks.forEach((block, at) => {
			const id = models[at]!.id;
			if (!id || block.id === id) return;
			if (block.id) {
				complaints.push({
					what: `This ${nouns[block.kind]} has the id “${block.id}”; the original’s is “${id}”.`,
					where: `${file}:${block.line}`,
					mend: `Write “${id}”: both editions share their ids.`,
				});
			} else if (block.insertAt !== undefined) {
				insertions.push({ at: block.insertAt, text: block.markFor(id) });
			}
		});
	}
	return {
		source: withInsertions(translation, insertions),
		added: insertions.length,
		complaints,
	};
}
