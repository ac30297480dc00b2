/** A chart: its key, rows one below the other, and the axis they share. */
import { label, line, point, type Drawing, type Mark, type Shape } from './drawing.ts';
import type { Scale } from './scale.ts';
import { emsOf } from './text.ts';

/** An entry of the key: words, and the shape they explain. */
export interface KeyEntry {
	text: string;
	shape?: Shape;
	class?: string;
}

export interface Chart {
	key: readonly KeyEntry[];
	/** What stands below the rule at each value; the last names the unit: `80 倍`. */
	ticks: Readonly<Record<number, string>>;
	across: Scale;
	/** Height of each row in px, and its marks below `y`. */
	rows: readonly { height: number; marks: (y: number) => Mark[] }[];
	isCard?: boolean | undefined;
}

/** Height of an axis below its rules, px. */
export const axisHeight = 22;

/**
 * The key in rows; `y` of its first line. Words without a shape stand on a line of their own, on a
 * card everything on one.
 */
export function legend(entries: readonly KeyEntry[], y: number, isCard = false) {
	const lineHeight = 20;
	let [across, down] = [0, 0];
	const marks = entries.flatMap(({ text, shape, class: className = '' }, at): Mark[] => {
		const [inset, width] = [shape ? 18 : 0, (shape ? 32 : 18) + emsOf(text) * 13];
		const isOther = shape && entries[at - 1] && !entries[at - 1]!.shape;
		if (across > 0 && !isCard && (isOther || across + width > 300)) {
			[across, down] = [0, down + lineHeight];
		}
		const dx = across;
		across += width;
		const words = label(text, 0, y + down, 'quiet', { dx: dx + inset });
		return shape ? [{ ...point(shape, 0, y + down - 4, className), dx: dx + 7 }, words] : [words];
	});
	return { marks, height: down + lineHeight };
}

/** Rules and values of an axis between `top` and `bottom`; the first tick is the base line. */
export function axis(scale: Pick<Chart, 'ticks' | 'across'>, top: number, bottom: number) {
	const { ticks, across } = scale;
	return Object.entries(ticks).flatMap(([value, text], at, { length }): Mark[] => {
		const x = across(Number(value));
		const anchor = at === 0 ? 'start' : at === length - 1 ? 'end' : 'middle';
		return [
			line([x, top], [x, bottom], at === 0 ? 'base' : 'grid'),
			...(text ? [label(text, x, bottom + 16, 'quiet', { anchor })] : []),
		];
	});
}

/** Draws a chart. */
export function chart({ key, rows, isCard, ...scale }: Chart): Drawing {
	const { marks, height } = legend(key, 14, isCard);
	const top = height + 10;
	let bottom = top;
	const drawn = rows.flatMap((row) => {
		const y = bottom;
		bottom += row.height;
		return row.marks(y);
	});
	return { height: bottom + axisHeight, marks: [...marks, ...axis(scale, top, bottom), ...drawn] };
}
