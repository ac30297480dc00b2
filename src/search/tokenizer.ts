import { classOf, type CharacterClass } from './characters.ts';
import type { FoldedText } from './normalise.ts';

/**
 * Cuts folded text into the tokens of the index, and a folded query into the tokens to ask for.
 * No dictionary on either side, so both cut alike:
 *
 * - Han runs become overlapping pairs: 强化学习 → 强化 化学 学习;
 * - words in other scripts and numbers stay whole: gpt 3;
 * - where two runs meet, the last character of the one and the first of the other are a pair too,
 *   whatever stood between them: `rlhf 的训练` → rlhf f的 的训 训练. So a phrase may go on across
 *   the border, even when the query cuts the word there (`hf的训`). Two words are no such pair.
 *
 * A query is a piece of text, so its two ends may lie inside a run. Inside a Han run nothing is
 * lost, since pairs overlap; a cut word is told by `opens`, and the caller asks for its whole forms.
 *
 * English is matched by words (`wordsOf`). A word with the hyphens and capitals in it is one token
 * of the index too: `fine-tuning` → finetuning.
 */
export interface QueryTokens {
	tokens: string[];
	/** The first token may be the end of a longer word or number. */
	opensLeft: boolean;
	/** The last token may be the beginning of a longer word or number. */
	opensRight: boolean;
}

type RunClass = 'han' | 'letter' | 'digit';

interface Run {
	kind: RunClass;
	characters: string[];
}

function isRunClass(kind: CharacterClass): kind is RunClass {
	return kind === 'han' || kind === 'letter' || kind === 'digit';
}

/** Runs of one class, in order; `null` stands for whatever separates without being indexed. */
function runsOf(folded: string): (Run | null)[] {
	const runs: (Run | null)[] = [];
	for (const character of folded) {
		const kind = classOf(character);
		const last = runs.at(-1);
		if (!isRunClass(kind)) {
			if (last !== null) runs.push(null);
		} else if (last?.kind === kind) last.characters.push(character);
		else runs.push({ kind, characters: [character] });
	}
	return runs;
}

/** Letters without their marks: Pagefind would index both forms and lose the phrase. */
function bare(letters: string): string {
	if (/^[a-z]*$/.test(letters)) return letters;
	return letters.normalize('NFKD').replace(/[^\p{L}\p{N}]/gu, '');
}

/** What a run gives to the pair across its border. */
function edgeOf({ kind, characters }: Run, at: 0 | -1): string {
	const edge = characters.at(at)!;
	return kind === 'han' ? edge : bare(edge);
}

/** Tokens of runs in a row, in order, each with the run that it belongs to, or `null` for none. */
function tokensOf(runs: readonly Run[]): { token: string; run: Run | null }[] {
	return runs.flatMap((run, at) => {
		const before = runs[at - 1];
		const crosses = before && !(before.kind === 'letter' && run.kind === 'letter');
		const border = crosses ? edgeOf(before, -1) + edgeOf(run, 0) : '';
		const { kind, characters } = run;
		const own =
			kind === 'han'
				? characters.slice(1).map((character, step) => characters[step]! + character)
				: [bare(characters.join(''))];
		return [{ token: border, run: null }, ...own.map((token) => ({ token, run }))].filter(
			({ token }) => token,
		);
	});
}

/** Tokens of one block of folded text. Its ends are real ends. */
export function indexTokens(folded: string): string[] {
	return tokensOf(runsOf(folded).filter((run) => run !== null)).map(({ token }) => token);
}

/**
 * Tokens a page must hold one after the other if one of its blocks holds the folded query. None
 * when the query is a single Han character, which says too little.
 */
export function queryTokens(folded: string): QueryTokens {
	const runs = runsOf(folded);
	const tokens = tokensOf(runs.filter((run) => run !== null));
	const cuts = (run: Run | null | undefined, token?: { run: Run | null }) =>
		Boolean(run && run.kind !== 'han' && token?.run === run);
	return {
		tokens: tokens.map(({ token }) => token),
		opensLeft: cuts(runs[0], tokens[0]),
		opensRight: cuts(runs.at(-1), tokens.at(-1)),
	};
}

/** How a word meets the one before it: `fine-|tuning`, `Chat|GPT`, or as two words do. */
export type Joint = 'apart' | 'hyphen' | 'capital';

