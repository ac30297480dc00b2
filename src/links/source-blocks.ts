/** The blocks of MDX sources with their ids, and sources with ids put in; nothing else changes. */
import { randomInt } from 'node:crypto';
import { refuse, type Complaint } from '../base/content-error.ts';
import { withoutMark } from '../base/ids.ts';
import { readPageSource, type PageBlock } from '../content/mdx.ts';

/** A block of a source. */
export interface SourceBlock extends PageBlock {
	/** Where the mark with its id stands or would stand; none where it is written by hand. */
	mark: { from: number; to: number; of: (id: string) => string } | undefined;
}

function placeOfMark(source: string, { kind, node }: PageBlock): SourceBlock['mark'] {
	const { start, end } = node.position!;
	if (kind === 'note') {
		const from = start.offset + 1 + node.name!.length;
		const written = /^\s+id="[^"]*"/.exec(source.slice(from))?.[0] ?? '';
		return { from, to: from + written.length, of: (id) => ` id="${id}"` };
	}
	// Without a language, the mark of a code block would be taken for one.
	if (kind === 'heading' || kind === 'figure' || (kind === 'code block' && !node.lang))
		return undefined;
	const last = kind === 'code block' ? source.indexOf('\n', start.offset) : end.offset;
	const text = source.slice(0, last).trimEnd();
	const written = text.slice(withoutMark(text).length);
	return { from: text.length - written.length, to: text.length, of: (id) => ` ^${id}` };
}

/** All blocks of a source, in order. Throws a `ContentError` when it does not parse. */
export function sourceBlocksOf(file: string, source: string): SourceBlock[] {
	const page = readPageSource(file, source);
	refuse(page.syntax);
	return page.marked.map((block) => ({ ...block, mark: placeOfMark(source, block) }));
}

/** Letters and digits that nobody takes for one another; without vowels no word arises. */
const letters = 'bcdfghjkmnpqrstvwxz';
const idDigits = '2356789';

/**
 * A new id such as `k7q2`, which can be read aloud; 17,689 exist. `taken` grows by it.
 *
 * @param random Whole number from 0 up to, not including, its argument.
 */
export function mintId(taken: Set<string>, random: (below: number) => number = randomInt): string {
	const alphabets = [letters, idDigits, letters, idDigits];
	const id = alphabets.map((alphabet) => alphabet[random(alphabet.length)]).join('');
	if (taken.has(id)) return mintId(taken, random);
	taken.add(id);
	return id;
}

/** A source whose blocks carry the given ids; a block without one stays as it is. */
function withIds(
	source: string,
	blocks: readonly SourceBlock[],
	ids: readonly (string | undefined)[],
) {
	return blocks.reduceRight((text, { id, mark }, at) => {
		const wanted = ids[at];
		if (!mark || !wanted || wanted === id) return text;
		return text.slice(0, mark.from) + mark.of(wanted) + text.slice(mark.to);
	}, source);
}

/**
 * A source in which each block has an id. Of a paragraph that was split, the longer part keeps it.
 *
 * @param before What blocks said before, by id.
 */
export function stamped(
	file: string,
	source: string,
	nextId: () => string,
	before: ReadonlyMap<string, string> = new Map(),
): string {
	const blocks = sourceBlocksOf(file, source);
	const ids = blocks.map(({ id }) => id);
	for (const [at, { text }] of blocks.entries()) {
		const next = blocks[at + 1];
		const isSplit = !ids[at] && before.get(next?.id ?? '')?.startsWith(text);
		if (isSplit && text.length > next!.text.length) [ids[at], ids[at + 1]] = [next!.id, undefined];
	}
	const all = blocks.map(({ mark }, at) => ids[at] ?? (mark && nextId()));
	return withIds(source, blocks, all);
}

/** Blocks by the id of the heading they stand under, `''` before the first. */
function partsOf(blocks: readonly SourceBlock[]): Map<string, SourceBlock[]> {
	let heading = '';
	return Map.groupBy(blocks, ({ kind, id }) => {
		if (kind === 'heading') heading = id ?? '';
		return heading;
	});
}

const kindsOf = (blocks: readonly SourceBlock[] = []) => blocks.map(({ kind }) => kind).join(', ');

/**
 * A translation with the ids of its original in each part that has a block without id. A part whose
 * kinds of block differ from the original's is left alone and reported.
 */
export function stampedLike(
	original: string,
	file: string,
	translation: string,
): { source: string; complaints: Complaint[] } {
	const complaints: Complaint[] = [];
	const models = partsOf(sourceBlocksOf(file, original));
	const blocks = sourceBlocksOf(file, translation);
	const ids = [...partsOf(blocks)].flatMap(([heading, part]) => {
		const without = part.find(({ id }) => !id);
		const model = models.get(heading);
		if (!without) return part.map(({ id }) => id);
		if (kindsOf(model) === kindsOf(part)) return model!.map(({ id }) => id);
		complaints.push({
			what: `Below “${heading}” the blocks are: ${kindsOf(part)}. In Chinese they are: ${kindsOf(model) || 'none'}.`,
			where: `${file}:${without.line}`,
			fix: 'Translate block for block, or write the ids by hand, then run npm run ids.',
		});
		return part.map(({ id }) => id);
	});
	return { source: withIds(translation, blocks, ids), complaints };
}
