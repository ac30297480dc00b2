import { classOf, isSolid, type CharacterClass } from './characters.ts';

/**
 * One text form for the index, the page texts and the query, so that what readers see and what
 * they type meet. It folds
 *
 * - width, compatibility forms and case: ＧＰＴ = GPT = gpt (NFKC, lower case);
 * - spaces everywhere but between two Latin words or two numbers: AIGC 产业 = AIGC产业,
 *   2200 万 = 2200万, and a line break inside Han text;
 * - punctuation between Han and a Latin word: AIGC（产业 = AIGC产业;
 * - hyphens, dashes and middle dots inside Latin words: GPT-3 = GPT3, DALL·E = DALLE;
 * - the comma inside numbers: 4,152 = 4152. The decimal point stays: 3.5 is not 35.
 *
 * Punctuation between two Han characters stays: across a comma is not together.
 *
 * What stands between two characters is decided by these two alone. Therefore, cutting a text at
 * characters and folding the piece gives a piece of the folded text: a visible string is found.
 *
 * Traditional characters are not folded here but in the query (`forms.ts`), because the text
 * is simplified and the table only needs the characters that occur in it.
 */
export interface FoldedText {
	text: string;
	/** For each UTF-16 unit of `text`, where its source begins in the original. */
	starts: number[];
	/** … and where it ends. */
	ends: number[];
}

/** Base character with its combining marks; halfwidth voicing marks combine too, after NFKC. */
const clusterHere = /[^\p{M}\uff9e\uff9f][\p{M}\uff9e\uff9f]*|[\p{M}\uff9e\uff9f]+/uy;

/** Han, small letters and digits: folding leaves them as they are. Most of a text is of these. */
function isPlain(code: number): boolean {
	return (
		(code >= 0x4e00 && code <= 0x9fff) ||
		(code >= 0x61 && code <= 0x7a) ||
		(code >= 0x30 && code <= 0x39)
	);
}

/** Characters after which no mark has to be looked for: ASCII, common punctuation, Han, the end. */
function isNoMark(code: number): boolean {
	return (
		code < 0x80 ||
		(code >= 0x2010 && code <= 0x206f) ||
		(code >= 0x3000 && code <= 0x3020) ||
		(code >= 0x4e00 && code <= 0x9fff) ||
		(code >= 0xff01 && code <= 0xff5e) ||
		Number.isNaN(code)
	);
}

const mark = /\p{M}/u;

interface Piece {
	character: string;
	kind: CharacterClass;
	start: number;
	end: number;
}

/** NFKC and lower case until nothing changes: each can undo what the other did. */
function foldedCluster(cluster: string): string {
	let folded = cluster;
	for (let round = 0; round < 4; round++) {
		const next = folded.normalize('NFKC').toLowerCase().normalize('NFKC');
		if (next === folded) break;
		folded = next;
	}
	return folded;
}

function canonical({ character, kind }: Piece): string {
	if (kind === 'joiner') return /[\p{Pd}−~〜]/u.test(character) ? '-' : '·';
	if (/[“”„「」『』]/u.test(character)) return '"';
	return /[‘’]/u.test(character) ? "'" : character;
}

/** What stays of the characters between two solid ones. */
function kept(before: CharacterClass, gap: readonly Piece[], after: CharacterClass): Piece[] {
	const marks = gap.filter((piece) => piece.kind !== 'space');
	const spaced = marks.length < gap.length;
	const space = (): Piece[] => [{ ...gap.find(({ kind }) => kind === 'space')!, character: ' ' }];
	const pair = `${before} ${after}`;

	if (marks.length === 0) {
		return pair === 'letter letter' || pair === 'digit digit' ? space() : [];
	}
	if (pair === 'han letter' || pair === 'letter han') return [];
	const onlyJoiners = marks.every(({ kind }) => kind === 'joiner');
	if (onlyJoiners && pair === 'letter letter') return spaced ? space() : [];
	if (onlyJoiners && (pair === 'letter digit' || pair === 'digit letter')) return [];
	const canonicals = marks
		.map((piece) => ({ ...piece, character: canonical(piece) }))
		.filter(({ character }, at, all) => character !== '-' || all[at - 1]?.character !== '-');
	if (pair === 'digit digit' && !onlyJoiners) {
		// `4,152` is one number; `4, 152` are two.
		if (spaced) return [...canonicals, { ...gap.at(-1)!, character: ' ' }];
		if (marks.length === 1 && marks[0]!.character === ',') return [];
	}
	return canonicals;
}

/** Folds a text and keeps the way back to its original positions. */
export function foldWithMap(text: string): FoldedText {
	const folded: FoldedText = { text: '', starts: [], ends: [] };
	const parts: string[] = [];
	const emit = ({ character, start, end }: Piece) => {
		parts.push(character);
		for (let unit = 0; unit < character.length; unit++) {
			folded.starts.push(start);
			folded.ends.push(end);
		}
	};

	let before: CharacterClass | undefined;
	let gap: Piece[] = [];
	const take = (piece: Piece) => {
		if (piece.kind === 'invisible') return;
		if (!isSolid(piece.kind)) {
			if (before) gap.push(piece);
			return;
		}
		if (gap.length > 0) for (const mark of kept(before!, gap, piece.kind)) emit(mark);
		gap = [];
		emit(piece);
		before = piece.kind;
	};

	for (let at = 0; at < text.length;) {
		if (isPlain(text.charCodeAt(at)) && isNoMark(text.charCodeAt(at + 1))) {
			const character = text[at]!;
			take({ character, kind: classOf(character), start: at, end: at + 1 });
			at++;
			continue;
		}
		clusterHere.lastIndex = at;
		const cluster = clusterHere.exec(text)![0];
		const start = at;
		at += cluster.length;
		let carrier = false;
		for (const character of foldedCluster(cluster)) {
			const kind = classOf(character);
			// A mark on nothing, or on punctuation that may go, would change its neighbour.
			if (mark.test(character) && !carrier) continue;
			carrier = isSolid(kind);
			take({ character, kind, start, end: at });
		}
	}
	folded.text = parts.join('');
	return folded;
}

/** Folds a text. Leading and trailing punctuation and space go: they stand between nothing. */
export function fold(text: string): string {
	return foldWithMap(text).text;
}
