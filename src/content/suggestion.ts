/** Guesses what a writer meant by an id that does not exist. */
import type { Complaint } from '../base/content-error.ts';

/** Number of single-character changes between two words, to guess what a writer meant. */
function distance(a: string, b: string): number {
	let row = Array.from({ length: b.length + 1 }, (_, at) => at);
	for (let i = 1; i <= a.length; i += 1) {
		const next = [i];
		for (let j = 1; j <= b.length; j += 1) {
			const change = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
			next.push(Math.min(change, row[j]! + 1, next[j - 1]! + 1));
		}
		row = next;
	}
	return row[b.length]!;
}

/** The known id nearest to a mistyped one, as a hint. */
export function nearest(id: string, known: readonly string[]): string {
	const best = known
		.map((candidate) => ({ candidate, away: distance(id, candidate) }))
		.sort((a, b) => a.away - b.away)[0];
	return best && best.away <= Math.max(3, id.length / 3)
		? `Perhaps “${best.candidate}” is meant.`
		: 'Correct the id.';
}

/** The complaint about a claim nobody made. */
export function unknownClaim(id: string, where: string, known: readonly string[]): Complaint {
	return { what: `“${id}” is no claim in claims.json.`, where, mend: nearest(id, known) };
}
