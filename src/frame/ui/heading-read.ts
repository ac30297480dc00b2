/** Measures of the window in CSS px, as the browser names them; `scrollHeight` is the page's. */
type Measures = Record<'scrollY' | 'innerHeight' | 'scrollHeight', number>;

/**
 * Position of the heading that is read in `tops`, the distances of the headings from the top of the
 * window; -1 above the first. It is the last one above a line at a third of the window. Over the
 * last stretch of the page the line moves to the bottom, so that headings that cannot come up as far
 * are marked too.
 */
export function headingRead(tops: readonly number[], window: Measures): number {
	const { scrollY, innerHeight, scrollHeight } = window;
	const third = innerHeight / 3;
	const furthest = Math.max(0, scrollHeight - innerHeight);
	const stretch = Math.min(furthest, 2 * third);
	const left = Math.max(0, furthest - scrollY);
	const line = third + (left < stretch ? 2 * third * (1 - left / stretch) : 0);
	return tops.findLastIndex((top) => top < line);
}
