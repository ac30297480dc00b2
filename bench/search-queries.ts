import { textRunsOf } from '../src/base/blocks.ts';
import type { BuiltPage } from '../src/base/built-site.ts';
import type { Random } from './search-random.ts';
import { truthForm } from './search-truth.ts';

const isText = (character: string | undefined) =>
	character !== undefined && /[\p{L}\p{N}]/u.test(character);

/** `count` different strings from a source that may fail to give one. */
function draw(count: number, source: () => string | undefined): string[] {
	const drawn = new Set<string>();
	for (let tries = 0; drawn.size < count && tries < count * 200; tries++) {
		const text = source();
		if (text) drawn.add(text);
	}
	return [...drawn];
}

/** Substrings of 2 to 8 Han characters. */
export function hanStrings(texts: readonly string[], count: number, random: Random): string[] {
	const runs = texts.flatMap((text) => text.match(/\p{Script=Han}{2,}/gu) ?? []);
	return draw(count, () => {
		const run = [...random.pick(runs)];
		const length = 2 + random.below(Math.min(7, run.length - 1));
		const from = random.below(run.length - length + 1);
		return run.slice(from, from + length).join('');
	});
}

/** Windows that hold Han and Latin or digits, cut wherever they are cut. */
export function mixedStrings(texts: readonly string[], count: number, random: Random): string[] {
	return draw(count, () => {
		const text = random.pick(texts);
		const from = random.below(text.length);
		const window = text.slice(from, from + 3 + random.below(10));
		if (!isText(window[0]) || !isText(window.at(-1))) return undefined;
		// A quote that opens a query quotes it; that is grammar and not text.
		if (/["“”„]/u.test(window)) return undefined;
		return /\p{Script=Han}/u.test(window) && /[A-Za-z0-9]/.test(window) ? window : undefined;
	});
}

/** Strings across inline tags, links and line breaks: from one text node into the next. */
export function crossingStrings(
	pages: readonly BuiltPage[],
	count: number,
	random: Random,
): string[] {
	const seams = pages.flatMap(({ blocks }) =>
		blocks.flatMap(({ element }) => {
			const runs = textRunsOf(element);
			return runs.slice(1).map((run, at) => [runs[at]!.text, run.text] as const);
		}),
	);
	return draw(count, () => {
		const [before, after] = random.pick(seams);
		const left = before.slice(-1 - random.below(4));
		const text = (left + after.slice(0, 1 + random.below(4))).replace(/\s+/gu, ' ');
		const fits = isText(text[0]) && isText(text.at(-1)) && text.length > 2;
		// The same word twice asks for the word, wherever it stands.
		const isTwice = new Set(text.split(' ')).size < text.split(' ').length;
		if (!fits || isTwice || /["“”„]/u.test(text)) return undefined;
		return /\p{Script=Han}/u.test(text) ? text : undefined;
	});
}

/** Random Han and shuffled real strings that occur nowhere. */
export function absentStrings(texts: readonly string[], count: number, random: Random): string[] {
	const characters = [...texts.join('')].filter((one) => /\p{Script=Han}/u.test(one));
	const all = texts.map(truthForm).join('\n');
	return draw(count, () => {
		const drawn = Array.from({ length: 3 + random.below(4) }, () => random.pick(characters));
		const shuffled = random.shuffled([...hanStrings(texts, 1, random).join('')]);
		const text = (random.below(2) ? drawn : shuffled).join('');
		return text.length > 2 && !all.includes(truthForm(text)) ? text : undefined;
	});
}
