import type { QueryTokens } from './tokenizer.ts';

/**
 * Most whole words a cut word is asked for as: when it is all there is, and when other tokens
 * narrow the search too. With more, the word is left out.
 */
export const expansionMaximum = { alone: 24, besideOthers: 6 } as const;

/**
 * The phrase with its cut words made whole: every combination that the index may hold. A word
 * with too many whole forms is left out; if nothing else is left, `null`.
 */
export function wholeForms(
	{ tokens, opensLeft, opensRight }: QueryTokens,
	words: readonly string[],
): string[][] | null {
	const first = tokens[0];
	const last = tokens.at(-1);
	if (first === undefined || last === undefined) return null;
	if (!opensLeft && !opensRight) return [[...tokens]];
	if (tokens.length === 1) {
		const forms = words.filter(
			(word) =>
				(opensLeft && opensRight && word.includes(first)) ||
				(opensLeft && word.endsWith(first)) ||
				(opensRight && word.startsWith(first)),
		);
		return forms.length > expansionMaximum.alone ? null : forms.map((word) => [word]);
	}
	const inner = tokens.slice(opensLeft ? 1 : 0, opensRight ? -1 : undefined);
	const lefts = opensLeft ? words.filter((word) => word.endsWith(first)) : [];
	const rights = opensRight ? words.filter((word) => word.startsWith(last)) : [];
	if ((opensLeft && lefts.length === 0) || (opensRight && rights.length === 0)) return [];
	const asOptions = (options: string[]) =>
		options.length === 0 || options.length > expansionMaximum.besideOthers
			? [[]]
			: options.map((word) => [word]);
	const leftOptions = asOptions(lefts);
	const room = expansionMaximum.besideOthers / leftOptions.length;
	const rightOptions = rights.length > room ? [[]] : asOptions(rights);
	const forms = leftOptions.flatMap((left) =>
		rightOptions.map((right) => [...left, ...inner, ...right]),
	);
	return forms[0]!.length === 0 ? null : forms;
}
