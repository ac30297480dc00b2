/** A chart: its key, rows one below the other, and the axis they share. */
import { label, line, point, type Drawing, type Mark, type Shape } from './drawing.ts';
import { emsOf } from './text.ts';

/** An entry of the key: words, and the shape they explain. */
export interface KeyEntry {
	text: string;
	shape?: Shape;
	class?: string;
}

/** Marks that stand below those of other rows: their height in px, and `y` from its top. */
export interface Row {
	height: number;
	marks: Mark[];
}

export interface Chart {
	key: readonly KeyEntry[];
	/** What stands below the rule at each value; the last names the unit: `80 倍`. */
	ticks: Readonly<Record<number, string>>;
	/** Where a value stands, per cent of the width. */
	across: (value: number) => number;
	rows: readonly Row[];
	isCard?: boolean | undefined;
}

/** Height of an axis below its rules, px. */
export const axisHeight = 22;

/** The key in lines. Words without a shape stand on one of their own, on a card everything on one. */
export function legend(entries: readonly KeyEntry[], isCard = false) {
	const lineHeight = 20;
	let [across, y] = [0, 14];
	const marks = entries.flatMap(({ text, shape, class: className = '' }, at): Mark[] => {
		const [inset, width] = [shape ? 18 : 0, (shape ? 32 : 18) + emsOf(text) * 13];
		const isOther = shape && entries[at - 1] && !entries[at - 1]!.shape;
		if (across > 0 && !isCard && (isOther || across + width > 300)) {
			[across, y] = [0, y + lineHeight];
		}
		const dx = across;
		across += width;
		const words = label(text, 0, y, 'quiet', { dx: dx + inset });
		return shape ? [{ ...point(shape, 0, y - 4, className), dx: dx + 7 }, words] : [words];
	});
	return { marks, height: y + 6 };
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

/** Rows one below the other, and where the last one ends. */
export function stacked(rows: readonly Row[], top = 0) {
	let bottom = top;
	const marks = rows.flatMap((row) => {
		const y = bottom;
		bottom += row.height;
		return row.marks.map((mark): Mark => ({ ...mark, y: mark.y + y }));
	});
	return { marks, bottom };
}

/** Draws a chart. */
export function chart({ key, rows, isCard, ...scale }: Chart): Drawing {
	const { marks, height } = legend(key, isCard);
	const top = height + 10;
	const drawn = stacked(rows, top);
	const rules = axis(scale, top, drawn.bottom);
	return { height: drawn.bottom + axisHeight, marks: [...marks, ...rules, ...drawn.marks] };
}