/** A word, a number (`3.5`) or a sign (`%`) of a text that is not Han. */
export interface Word {
	/** Folded, without marks on letters. */
	text: string;
	joint: Joint;
	/** Whether a sentence or clause ends before it: what stands across is not together. */
	breaks: boolean;
	/** Where it stands in the original text, in UTF-16 units; a possessive `'s` is left out. */
	start: number;
	end: number;
}

const clauseBreak = /[.!?;:]\p{P}*\s|[。！？；：\p{Script=Han}]/u;
const joiner = /[\p{Pd}·・‧•∙⋅−~〜]/u;
const apostrophe = /^['’＇]$/u;

interface WordRun extends Word {
	kind: CharacterClass;
	/** Where it ends in the folded text. */
	to: number;
}

/** How a letter is joined to the one before it, if not as letters of one word are. */
function jointOf(original: string, gap: string, start: number): Joint | undefined {
	if (gap && joiner.test(gap)) return 'hyphen';
	const code = original.charCodeAt(start);
	if (code >= 0x61 && code <= 0x7a) return undefined;
	const isCapital = /\p{Lu}/u.test(original[start]!) && /\p{Ll}/u.test(original[start - 1] ?? '');
	return isCapital ? 'capital' : undefined;
}

/** Words of a folded text, in order. Han characters are none; they break what stands round them. */
export function wordsOf(folded: FoldedText, original: string): Word[] {
	const runs: WordRun[] = [];
	let at = 0;
	for (const character of folded.text) {
		const from = at;
		at += character.length;
		const kind = classOf(character);
		if (kind !== 'letter' && kind !== 'digit' && kind !== 'symbol') continue;
		const start = folded.starts[from]!;
		const end = folded.ends[at - 1]!;
		const last = runs.at(-1);
		const gap = last && start > last.end ? original.slice(last.end, start) : '';
		const touches = last?.to === from && last.kind === kind && kind !== 'symbol';
		const joint = (touches && kind === 'letter' && jointOf(original, gap, start)) || undefined;
		const isDecimal = last?.kind === 'digit' && kind === 'digit' && gap === '.';
		if (last && ((touches && !joint) || isDecimal)) {
			last.text += (isDecimal ? '.' : '') + character;
			last.end = end;
			last.to = at;
			continue;
		}
		// The `s` of a possessive goes: its owner is looked for alone.
		if (last && !joint && isPossessive(last, runs.at(-2), original)) runs.pop();
		const breaks = clauseBreak.test(gap);
		runs.push({ kind, text: character, joint: joint ?? 'apart', breaks, start, end, to: at });
	}
	const last = runs.at(-1);
	if (last && isPossessive(last, runs.at(-2), original)) runs.pop();
	return runs
		.map(({ kind, text, joint, breaks, start, end }) => ({
			text: kind === 'letter' ? bare(text) : text,
			joint,
			breaks,
			start,
			end,
		}))
		.filter(({ text }) => text !== '');
}

function isPossessive(run: WordRun, owner: WordRun | undefined, original: string): boolean {
	if (run.text !== 's' || run.joint !== 'apart' || owner?.kind !== 'letter') return false;
	return apostrophe.test(original.slice(owner.end, run.start));
}

/** Words that the index holds as one token: a word and all that is joined to it. */
export function compoundsOf(words: readonly Word[]): Word[][] {
	const compounds: Word[][] = [];
	for (const word of words) {
		if (word.joint === 'apart') compounds.push([word]);
		else compounds.at(-1)?.push(word);
	}
	return compounds;
}

const jointSigns = { apart: '', hyphen: '-', capital: '·' } as const satisfies Record<
	Joint,
	string
>;

/** What tells in a table's entry how its parts are joined. */
export const jointSign = /[-·]/gu;

/** A compound as the table of the index's words has it, so that its parts can be found too. */
export function spellingOf(compound: readonly Word[]): string {
	return compound.map(({ text, joint }) => jointSigns[joint] + text).join('');
}

/** The compound that a table's entry stands for. */
export function compoundOf(spelling: string): Word[] {
	return spelling.split(/(?=[-·])/u).map((part) => ({
		text: part.replace(/^[-·]/u, ''),
		joint: part.startsWith('-') ? 'hyphen' : part.startsWith('·') ? 'capital' : 'apart',
		breaks: false,
		start: 0,
		end: 0,
	}));
}
