import type { Language } from '../../base/languages.ts';
import { formatNumber, marketValue, shown } from '../../base/numbers.ts';
import { readTable } from '../../content/readers.ts';
import type { FigureModule } from '../figure.ts';
import { axis, axisHeight } from '../kit/axis.ts';
import {
	indent,
	label,
	legend,
	line,
	point,
	type Drawing,
	type Mark,
	type Shape,
} from '../kit/drawing.ts';
import { linear } from '../kit/scale.ts';
import { tables } from './data.ts';
import { words } from './words.ts';

export const companies = () => readTable('valuation', tables.valuation);
export const cells = () => readTable('pe-basis', tables['pe-basis']);
type Cell = ReturnType<typeof cells>[number];
type Basis = Exclude<Cell['basis'], 'none'>;

/** A marker a basis, so that it can be told without colour. */
const markers: Record<Basis, { shape: Shape; class: string }> = {
	gaap: { shape: 'diamond', class: 'indigo' },
	'non-gaap': { shape: 'square', class: 'ochre' },
	calendar: { shape: 'triangle', class: 'malachite' },
};
const printedMarker = { shape: 'circle', class: 'slate' } as const;

/** P/E from 0; the room beyond 80 is for the value of the last marker. */
const across = linear([0, 90], [0, 100]);
const [rowHeight, unsettledHeight, gap] = [42, 26, 28];

const beside = (isRight: boolean) =>
	isRight ? ({ dx: 10 } as const) : ({ dx: -10, anchor: 'end' } as const);
const nameOf = ({ company, column }: Cell, language: Language) => {
	const found = companies().find(({ id }) => id === company)!;
	// The parent stands in the table below: Google (Alphabet).
	return `${found[`name_${language}`].replace(/ ?\(.*\)/u, '')} ${words[language].years[column]}`;
};

/** A dumbbell: the printed P/E, a line, the P/E on the other basis; both values outside of it. */
function dumbbell(row: Cell, y: number, language: Language): Mark[] {
	const text = words[language];
	const marker = markers[row.basis as Basis];
	const to = across(row.pe!);
	const from = row.printed === null ? undefined : across(row.printed);
	const cell = (column: string) => `${row.id} ${column}`;
	const [printed, pe] = [row.printed, row.pe].map((value) => shown(value, language, 1));
	const isUp = from === undefined || to > from;
	return [
		label(nameOf(row, language), 0, y + 12, 'strong', indent),
		label(`${row[`from_${language}`]} → ${text.bases[row.basis]}`, 100, y + 12, 'quiet', {
			anchor: 'end',
		}),
		...(from === undefined
			? [label('NA', 0, y + 32, '', { ...indent, cell: cell('printed') })]
			: [
					line(from, y + 28, to, y + 28, 'span'),
					point('circle', from, y + 28, printedMarker.class, cell('printed')),
					label(printed!, from, y + 32, '', { ...beside(!isUp), cell: cell('printed') }),
				]),
		point(marker.shape, to, y + 28, marker.class, cell('pe')),
		label(pe!, to, y + 32, 'strong', { ...beside(isUp), cell: cell('pe') }),
	];
}

/** A cell whose basis is not known: an open marker and a question mark. */
function unsettled(row: Cell, y: number, language: Language): Mark[] {
	const x = across(row.printed!);
	const cell = `${row.id} printed`;
	return [
		point('circle', x, y + 11, 'open', cell),
		label(shown(row.printed, language, 1), x, y + 15, '', { ...beside(false), cell }),
		label(`? ${nameOf(row, language)}`, x, y + 15, '', beside(true)),
	];
}

function draw(language: Language): Drawing {
	const text = words[language];
	const [settled, open] = [true, false].map((isRedrawn) =>
		cells().filter(({ pe }) => (pe !== null) === isRedrawn),
	) as [Cell[], Cell[]];
	const key = legend(
		[
			{ ...printedMarker, text: text.printed },
			...(['gaap', 'non-gaap', 'calendar'] as const).map((basis) => ({
				...markers[basis],
				text: text.bases[basis],
			})),
		],
		14,
	);
	const top = key.height + 8;
	const second = top + settled.length * rowHeight + gap;
	const bottom = second + open.length * unsettledHeight + 4;
	const ticks = [0, 20, 40, 60, 80].map((value) => ({
		value,
		text: value === 80 ? text.unit : String(value),
	}));
	return {
		height: bottom + axisHeight,
		marks: [
			...key.marks,
			...axis(ticks, across, top, bottom),
			...settled.flatMap((row, at) => dumbbell(row, top + 2 + at * rowHeight, language)),
			label(text.unsettled, 0, second - 6, 'strong', indent),
			...open.flatMap((row, at) => unsettled(row, second + at * unsettledHeight, language)),
		],
	};
}

function reportTable(language: Language) {
	const text = words[language];
	return {
		caption: text.captions[0]!,
		columns: [
			{ head: text.company },
			{ head: text.marketCap, numeric: true },
			...Object.values(text.years).map((head) => ({ head, numeric: true })),
		],
		rows: companies().map((row) => ({
			id: row.id,
			cells: [
				`${row[`name_${language}`]} ${row.ticker}`,
				marketValue(row.market_cap_100m_usd, language),
				...([row.pe_2021a, row.pe_2022e, row.pe_2023e, row.pe_2024e] as const).map((pe) =>
					shown(pe, language, 1),
				),
			],
		})),
	};
}

function basisTable(language: Language) {
	const text = words[language];
	const [unit, decimals] = language === 'zh' ? [1, 2] : [10, 3];
	return {
		caption: text.captions[1]!,
		columns: [
			{ head: text.company },
			{ head: text.printed, numeric: true },
			{ head: text.to },
			{ head: text.profit, numeric: true },
			{ head: text.pe, numeric: true },
			{ head: text.how },
		],
		rows: cells().map((row) => ({
			id: row.id,
			cells: [
				nameOf(row, language),
				shown(row.printed, language, 1),
				text.bases[row.basis],
				row.profit_100m_usd === null
					? '–'
					: formatNumber(row.profit_100m_usd / unit, language, decimals),
				row.pe === null ? '–' : formatNumber(row.pe, language, 1),
				text.status[row.status] + row[`how_${language}`],
			],
		})),
	};
}

export default {
	draw,
	tables: (language) => [reportTable(language), basisTable(language)],
} satisfies FigureModule;
