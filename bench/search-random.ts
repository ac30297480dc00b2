/** Random numbers that a seed on the command line repeats. */
export interface Random {
	/** A whole number from 0 to `below` − 1. */
	below(below: number): number;
	pick<T>(list: readonly T[]): T;
	shuffled<T>(list: readonly T[]): T[];
}

/** Mulberry32: small, and good enough to draw queries. */
export function randomFrom(seed: number): Random {
	let state = seed >>> 0;
	const next = () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
	const below = (limit: number) => Math.floor(next() * limit);
	return {
		below,
		pick: (list) => list[below(list.length)]!,
		shuffled(list) {
			const copy = [...list];
			for (let at = copy.length - 1; at > 0; at--) {
				const other = below(at + 1);
				[copy[at], copy[other]] = [copy[other]!, copy[at]!];
			}
			return copy;
		},
	};
}
