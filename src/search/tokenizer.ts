import { classOf, type CharacterClass } from './characters.ts';

/**
 * Cuts folded text into the tokens of the index, and a folded query into the tokens to ask for.
 * No dictionary on either side, so both cut alike:
 *
 * - Han runs become overlapping pairs: 强化学习 → 强化 化学 学习;
 * - words in other scripts and numbers stay whole: gpt 3;
 * - where a Han run meets something else, its last and first character stand alone too:
 *   `rlhf 的训练` → rlhf 的 的训 训练 练. So `rlhf的` finds its neighbour, and every single
 *   character begins some token.
 *
 * A query is a piece of text, so its two ends may lie inside a run. Inside a Han run nothing is
 * lost, since pairs overlap; a cut word is told by `opens`, and the caller asks for its whole forms.
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
function wordOf({ characters }: Run): string {
	return characters
		.join('')
		.normalize('NFKD')
		.replace(/[^\p{L}\p{N}]/gu, '');
}

function pairsOf({ characters }: Run, meetsLeft: boolean, meetsRight: boolean): string[] {
	if (characters.length === 1) return characters;
	const pairs = characters.slice(1).map((character, at) => characters[at]! + character);
	return [
		...(meetsLeft ? [characters[0]!] : []),
		...pairs,
		...(meetsRight ? [characters.at(-1)!] : []),
	];
}

/** Tokens of one block of folded text. Its ends are real ends. */
export function indexTokens(folded: string): string[] {
	return runsOf(folded)
		.flatMap((run) => {
			if (!run) return [];
			return run.kind === 'han' ? pairsOf(run, true, true) : wordOf(run);
		})
		.filter(Boolean);
}

/** Tokens a page must hold one after the other if one of its blocks holds the folded query. */
export function queryTokens(folded: string): QueryTokens {
	const runs = runsOf(folded);
	const tokens = runs
		.flatMap((run, at) => {
			if (!run) return [];
			return run.kind === 'han' ? pairsOf(run, at > 0, at < runs.length - 1) : wordOf(run);
		})
		.filter(Boolean);
	const cuts = (run: Run | null | undefined) => run !== undefined && run?.kind !== 'han';
	return {
		tokens,
		opensLeft: runs[0] !== null && cuts(runs[0]),
		opensRight: runs.at(-1) !== null && cuts(runs.at(-1)),
	};
}
