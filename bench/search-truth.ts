/**
 * What the search is measured by: an exhaustive scan of the visible text of every block. The rules
 * of `src/search/text.ts` are written here a second time, as plain replacements over whole strings,
 * so that an error in the search's own folding shows.
 */
const han = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}]';
const latin = `(?!${han})\\p{L}`;
const mark = '(?:\\s|(?![%‰#&@])\\p{P}|[~−])';
const joiner = '[\\p{Pd}·~−]';

const rules: [RegExp, string][] = [
	[/\p{Cf}/gu, ''],
	[/\s+/gu, ' '],
	// Punctuation and spaces between Han and Latin.
	[new RegExp(`(?<=${han})${mark}+(?=${latin})|(?<=${latin})${mark}+(?=${han})`, 'gu'), ''],
	// Hyphens, dashes and middle dots in Latin words.
	[new RegExp(`(?<=${latin})(?:\\s*${joiner}\\s*)+(?=\\p{N})`, 'gu'), ''],
	[new RegExp(`(?<=\\p{N})(?:\\s*${joiner}\\s*)+(?=${latin})`, 'gu'), ''],
	[new RegExp(`(?<=${latin})${joiner}+(?=${latin})`, 'gu'), ''],
	[new RegExp(`(?<=${latin})(?:\\s*${joiner})+\\s*(?=${latin})`, 'gu'), ' '],
	[new RegExp(`\\s*${joiner}[${joiner.slice(1, -1)}\\s]*`, 'gu'), '-'],
	// Thousands.
	[/(?<=\p{N}),(?=\p{N})/gu, ''],
	// Spaces stay between two Latin words, two numbers, or a comma and a number.
	[new RegExp(`(?<!${latin}) (?=${latin})|(?<=${latin}) (?!${latin})`, 'gu'), ''],
	[/(?<![\p{N},.]) (?=\p{N})|(?<=\p{N}) (?!\p{N})/gu, ''],
	[new RegExp(` (?!${latin}|\\p{N})`, 'gu'), ''],
	[/[“”„「」『』]/gu, '"'],
	[/[‘’]/gu, "'"],
];

/** The form in which texts and queries are compared. */
export function truthForm(text: string): string {
	const folded = text.normalize('NFKC').toLowerCase().trim();
	return rules.reduce((form, [pattern, by]) => form.replace(pattern, by), folded);
}

/** A block of the site and the form it is compared in. */
export interface TrueBlock {
	/** Address a hit must lead to, without the base: `/risks/#risk-demand`. */
	path: string;
	form: string;
	/** Numbers of the claims it makes. */
	claims: readonly number[];
}

/** Addresses of the blocks that contain a query. */
export function trueHits(blocks: readonly TrueBlock[], query: string): string[] {
	const form = truthForm(query);
	return form ? blocks.filter((block) => block.form.includes(form)).map(({ path }) => path) : [];
}

/** Share of found in wanted, and of wanted in found. An empty set found for nothing is right. */
export function recallAndPrecision(found: readonly string[], wanted: readonly string[]) {
	const [foundSet, wantedSet] = [new Set(found), new Set(wanted)];
	const common = [...foundSet].filter((item) => wantedSet.has(item)).length;
	return {
		recall: wantedSet.size === 0 ? 1 : common / wantedSet.size,
		precision: foundSet.size === 0 ? 1 : common / foundSet.size,
	};
}
