/** What a character is for the search; the last four only stand between the others. */
export type CharacterKind =
	'han' | 'letter' | 'digit' | 'symbol' | 'space' | 'joiner' | 'punctuation' | 'invisible';

const patterns: [CharacterKind, RegExp][] = [
	['han', /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}ー]/u],
	['space', /\s/u],
	['joiner', /[\p{Pd}·・‧•∙⋅−~〜]/u],
	['letter', /[\p{L}\p{M}]/u],
	['digit', /\p{N}/u],
	['invisible', /[\p{Cf}\p{Cc}]/u],
	['symbol', /[\p{S}\p{Co}\p{Cn}\p{Cs}%‰#&@]/u],
];
const known = new Map<string, CharacterKind>();

/** Kind of one character after NFKC and lower-casing. */
export function kindOf(character: string): CharacterKind {
	const kind = known.get(character) ?? patterns.find(([, pattern]) => pattern.test(character))?.[0];
	known.set(character, kind ?? 'punctuation');
	return kind ?? 'punctuation';
}

const isSolid = (kind: CharacterKind) => ['han', 'letter', 'digit', 'symbol'].includes(kind);

/**
 * One text form for the index and the query, so that what readers see and what they type meet. It
 * folds width, compatibility forms and case (ＧＰＴ = GPT = gpt); spaces but between two words or
 * two numbers (AIGC 产业 = AIGC产业); punctuation between Han and a Latin word (AIGC（产业);
 * hyphens and middle dots inside Latin words (GPT-3 = GPT3); the comma inside numbers. Punctuation
 * between two Han characters stays.
 *
 * What stands between two characters is decided by these two alone: folding a piece of a text gives
 * a piece of the folded text. Traditional characters are folded in the query (`forms.ts`).
 */
export interface FoldedText {
	text: string;
	/** For each UTF-16 unit of `text`, where its source begins in the original. */
	starts: number[];
	/** … and where it ends. */
	ends: number[];
}

interface Piece {
	character: string;
	kind: CharacterKind;
	start: number;
	end: number;
}

/** NFKC and lower case until nothing changes: each can undo what the other did. */
function foldedCluster(cluster: string): string {
	const folded = cluster.normalize('NFKC').toLowerCase().normalize('NFKC');
	return folded === cluster ? folded : foldedCluster(folded);
}

function canonical({ character, kind }: Piece): string {
	if (kind === 'joiner') return /[\p{Pd}−~〜]/u.test(character) ? '-' : '·';
	return character.replace(/[“”„「」『』]/u, '"').replace(/[‘’]/u, "'");
}

/** What stays of the characters between two solid ones. */
function kept(before: CharacterKind, gap: readonly Piece[], after: CharacterKind): Piece[] {
	const marks = gap.filter(({ kind }) => kind !== 'space');
	const space = gap.find(({ kind }) => kind === 'space');
	const spaces = space ? [{ ...space, character: ' ' }] : [];
	const pair = `${before} ${after}`;
	const isSame = pair === 'letter letter' || pair === 'digit digit';
	if (marks.length === 0) return isSame ? spaces : [];
	if (pair === 'han letter' || pair === 'letter han') return [];
	const onlyJoiners = marks.every(({ kind }) => kind === 'joiner');
	if (onlyJoiners && pair === 'letter letter') return spaces;
	if (onlyJoiners && (pair === 'letter digit' || pair === 'digit letter')) return [];
	if (pair === 'digit digit' && !space && marks.length === 1 && marks[0]!.character === ',')
		return [];
	const canonicals = marks
		.map((piece) => ({ ...piece, character: canonical(piece) }))
		.filter(({ character }, at, all) => character !== '-' || all[at - 1]?.character !== '-');
	if (pair !== 'digit digit' || onlyJoiners || !space) return canonicals;
	// The space follows the marks, wherever it stood, so its source is the end of the gap.
	return [...canonicals, { ...gap.at(-1)!, character: ' ' }];
}

/** Folds a text and keeps the way back to its original positions. */
export function foldWithMap(text: string): FoldedText {
	const pieces: Piece[] = [];
	let gap: Piece[] = [];
	// A base character with its combining marks; halfwidth voicing marks combine too.
	for (const { 0: cluster, index } of text.matchAll(
		/[^\p{M}\uff9e\uff9f]?[\p{M}\uff9e\uff9f]*/gu,
	)) {
		let carrier = false;
		for (const character of foldedCluster(cluster)) {
			const kind = kindOf(character);
			// A mark on nothing, or on punctuation that may go, would change its neighbour.
			if (kind === 'invisible' || (/\p{M}/u.test(character) && !carrier)) continue;
			carrier = isSolid(kind);
			const piece = { character, kind, start: index, end: index + cluster.length };
			const before = pieces.at(-1);
			if (!isSolid(kind)) {
				if (before) gap.push(piece);
				continue;
			}
			if (before && gap.length > 0) pieces.push(...kept(before.kind, gap, kind));
			gap = [];
			pieces.push(piece);
		}
	}
	const units = pieces.flatMap((piece) =>
		Array.from({ length: piece.character.length }, () => piece),
	);
	return {
		text: pieces.map(({ character }) => character).join(''),
		starts: units.map(({ start }) => start),
		ends: units.map(({ end }) => end),
	};
}

/** Folds a text. Leading and trailing punctuation and space go: they stand between nothing. */
export function fold(text: string): string {
	return foldWithMap(text).text;
}
