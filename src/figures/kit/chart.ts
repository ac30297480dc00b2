/** A chart: its key, rows one below the other, and the axis they share. */
import type { Language } from '../../base/languages.ts';
import { label, line, point, type Drawing, type Mark, type Shape } from './drawing.ts';
import { emsOf, inLanguage, type Worded } from './text.ts';

/** An entry of the key: words, and the shape they explain. */
interface KeyEntry {
	text: Worded;
	shape?: Shape;
	class?: string;
}

/** What a chart shows, and where its values stand. */
export interface Chart {
	/** Of entries with a shape, those are shown whose class is drawn. */
	key?: readonly KeyEntry[];
	/** What stands below the rule at each value; the last names the unit: `80 倍`. */
	ticks: Readonly<Record<number, Worded>>;
	/** Where a value stands, per cent of the width; those to the left of it are not shown. */
	across: (value: number) => number;
	/** Drawn one below the other. */
	rows: readonly Drawing[];
}

/** The key in lines. Words without a shape stand on one of their own, on a card everything on one. */
export function legend(entries: readonly KeyEntry[], language: Language, isCard: boolean) {
	let [across, y] = [0, 14];
	const marks = entries.flatMap((entry, at): Mark[] => {
		const { shape, class: className = '' } = entry;
		const text = inLanguage(entry.text, language);
		const [inset, width] = [shape ? 18 : 0, (shape ? 32 : 18) + emsOf(text) * 13];
		const isOther = shape && entries[at - 1] && !entries[at - 1]!.shape;
		if (across > 0 && !isCard && (isOther || across + width > 300)) {
			[across, y] = [0, y + 20];
		}
		const dx = across;
		across += width;
		const words = label(text, 0, y, 'quiet', { dx: dx + inset });
		return shape ? [{ ...point(shape, 0, y - 4, className), dx: dx + 7 }, words] : [words];
	});
	return { marks, height: y + 6 };
}

/** Rules and values of an axis between `top` and `bottom`; a tick at the left is the base line. */
export function axis({ ticks, across }: Chart, language: Language, top: number, bottom: number) {
	return Object.entries(ticks).flatMap(([value, text]): Mark[] => {
		const x = across(Number(value));
		if (x < 0) return [];
		// A value near the right edge ends there.
		const anchor = x === 0 ? 'start' : x > 85 ? 'end' : 'middle';
		return [
			line([x, top], [x, bottom], x === 0 ? 'base' : 'grid'),
			...(text ? [label(inLanguage(text, language), x, bottom + 16, 'quiet', { anchor })] : []),
		];
	});
}

/** Drawings one below the other, `top` px below the top of the one they make. */
export function stacked(drawings: readonly Drawing[], top = 0): Drawing {
	let height = top;
	const marks = drawings.flatMap((drawing) => {
		const y = height;
		height += drawing.height;
		return drawing.marks.map((mark) => ({ ...mark, y: mark.y + y }));
	});
	return { marks, height };
}

/** How a chart is drawn. */
export const chart =
	(chartIn: (language: Language, isCard: boolean) => Chart) =>
	(language: Language, isCard = false): Drawing => {
		const all = chartIn(language, isCard);
		const { key = [], rows } = all;
		const classes = new Set(rows.flatMap(({ marks }) => marks.map((mark) => mark.class)));
		const entries = key.filter(({ shape, class: name = '' }) => !shape || classes.has(name));
		const explained = legend(entries, language, isCard);
		const top = key.length > 0 ? explained.height + 10 : 0;
		const { marks, height } = stacked(rows, top);
		const rules = axis(all, language, top, height);
		return { height: height + 22, marks: [...explained.marks, ...rules, ...marks] };
	};
