import { classOf, type CharacterClass } from './characters.ts';
import type { FoldedText } from './normalise.ts';
import { bare } from './tokenizer.ts';

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
