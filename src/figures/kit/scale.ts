/** Maps numbers onto a drawing's width, in per cent; values outside the domain are extrapolated. */
export type Scale = (value: number) => number;

type Span = readonly [number, number];

/** A linear scale from a domain onto a range. */
export function linear([from, to]: Span, [start, end]: Span): Scale {
	return (value) => start + ((value - from) / (to - from)) * (end - start);
}

/** A scale on which each factor of ten is as wide as the next; values are above 0. */
export function logarithmic([from, to]: Span, range: Span): Scale {
	const scale = linear([Math.log10(from), Math.log10(to)], range);
	return (value) => scale(Math.log10(value));
}

/** Rounds a coordinate to hundredths: invisible to a reader, and shorter in the page. */
export const rounded = (value: number): number => Math.round(value * 100) / 100;
