/** Geometry of drawings: positions along the width are percentages, heights are CSS pixels. */

type Span = readonly [from: number, to: number];

/** Maps values linearly from a domain onto a range. Values outside the domain are extrapolated. */
export function linear([from, to]: Span, [start, end]: Span): (value: number) => number {
	return (value) => start + ((value - from) / (to - from)) * (end - start);
}

/** Rounds a coordinate to hundredths: invisible to a reader, and shorter in the page. */
export function rounded(value: number): number {
	return Math.round(value * 100) / 100;
}

/**
 * A coordinate or length as a share of the drawing's width, `37.5%`. Drawings have no viewBox:
 * bars stretch with the column while text and line weights keep their size in pixels.
 */
export function percent(value: number): string {
	return `${rounded(value)}%`;
}
