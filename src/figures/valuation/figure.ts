import type { Language } from '../../base/languages.ts';
import { formatNumber, marketValue, shown } from '../../base/numbers.ts';
import { readTable } from '../../content/readers.ts';
import type { FigureModule } from '../figure.ts';
import { chart } from '../kit/chart.ts';
import { beside, indent, label, line, point, type Mark } from '../kit/drawing.ts';
import { linear } from '../kit/scale.ts';
import { tableOf, type ColumnOf } from '../kit/table.ts';
import { tables } from './data.ts';

const words = {
	company: { zh: '公司', en: 'Company' },
	marketCap: { zh: '市值（亿美元）', en: 'Market cap (US$ bn)' },
	printed: { zh: '表内 PE', en: 'P/E in the table' },
	gaap: { zh: 'GAAP', en: 'GAAP' },
	'non-gaap': { zh: 'non-GAAP', en: 'non-GAAP' },
	calendar: { zh: '自然年', en: 'calendar year' },
	none: { zh: '未定', en: 'unsettled' },
	redrawnNot: { zh: '口径未定，不改画', en: 'Basis unsettled, not redrawn' },
	unit: { zh: '80 倍', en: '80×' },
	times: { zh: 'PE（倍）', en: 'P/E (times)' },
	to: { zh: '换算口径', en: 'Other basis' },
	profit: { zh: '利润（亿美元）', en: 'Profit (US$ bn)' },
	pe: { zh: '换算后 PE', en: 'P/E on it' },
	how: { zh: '依据', en: 'Grounds' },
	settled: { zh: '', en: '' },
	nearly: { zh: '近似：', en: 'Approximate: ' },
	unsettled: { zh: '未定：', en: 'Unsettled: ' },
	reportTable: { zh: '报告的估值表（PE，倍）', en: 'The report’s valuation table (P/E, times)' },
	basisTable: {
		zh: '换到另一口径的 PE，由市值与利润算得',
		en: 'P/E on another basis, from market cap and profit',
	},
};
const years = { pe_2021a: '2021A', pe_2022e: '2022E', pe_2023e: '2023E', pe_2024e: '2024E' };

export const companies = () => readTable('valuation', tables.valuation);
export const cells = () => readTable('pe-basis', tables['pe-basis']);
type Company = ReturnType<typeof companies>[number];
type Cell = ReturnType<typeof cells>[number];

/** A marker a basis, so that it can be told without colour. */
const markers = {
	printed: { shape: 'circle', class: 'slate' },
	gaap: { shape: 'diamond', class: 'indigo' },
	'non-gaap': { shape: 'square', class: 'ochre' },
	calendar: { shape: 'triangle', class: 'malachite' },
} as const;

/** P/E from 0; the room beyond 80 is for the value of the last marker. */
const across = linear([0, 90], [0, 100]);

const nameOf = ({ company, column }: Cell, language: Language) => {
	const found = companies().find(({ id }) => id === company)!;
	// The parent stands in the table below: Google (Alphabet).
	return `${found[`name_${language}`].replace(/ ?\(.*\)/u, '')} ${years[column]}`;
};

/** A dumbbell: the printed P/E, a line, the P/E on the other basis; both values outside of it. */
function dumbbell(row: Cell, y: number, language: Language): Mark[] {
	const basis = row.basis as keyof typeof markers;
	const to = across(row.pe!);
	const from = row.printed === null ? undefined : across(row.printed);
	const isUp = from === undefined || to > from;
	// Markers that would touch on a phone stand one above the other.
	const apart = from !== undefined && Math.abs(to - from) < 3 ? 5.5 : 0;
	const [fromY, toY] = [y + 30 - apart, y + 30 + apart];
	const valueLabel = (column: 'printed' | 'pe', x: number, isRight: boolean) =>
		label(shown(row[column], language, 1), x, y + 34, column === 'pe' ? 'strong' : '', {
			...(x === 0 ? indent : beside(isRight)),
			cell: `${row.id} ${column}`,
		});
	const marker = (name: keyof typeof markers, x: number, column: string) =>
		point(
			markers[name].shape,
			x,
			column === 'pe' ? toY : fromY,
			markers[name].class,
			`${row.id} ${column}`,
		);
	return [
		label(nameOf(row, language), 0, y + 14, 'strong', indent),
		label(`${row[`from_${language}`]} → ${words[basis][language]}`, 100, y + 14, 'quiet', {
			anchor: 'end',
		}),
		valueLabel('printed', from ?? 0, !isUp),
		...(from === undefined
			? []
			: [line([from, fromY], [to, toY], 'span'), marker('printed', from, 'printed')]),
		marker(basis, to, 'pe'),
		valueLabel('pe', to, isUp),
	];
}

