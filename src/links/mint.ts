import { randomInt } from 'node:crypto';

/** Consonants that no reader takes for another letter or digit; without vowels no word arises. */
const letters = 'bcdfghjkmnpqrstvwxz';

/** Digits without the look-alikes 0 and 1, and without 4, which sounds like “death”. */
const digits = '2356789';

const draw = (alphabet: string, random: (below: number) => number) =>
	alphabet[random(alphabet.length)]!;

/**
 * A new block id such as `k7q2`: letter, digit, letter, digit, so that it can be read aloud and
 * never spells anything. 17,689 ids exist; `taken` grows by the one returned.
 *
 * @param taken Every id in use anywhere on the site or known to the ledger.
 * @param random Whole number from 0 up to, not including, its argument.
 */
export function mintId(taken: Set<string>, random: (below: number) => number = randomInt): string {
	for (let attempt = 0; attempt < 1000; attempt += 1) {
		const id = [letters, digits, letters, digits].map((part) => draw(part, random)).join('');
		if (taken.has(id)) continue;
		taken.add(id);
		return id;
	}
	throw new Error('No free block id found in 1000 draws; lengthen the pattern in mint.ts.');
}
