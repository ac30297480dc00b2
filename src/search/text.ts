/**
 * One form of text for the index and the query, so that what readers see and what they type meet,
 * and the words that Pagefind indexes for it.
 *
 * The form has one width, case and compatibility form (ＧＰＴ = GPT = gpt). Spaces stay only
 * between two words or two numbers (AIGC 产业 = AIGC产业); punctuation between Han and a Latin word
 * goes (AIGC（产业), as do hyphens and middle dots in Latin words (GPT-3 = GPT3) and the comma in
 * numbers. Other punctuation stays. What stands between two characters is decided by these two
 * alone: a piece of a text has a piece of its form. Traditional characters are folded in the query.
 */
export interface Run {
	kind: 'han' | 'word' | 'number' | 'sign';
	text: string;
	/** Punctuation and space before it that stay. */
	gap: string;
}

export const han = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Bopomofo}ー';
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
function keptGap(before: Run['kind'], gap: string, after: Run['kind']): string {
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

/** Runs of one kind in a text, in the form in which texts are compared. */
export function runsOf(text: string): Run[] {
	const runs: Run[] = [];
	const form = unified(text);
	let end = 0;
	for (const { 0: piece, index, groups } of form.matchAll(runPattern)) {
		const kind = (Object.keys(groups!) as Run['kind'][]).find((one) => groups![one])!;
		const last = runs.at(-1);
		const gap = last ? keptGap(last.kind, form.slice(end, index), kind) : '';
		end = index + piece.length;
		if (last?.kind === kind && gap === '' && kind !== 'sign') last.text += piece;
		else runs.push({ kind, text: piece, gap });
	}
	return runs;
}

/** The form of a text. Leading and trailing punctuation and space go: they stand between nothing. */
export function fold(text: string): string {
	return runsOf(text)
		.map((run) => run.gap + run.text)
		.join('');
}

/**
 * Pagefind would cut Han text by a dictionary of its own, so what is not a Latin word is written in
 * letters: a Han character as four, a pair of them as eight, a number as its digits after `wz`.
 * Only consonants are used, and no `s` or `y`: no stemmer changes such a word.
 */
export interface Token {
	/** The word Pagefind indexes. */
	code: string;
	/** The folded word or number; absent for pairs and signs. */
	word?: string;
	/** Whether it is the pair where runs of two kinds meet. */
	isEdge?: true;
}

const firstLetters = 'qxzjv';
const letters = 'bcdfghjklmnpqrtvwxz';
const hanStart = 0x4e00;
const hanCount = 0x9fff - hanStart + 1;
const otherCount = firstLetters.length * letters.length ** 3 - hanCount;

/** The last places of a number, in letters. */
const inLetters = (value: number, places: number): string =>
	places === 0
		? ''
		: inLetters(Math.floor(value / letters.length), places - 1) + letters[value % letters.length];

/** A character as four letters. Those outside the common Han block share the letters left over. */
export function characterCode(character: string): string {
	const point = character.codePointAt(0)!;
	const isHan = point >= hanStart && point < hanStart + hanCount;
	const rest = isHan ? point - hanStart : hanCount + (point % otherCount);
	return firstLetters[Math.floor(rest / letters.length ** 3)] + inLetters(rest, 3);
}

/** A number as letters, since Pagefind would drop its point. */
export function numberCode(digits: string): string {
	const letterOf = (digit: string) => letters[/[0-9]/.test(digit) ? Number(digit) : 10]!;
	return `wz${[...digits].map(letterOf).join('')}`;
}

/** The word by which a block is found by its id, or by the number of its claim. */
export const idCode = (id: string): string =>
	`wx${[...id].map((character) => inLetters(character.codePointAt(0)!, 2)).join('')}`;

/** Stands between sentences of English, and before what is no text: no phrase goes across. */
export const breakCode = 'wvvv';

/** Marks a word of the report's own sentence, so that no phrase of a reader's meets it. */
export const concordanceCode = (code: string) => `kq${code}`;

/** Marks the block of a chapter that tells a claim. */
export const toldCode = (claim: number) => concordanceCode(idCode(`claim-${claim}`));

/** Letters without their marks: Pagefind would index both forms and lose the phrase. */
export const bare = (word: string): string =>
	/^[a-z]*$/.test(word) ? word : word.normalize('NFKD').replace(/[^\p{L}\p{N}]/gu, '');

const pairCode = (a: string, b: string) => characterCode(a) + characterCode(b);

function runTokens({ kind, text }: Run): Token[] {
	if (kind === 'word') return [{ code: bare(text), word: text }];
	if (kind === 'number') return [{ code: numberCode(text), word: text }];
	if (kind === 'sign') return [{ code: characterCode(text) }];
	const characters = [...text];
	return characters.slice(1).map((one, at) => ({ code: pairCode(characters[at]!, one) }));
}

/**
 * Words of a text in which Han is indexed by pairs: every pair of neighbouring characters, words and
 * numbers whole, and where runs of two kinds meet, the last character of the one with the first of
 * the other: `RLHF 的训练` → rlhf f的 的训 训练 练. Punctuation that stays is a word of its own.
 * Beside it, and at the end of a text, the characters of Han stand alone too: nothing else is
 * adjacent across it.
 * @param isText whether its end is the end of a block; a query's may lie inside a run
 */
export function pairTokens(text: string, isText: boolean): Token[] {
	const runs = runsOf(text);
	const tokens = runs.flatMap((run, at): Token[] => {
		const [before, next] = [runs[at - 1], runs[at + 1]];
		const start = [...run.text][0]!;
		const gap = run.gap.trim();
		const edge: Token[] = [];
		if (before && gap) {
			edge.push({ code: `wv${[...gap].map(characterCode).join('')}` });
			if (run.kind === 'han') edge.push({ code: `wn${characterCode(start)}` });
		} else if (before && run.gap === '') {
			edge.push({ code: pairCode([...before.text].at(-1)!, start), isEdge: true });
		}
		const endsHere = run.kind === 'han' && (next ? next.gap.trim() !== '' : isText);
		const end = endsHere ? [{ code: characterCode([...run.text].at(-1)!) }] : [];
		return [...edge, ...runTokens(run), ...end];
	});
	return tokens.filter(({ code }) => code);
}