/** A cell whose basis is not known: an open marker and a question mark. */
function unsettled(row: Cell, y: number, language: Language): Mark[] {
	const x = across(row.printed!);
	const cell = `${row.id} printed`;
	return [
		point('circle', x, y + 13, 'open', cell),
		label(shown(row.printed, language, 1), x, y + 17, '', { ...beside(false), cell }),
		label(`? ${nameOf(row, language)}`, x, y + 17, '', beside(true)),
	];
}

/** On the card stand the two companies that the title names. */
const onCard = ['pe-tesla', 'pe-nvidia'];

const draw: FigureModule['draw'] = (language, isCard) => {
	const settled = cells().filter(
		({ pe, company }) => pe !== null && (!isCard || onCard.includes(company)),
	);
	const open = cells().filter(({ pe }) => pe === null && !isCard);
	const bases = new Set<string>(['printed', ...settled.map(({ basis }) => basis)]);
	return chart({
		key: (['printed', 'gaap', 'non-gaap', 'calendar'] as const)
			.filter((basis) => bases.has(basis))
			.map((basis) => ({ ...markers[basis], text: words[basis][language] })),
		ticks: [0, 20, 40, 60, 80].map((value) => [
			value,
			value === 80 ? words.unit[language] : String(value),
		]),
		across,
		rows: [
			...settled.map((row) => ({ height: 42, marks: (y: number) => dumbbell(row, y, language) })),
			...open.map((row, at) => ({
				height: at === 0 ? 54 : 26,
				marks: (y: number) =>
					at > 0
						? unsettled(row, y, language)
						: [
								label(words.redrawnNot[language], 0, y + 22, 'strong', indent),
								...unsettled(row, y + 28, language),
							],
			})),
		],
		isCard,
	});
};

const reportTable = (language: Language) =>
	tableOf(companies(), [
		[words.company[language], (row) => `${row[`name_${language}`]} ${row.ticker}`],
		[words.marketCap[language], (row) => marketValue(row.market_cap_100m_usd, language), 'number'],
		...(Object.keys(years) as (keyof typeof years)[]).map((year): ColumnOf<Company> => [
			years[year],
			(row) => shown(row[year], language, 1),
			'number',
			words.times[language],
		]),
	]);

const basisTable = (language: Language) => {
	const [unit, decimals] = { zh: [1, 2] as const, en: [10, 3] as const }[language];
	/** A whole profit is an approximate one: no decimals that pretend otherwise. */
	const digitsOf = (profit: number) => (Number.isInteger(profit) ? decimals - 2 : decimals);
	const number = (value: number | null, digits: number) =>
		value === null ? '–' : formatNumber(value, language, digits);
	return tableOf(cells(), [
		[words.company[language], (row) => nameOf(row, language)],
		[words.printed[language], (row) => shown(row.printed, language, 1), 'number'],
		[words.to[language], (row) => words[row.basis][language]],
		[
			words.profit[language],
			({ profit_100m_usd: profit }) => number(profit && profit / unit, digitsOf(profit ?? 0)),
			'number',
		],
		[words.pe[language], (row) => number(row.pe, 1), 'number'],
		[words.how[language], (row) => words[row.status][language] + row[`how_${language}`]],
	]);
};

export default {
	draw,
	tables: (language) => [
		{ ...reportTable(language), caption: words.reportTable[language] },
		{ ...basisTable(language), caption: words.basisTable[language] },
	],
} satisfies FigureModule;
