/**
 * One form of text for the index and the query, so that what readers see and what they type meet,
 * and the words that Pagefind indexes for it: pairs of its characters, in letters.
 *
 * The form has one width, case and compatibility form (ＧＰＴ = GPT = gpt). Spaces stay only
 * between two words or two numbers (AIGC 产业 = AIGC产业); punctuation between Han and a Latin word
 * goes (AIGC（产业), as do hyphens and middle dots in Latin words (GPT-3 = GPT3) and the comma in
 * numbers. Other punctuation stays. What stands between two characters is decided by these two
 * alone: a piece of a text has a piece of its form. Traditional characters are folded in the query.
 */
type Kind = 'han' | 'word' | 'number' | 'sign';

const han = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Bopomofo}ー';
const runPattern = new RegExp(
	`(?<han>[${han}]+)|(?<word>(?:(?![${han}])\\p{L}\\p{M}*)+)|(?<number>\\p{N}+(?:\\.\\p{N}+)*)|` +
		`(?<sign>(?![−~∙⋅])[\\p{S}\\p{Co}\\p{Cn}\\p{Cs}%‰#&@])`,
	'gu',
);
const joiners = /^[\p{Pd}·・‧•∙⋅−~〜]+$/u;

/** One width, case and compatibility form; each can undo what another did. */
function unified(text: string): string {
	const form = text.normalize('NFKC').toLowerCase().normalize('NFKC');
	const visible = form.replace(/\p{Cf}|(?!\s)\p{Cc}/gu, '');
	return visible === text ? text : unified(visible);
}

function canonical(marks: string): string {
	const dashed = marks.replace(/[\p{Pd}−~〜]+/gu, '-').replace(/[・‧•∙⋅]/gu, '·');
	return dashed.replace(/[“”„「」『』]/gu, '"').replace(/[‘’]/gu, "'");
}

/** What stays of the characters between two runs. */
function keptGap(before: Kind, gap: string, after: Kind): string {
	const marks = gap.replace(/[\s\p{M}]+/gu, '');
	const isWords = before === 'word' && after === 'word';
	const isNumbers = before === 'number' && after === 'number';
	const space = (isWords || isNumbers) && /\s/u.test(gap) ? ' ' : '';
	const pair = new Set([before, after]);
	const isJoined = joiners.test(marks) && pair.has('word');
	if (!marks || (isJoined && isWords)) return space;
	if (pair.has('word') && (pair.has('han') || (isJoined && pair.has('number')))) return '';
	if (isNumbers && gap === ',') return '';
	return canonical(marks) + (isNumbers && !joiners.test(marks) ? space : '');
}

/** The form of a text. Leading and trailing punctuation and space go: they stand between nothing. */
export function fold(text: string): string {
	const form = unified(text);
	let folded = '';
	let before: { kind: Kind; end: number } | undefined;
	for (const { 0: piece, index, groups } of form.matchAll(runPattern)) {
		const kind = (Object.keys(groups!) as Kind[]).find((one) => groups![one])!;
		folded += before ? keptGap(before.kind, form.slice(before.end, index), kind) + piece : piece;
		before = { kind, end: index + piece.length };
	}
	return folded;
}

const word = new RegExp(`(?:(?![${han}])\\p{L}\\p{M}*)+|\\p{N}+(?:\\.\\p{N}+)*`, 'gu');

/** Latin words and numbers of a text, in its form. */
export const foldedWords = (text: string): string[] => fold(text).match(word) ?? [];
/** Latin words of a text as they are written. */
export const latinWords = (text: string): string[] => text.match(/\p{Script=Latin}+/gu) ?? [];

/** The form of a text with a space on both sides of each Latin word and number. */
export const spaced = (text: string): string =>
	fold(text).replace(word, ' $& ').replace(/ +/gu, ' ');

const firstLetters = 'qxzjv';
const alphabet = 'bcdfghjklmnpqrtvwxz';
const hanStart = 0x4e00;
const hanPlaces = 0x9fff - hanStart + 1;
const otherCount = firstLetters.length * alphabet.length ** 3 - hanPlaces;

/**
 * A character as four letters: Pagefind would cut Han text by a dictionary of its own. Only
 * consonants are used, and no `s` or `y`: no stemmer changes such a word. Characters outside the
 * common Han block share what is left, neighbours far apart; a space has a code by itself.
 */
export function characterCode(character: string): string {
	if (character === ' ') return spaceCode;
	const point = character.codePointAt(0)!;
	const isHan = point >= hanStart && point < hanStart + hanPlaces;
	const rest = isHan ? point - hanStart : hanPlaces + ((point * alphabet.length ** 2) % otherCount);
	const place = (power: number) => Math.floor(rest / alphabet.length ** power);
	const letter = (power: number) => alphabet[place(power) % alphabet.length];
	return firstLetters[place(3)] + [2, 1, 0].map(letter).join('');
}

/** Begins the codes that are only asked for whole, never by their beginning. */
export const wholeOnly = 'k';
const spaceCode = `${wholeOnly}kkk`;
const codeOf = (prefix: string, text: string) => prefix + [...text].map(characterCode).join('');

/** The word by which a block is found by its id. */
export const idCode = (id: string) => codeOf(`${wholeOnly}x`, id);

/** Marks a word of the report's own sentence, so that no phrase of a reader's meets it. */
export const concordanceCode = (piece: string) => codeOf(`${wholeOnly}q`, fold(piece));

/** Marks the block of a chapter that makes a claim. */
export const claimCode = (claim: number) => codeOf(`${wholeOnly}t`, String(claim));

/** Stands between sentences of English, and before what is no text: no phrase goes across. */
export const breakCode = 'wvvv';

/** Pairs of neighbouring characters, as words for Pagefind: 强化学习 → 强化 化学 学习. */
export function pairCodes(form: string): string[] {
	const codes = [...form].map(characterCode);
	return codes.slice(1).map((code, at) => codes[at]! + code);
}
