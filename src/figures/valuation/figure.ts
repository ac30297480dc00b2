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
import { tableOf, type ColumnOf } from '../kit/table.ts';
import { tables } from './data.ts';
import { words } from './words.ts';

export const companies = () => readTable('valuation', tables.valuation);
export const cells = () => readTable('pe-basis', tables['pe-basis']);
type Company = ReturnType<typeof companies>[number];
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
					line([from, y + 28], [to, y + 28], 'span'),
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

const reportTable = (language: Language) => {
	const text = words[language];
	const years = Object.keys(text.years) as (keyof typeof text.years)[];
	return tableOf(companies(), [
		[text.company, (row) => `${row[`name_${language}`]} ${row.ticker}`],
		[text.marketCap, (row) => marketValue(row.market_cap_100m_usd, language), 'number'],
		...years.map((year): ColumnOf<Company> => [
			text.years[year],
			(row) => shown(row[year], language, 1),
			'number',
			text.times,
		]),
	]);
};

const basisTable = (language: Language) => {
	const text = words[language];
	const [unit, decimals] = { zh: [1, 2] as const, en: [10, 3] as const }[language];
	/** A whole profit is an approximate one: no decimals that pretend otherwise. */
	const digitsOf = (profit: number) => (Number.isInteger(profit) ? decimals - 2 : decimals);
	const number = (value: number | null, digits: number) =>
		value === null ? '–' : formatNumber(value, language, digits);
	return tableOf(cells(), [
		[text.company, (row) => nameOf(row, language)],
		[text.printed, (row) => shown(row.printed, language, 1), 'number'],
		[text.to, (row) => text.bases[row.basis]],
		[
			text.profit,
			({ profit_100m_usd: profit }) => number(profit && profit / unit, digitsOf(profit ?? 0)),
			'number',
		],
		[text.pe, (row) => number(row.pe, 1), 'number'],
		[text.how, (row) => text.status[row.status] + row[`how_${language}`]],
	]);
};

export default {
	draw,
	tables: (language) =>
		[reportTable(language), basisTable(language)].map((table, at) => ({
			...table,
			caption: words[language].captions[at]!,
		})),
} satisfies FigureModule;
