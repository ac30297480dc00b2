/** Reads the id out of an address that a chat application or a reader damaged. */

function decoded(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}

/** A beginning shorter than this would be a coincidence, not an id with words glued to it. */
const shortestId = 3;

/**
 * The id that a damaged fragment or path segment meant, if it is known: `k7q2&appinstall=0`,
 * `k7q2，然后`, `K7Q2`, `k7q2)`, `%6B7q2` and `k7q2and` all mean `k7q2`.
 *
 * @param damaged Fragment without `#`, or one segment of a path; may be percent-encoded.
 * @param isKnown Whether an id exists.
 */
export function repairedId(damaged: string, isKnown: (id: string) => boolean): string | undefined {
	const [run] = /[a-z][a-z0-9-]*/.exec(decoded(damaged).toLowerCase()) ?? [];
	for (let end = run?.length ?? 0; end >= shortestId; end -= 1) {
		const id = run!.slice(0, end);
		if (isKnown(id)) return id;
	}
	return undefined;
}

/** A wrong path below the base, taken apart: `/s/k7q2/，然后` → `s`, `k7q2`, `，然后`. */
export function segmentsOf(path: string): string[] {
	return decoded(path)
		.split(/[/\s]+/)
		.filter(Boolean);
}

/** Fewest single-letter changes between two texts (Levenshtein distance). */
export function editDistance(one: string, other: string): number {
	let row = Array.from({ length: other.length + 1 }, (_, at) => at);
	for (let i = 1; i <= one.length; i += 1) {
		const next = [i];
		for (let j = 1; j <= other.length; j += 1) {
			const change = one[i - 1] === other[j - 1] ? 0 : 1;
			next[j] = Math.min(next[j - 1]! + 1, row[j]! + 1, row[j - 1]! + change);
		}
		row = next;
	}
	return row[other.length]!;
}
