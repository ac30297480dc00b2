/** The axis below a drawing: a rule at each tick, its value, and the unit at the last. */
import { label, line, type Mark } from './drawing.ts';
import type { Scale } from './scale.ts';

export interface Tick {
	value: number;
	/** As shown, or nothing; the last one names the unit: `80 倍`. */
	text: string;
}

/**
 * Rules and values of an axis. The first tick is drawn as the base line.
 * @param top, bottom where the rules begin and end, px; values stand 16 px below
 */
export function axis(ticks: readonly Tick[], scale: Scale, top: number, bottom: number): Mark[] {
	return ticks.flatMap(({ value, text }, at): Mark[] => {
		const x = scale(value);
		const anchor = at === 0 ? 'start' : at === ticks.length - 1 ? 'end' : 'middle';
		return [
			line([x, top], [x, bottom], at === 0 ? 'base' : 'grid'),
			...(text ? [label(text, x, bottom + 16, 'quiet', { anchor })] : []),
		];
	});
}

/** Height an axis takes below its rules, px. */
export const axisHeight = 22;
