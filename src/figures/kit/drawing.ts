/**
 * A drawing is a list of marks. Across, marks stand at per cent of the drawing's width, so that the
 * same marks fit a phone, a page, a card and a download; down, and all sizes, are in px.
 */
export interface Drawing {
	/** Height in px. */
	height: number;
	marks: Mark[];
}

/** A mark: `class` names classes of `drawing.css`, `cell` the number it shows as `row-id column`. */
export type Mark = {
	class: string;
	/** Left end, per cent, and top, px. */
	x: number;
	y: number;
	/** Shift to the right, px. */
	dx?: number;
	cell?: string | undefined;
} & (
	| { kind: 'point'; shape: Shape }
	| { kind: 'label'; text: string; anchor?: 'start' | 'middle' | 'end' }
	/** A bar, or a line from its left end; `width` in per cent, `height` in px. */
	| { kind: 'bar' | 'line'; width: number; height: number }
);
export type Label = Extract<Mark, { kind: 'label' }>;

/** Shapes differ so that a reader need not tell colours apart: paths around 0, 0, about 10 px across. */
export const shapes = {
	circle: 'M-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0z',
	square: 'M-4-4h8v8h-8z',
	diamond: 'M0-5.5L5.5 0L0 5.5L-5.5 0z',
	triangle: 'M0-5L5 4H-5z',
	tick: 'M-1.5-6h3v12h-3z',
	arrow: 'M-4-4.5L4 0L-4 4.5z',
};
export type Shape = keyof typeof shapes;

/** A label; `options` shift and anchor it, and name the number it shows. */
export const label = (
	text: string,
	x: number,
	y: number,
	className = '',
	options: Pick<Label, 'dx' | 'anchor' | 'cell'> = {},
): Label => ({ kind: 'label', class: className, text, x, y, ...options });

type Spot = readonly [x: number, y: number];

const between =
	(kind: 'bar' | 'line') =>
	([x, y]: Spot, [right, bottom]: Spot, className: string, cell?: string): Mark => ({
		kind,
		class: className,
		x,
		y,
		width: right - x,
		height: bottom - y,
		cell,
	});
/** A line from one spot to another, and a bar with two of its corners there. */
export const [line, bar] = [between('line'), between('bar')];

/** A marker with its middle at `x` (per cent) and `y` (px); `cell` is the number it shows. */
export const point = (
	shape: Shape,
	x: number,
	y: number,
	className: string,
	cell?: string,
): Mark => ({ kind: 'point', class: className, shape, x, y, cell });

/** Keeps a label at the left clear of the base line. */
export const indent = { dx: 7 } as const;

/** Lets a label end where it stands. */
export const atEnd = { anchor: 'end' } as const;

/** Puts a value beside its marker; `cell` is the number it shows. */
export const beside = (isRight: boolean, cell?: string) =>
	isRight ? { dx: 10, cell } : { dx: -10, ...atEnd, cell };
