/** The blocks of MDX sources with their ids, and sources with ids put in; nothing else changes. */
import { randomInt } from 'node:crypto';
import { throwProblems, type Problem } from '../base/content-error.ts';
import { withoutMark } from '../base/ids.ts';
import { readPageSource, type PageBlock } from '../content/mdx.ts';

/** All blocks of a source, in order. Throws a `ContentError` when it does not parse. */
export function sourceBlocksOf(file: string, source: string): PageBlock[] {
	const { syntax, marked } = readPageSource(file, source);
	throwProblems(syntax);
	return marked;
}

/** Whether an id can be put in: not where it is written by hand. */
const takesMark = ({ kind, node }: PageBlock) =>
	// Without a language, the mark of a code block would be taken for one.
	kind === 'code block' ? Boolean(node.lang) : kind !== 'heading' && kind !== 'figure';

/** A source in which a block has the id, in place of the one it had. */
function withId(source: string, { kind, node }: PageBlock, id: string): string {
	const { start, end } = node.position!;
	if (kind === 'note') {
		const from = start.offset + 1 + node.name!.length;
		const rest = source.slice(from).replace(/^\s+id="[^"]*"/, '');
		return `${source.slice(0, from)} id="${id}"${rest}`;
	}
	const last = kind === 'code block' ? source.indexOf('\n', start.offset) : end.offset;
	const text = source.slice(0, last).trimEnd();
	return `${withoutMark(text)} ^${id}${source.slice(text.length)}`;
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
function withIds(source: string, blocks: readonly PageBlock[], ids: (string | undefined)[]) {
	return blocks.reduceRight((text, block, at) => {
		const id = ids[at];
		return id && id !== block.id && takesMark(block) ? withId(text, block, id) : text;
	}, source);
}

/**
 * A source in which each block has an id. Of a paragraph that was split, the longest part keeps it.
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
	for (const [at, { id, kind }] of blocks.entries()) {
		const was = before.get(id ?? '') ?? '';
		// The mark stayed behind the last part; the others begin with words that it had.
		const isOther = (block: PageBlock | undefined) =>
			block && !block.id && block.kind === kind && was.includes(block.text.slice(0, 8));
		let main = at;
		for (let part = at - 1; isOther(blocks[part]); part -= 1) {
			if (blocks[part]!.text.length > blocks[main]!.text.length) main = part;
		}
		if (main !== at) [ids[main], ids[at]] = [id, undefined];
	}
	const all = blocks.map((block, at) => ids[at] ?? (takesMark(block) ? nextId() : undefined));
	return withIds(source, blocks, all);
}

/** Blocks by the id of the heading they stand under, `''` before the first. */
function partsOf(blocks: readonly PageBlock[]): Map<string, PageBlock[]> {
	let heading = '';
	return Map.groupBy(blocks, ({ kind, id }) => {
		if (kind === 'heading') heading = id ?? '';
		return heading;
	});
}

const kindsOf = (blocks: readonly PageBlock[] = []) => blocks.map(({ kind }) => kind).join(', ');

/**
 * A translation with the ids of its original in each part that has a block without id. A part whose
 * kinds of block differ from the original's is left alone and reported.
 */
export function stampedLike(original: string, file: string, translation: string) {
	const problems: Problem[] = [];
	const models = partsOf(sourceBlocksOf(file, original));
	const blocks = sourceBlocksOf(file, translation);
	const ids = [...partsOf(blocks)].flatMap(([heading, part]) => {
		const without = part.find(({ id }) => !id);
		const model = models.get(heading);
		const isAlike = kindsOf(model) === kindsOf(part);
		if (without && !isAlike) {
			problems.push({
				what: `Below “${heading}” the blocks are: ${kindsOf(part)}. In Chinese they are: ${kindsOf(model) || 'none'}.`,
				where: `${file}:${without.line}`,
				fix: 'Translate block for block, or write the ids by hand, then run npm run ids.',
			});
		}
		return (without && isAlike ? model! : part).map(({ id }) => id);
	});
	return { source: withIds(translation, blocks, ids), problems };
}
