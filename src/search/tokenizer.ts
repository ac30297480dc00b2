import { classOf, type CharacterClass } from './characters.ts';

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
 * English is matched by words (`words.ts`). A word with the hyphens and capitals in it is one token
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
export function bare(letters: string): string {
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
