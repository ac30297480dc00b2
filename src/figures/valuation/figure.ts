import type { Language } from '../../base/languages.ts';
import { formatNumber, marketValue, shown } from '../../base/numbers.ts';
import { readTable } from '../../content/readers.ts';
import type { FigureModule } from '../figure.ts';
import { chart } from '../kit/chart.ts';
import { atEnd, beside, indent, label, line, point, type Mark } from '../kit/drawing.ts';
import { linear } from '../kit/scale.ts';
import { figureTable } from '../kit/table.ts';
import { tables } from './data.ts';

const words = {
	printed: { zh: '表内 PE', en: 'P/E in the table' },
	gaap: { zh: 'GAAP', en: 'GAAP' },
	'non-gaap': { zh: 'non-GAAP', en: 'non-GAAP' },
	calendar: { zh: '自然年', en: 'calendar year' },
	none: { zh: '未定', en: 'unsettled' },
	redrawnNot: { zh: '口径未定，不改画', en: 'Basis unsettled, not redrawn' },
	unit: { zh: '80 倍', en: '80×' },
	company: { zh: '公司', en: 'Company' },
	settled: { zh: '', en: '' },
	nearly: { zh: '近似：', en: 'Approximate: ' },
	unsettled: { zh: '未定：', en: 'Unsettled: ' },
};
const years = { pe_2021a: '2021A', pe_2022e: '2022E' };

export const companies = () => readTable('valuation', tables.valuation);
export const cells = () => readTable('pe-basis', tables['pe-basis']);
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
	const [printed, pe] = [`${row.id} printed`, `${row.id} pe`];
	const value = (number: number | null) => shown(number, language, 1);
	const isRight = from !== undefined && !isUp;
	return [
		label(nameOf(row, language), 0, y + 14, 'strong', indent),
		label(`${row[`from_${language}`]} → ${words[basis][language]}`, 100, y + 14, 'quiet', atEnd),
		label(value(row.printed), from ?? 0, y + 34, '', {
			...(from ? beside(isRight) : indent),
			cell: printed,
		}),
		...(from === undefined
			? []
			: [line([from, fromY], [to, toY], 'span'), point('circle', from, fromY, 'slate', printed)]),
		point(markers[basis].shape, to, toY, markers[basis].class, pe),
		label(value(row.pe), to, y + 34, 'strong', { ...beside(isUp), cell: pe }),
	];
}

/** A cell whose basis is not known: an open marker and a question mark. */
function unsettled(row: Cell, y: number, language: Language): Mark[] {
	const x = across(row.printed!);
	const cell = `${row.id} printed`;
	return [
		point('circle', x, y + 13, 'slate open', cell),
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
	const heading = (y: number) => [label(words.redrawnNot[language], 0, y + 22, 'strong', indent)];
	const bases = new Set<string>(['printed', ...settled.map(({ basis }) => basis)]);
	return chart({
		key: (['printed', 'gaap', 'non-gaap', 'calendar'] as const)
			.filter((basis) => bases.has(basis))
			.map((basis) => ({ ...markers[basis], text: words[basis][language] })),
		ticks: { 0: '0', 20: '20', 40: '40', 60: '60', 80: words.unit[language] },
		across,
		rows: [
			...settled.map((row) => ({ height: 42, marks: (y: number) => dumbbell(row, y, language) })),
			...(isCard ? [] : [{ height: 28, marks: heading }]),
			...open.map((row) => ({ height: 26, marks: (y: number) => unsettled(row, y, language) })),
		],
		isCard,
	});
};

const times = { zh: 'PE（倍）', en: 'P/E (times)' };

/** A profit in the edition's unit; a whole one is approximate: no decimals that pretend otherwise. */
function profitText({ profit_100m_usd: profit }: Cell, language: Language): string {
	if (profit === null) return '–';
	const [unit, decimals] = { zh: [1, 2] as const, en: [10, 3] as const }[language];
	return formatNumber(profit / unit, language, Number.isInteger(profit) ? decimals - 2 : decimals);
}

export default {
	draw,
	tables: [
		figureTable(
			companies,
			[
				[words.company, (row, language) => `${row[`name_${language}`]} ${row.ticker}`],
				[
					{ zh: '市值（亿美元）', en: 'Market cap (US$ bn)' },
					(row, language) => marketValue(row.market_cap_100m_usd, language),
					1,
				],
				['2021A', 'pe_2021a', 1, times],
				['2022E', 'pe_2022e', 1, times],
				['2023E', 'pe_2023e', 1, times],
				['2024E', 'pe_2024e', 1, times],
			],
			{ zh: '报告的估值表（PE，倍）', en: 'The report’s valuation table (P/E, times)' },
		),
		figureTable(
			cells,
			[
				[words.company, nameOf],
				[words.printed, 'printed', 1],
				[{ zh: '换算口径', en: 'Other basis' }, (row, language) => words[row.basis][language]],
				[{ zh: '利润（亿美元）', en: 'Profit (US$ bn)' }, profitText, 0],
				[
					{ zh: '换算后 PE', en: 'P/E on it' },
					(row, language) => (row.pe === null ? '–' : formatNumber(row.pe, language, 1)),
					1,
				],
				[
					{ zh: '依据', en: 'Grounds' },
					(row, language) => words[row.status][language] + row[`how_${language}`],
				],
			],
			{
				zh: '换到另一口径的 PE，由市值与利润算得',
				en: 'P/E on another basis, from market cap and profit',
			},
		),
	],
} satisfies FigureModule;
