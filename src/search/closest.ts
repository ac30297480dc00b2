import type { Hit } from './engine.ts';
import type { SearchablePage } from './match.ts';
import type { Matcher } from './matcher.ts';
import { headingPathOf } from './page-text.ts';
import { byRank, closestMaximum, closestShare, rankOf } from './ranking.ts';

/** Shortest piece of a phrase that says something: one Han character alone is everywhere. */
const pieceMinimumLength = 2;

/** Han runs, and words or numbers, of a folded phrase. */
const runs = /[\p{Script=Han}]+|[^\p{Script=Han}\p{P}\p{S}\s]+/gu;

/**
 * Parts of a phrase that occur in a text. A Han run gives its longest parts from the left: nobody
 * wrote 人类反馈奖励, but 人类反馈 and 奖励 are found without any dictionary. Words are not cut.
 */
export function piecesOf(phrase: string, text: string): string[] {
	if (text.includes(phrase)) return [phrase];
	return (phrase.match(runs) ?? []).flatMap((run) => {
		if (text.includes(run)) return run.length < pieceMinimumLength ? [] : [run];
		return /\p{Script=Han}/u.test(run) ? hanPiecesOf([...run], text) : [];
	});
}

function hanPiecesOf(characters: readonly string[], text: string): string[] {
	const pieces: string[] = [];
	const holds = (from: number, to: number) => text.includes(characters.slice(from, to).join(''));
	for (let from = 0; from + pieceMinimumLength <= characters.length; from++) {
		let to = from + pieceMinimumLength;
		if (!holds(from, to)) continue;
		while (to < characters.length && holds(from, to + 1)) to++;
		pieces.push(characters.slice(from, to).join(''));
		from = to - 1;
	}
	return pieces;
}

const lengthOf = (pieces: readonly string[]) => pieces.reduce((sum, { length }) => sum + length, 0);

/**
 * What comes nearest to a query that occurs nowhere: the sections that hold the largest share of
 * its characters in pieces of two or more (in English: in words), each by its fullest block. They
 * are not exact hits.
 */
export function closestHits(matcher: Matcher, pages: readonly SearchablePage[]): Hit[] {
	const wanted = lengthOf(matcher.units);
	const hits: Hit[] = [];
	for (const searched of pages) {
		const { page } = searched;
		const sections = Map.groupBy(page.blocks.keys(), (at) => headingPathOf(page, at).at(-1) ?? -1);
		for (const blocks of sections.values()) {
			const pieces = matcher.partsIn(searched, blocks);
			const share = lengthOf(pieces) / wanted;
			if (share < closestShare) continue;
			const held = (at: number) =>
				lengthOf(pieces.filter((piece) => matcher.occurs(searched, at, piece)));
			const at = blocks.reduce((a, b) => (held(b) > held(a) ? b : a));
			const block = page.blocks[at]!;
			const rank = rankOf({
				reach: 'page',
				kind: block.kind,
				isQuery: false,
				wordFit: 'whole',
				pageOrder: page.order,
				block: at,
			});
			const { ranges } = matcher.find(searched, at, pieces);
			// The fuller match comes first whatever it stands in.
			const [, ...rest] = rank;
			hits.push({
				page,
				block,
				at,
				ranges,
				marks: matcher.marksFor(searched, pieces),
				rank: [1 - share, ...rest],
			});
		}
	}
	return hits.sort((a, b) => byRank(a.rank, b.rank)).slice(0, closestMaximum);
}
