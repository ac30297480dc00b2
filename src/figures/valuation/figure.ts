import { z } from 'zod';
import type { Language } from '../../base/languages.ts';
import { formatNumber, marketValue, shown } from '../../base/numbers.ts';
import { both, id, number, numberOrNa, printed, text } from '../../content/fields.ts';
import { readTable } from '../../content/readers.ts';
import { chart } from '../kit/chart.ts';
import { atEnd, beside, indent, label, line, point, type Mark } from '../kit/drawing.ts';
import { figureTable, type FigureModule } from '../kit/table.ts';
import { inLanguage } from '../kit/text.ts';

export const tables = {
	/** The report's table, one row a company in its order; market value in 亿美元 (US$ 100 million). */
	valuation: z.strictObject({
		id: id(),
		...both('name'),
		ticker: text(),
		market_cap_100m_usd: printed(number()),
		pe_2021a: printed(numberOrNa()),
		pe_2022e: printed(number()),
		pe_2023e: printed(number()),
		pe_2024e: printed(number()),
	}),
	/**
	 * Cells of that table on another basis, or unsettled: `printed` is the cell, `pe` the market
	 * value over `profit_100m_usd`, which `how` derives. Unsettled cells have no other P/E.
	 */
	'pe-basis': z.strictObject({
		id: id(),
		company: id(),
		column: z.enum(['pe_2021a', 'pe_2022e']),
		printed: printed(numberOrNa()),
		...both('from'),
		basis: z.enum(['gaap', 'non-gaap', 'calendar', 'none']),
		profit_100m_usd: numberOrNa(),
		pe: numberOrNa(),
		status: z.enum(['settled', 'nearly', 'unsettled']),
		...both('how'),
	}),
};

/** A marker a basis, so that it can be told without colour. */
const bases = {
	printed: { text: { zh: '表内 PE', en: 'P/E in the table' }, shape: 'circle', class: 'slate' },
	gaap: { text: 'GAAP', shape: 'diamond', class: 'indigo' },
	'non-gaap': { text: 'non-GAAP', shape: 'square', class: 'ochre' },
	calendar: { text: { zh: '自然年', en: 'calendar year' }, shape: 'triangle', class: 'malachite' },
	none: { text: { zh: '未定', en: 'unsettled' }, shape: 'circle', class: 'slate open' },
} as const;
const company = { zh: '公司', en: 'Company' };
const statuses = {
	settled: { zh: '', en: '' },
	nearly: { zh: '近似：', en: 'Approximate: ' },
	unsettled: { zh: '未定：', en: 'Unsettled: ' },
};

export const companies = () => readTable('valuation', tables.valuation);
export const cells = () => readTable('pe-basis', tables['pe-basis']);
type Cell = ReturnType<typeof cells>[number];

/** P/E from 0; the room beyond 80 is for the value of the last marker. */
const across = (pe: number) => (pe / 90) * 100;

/** Company and year, which the name of the column has: `pe_2021a`. */
const nameOf = ({ company, column }: Cell, language: Language) => {
	const found = companies().find(({ id }) => id === company)!;
	// The parent stands in the table below: Google (Alphabet).
	return `${found[`name_${language}`].replace(/ ?\(.*\)/u, '')} ${column.slice(3).toUpperCase()}`;
};

/** A dumbbell: the printed P/E, a line, the P/E on the other basis; both values outside of it. */
function dumbbell(row: Cell, language: Language): Mark[] {
	const { text, shape, class: style } = bases[row.basis];
	const [printed, pe] = [`${row.id} printed`, `${row.id} pe`];
	const [from, to] = [across(row.printed ?? 0), across(row.pe!)];
	const isUp = to > from;
	// Markers that would touch on a phone stand one above the other.
	const apart = Math.abs(to - from) < 3 ? 5.5 : 0;
	const isNa = row.printed === null;
	const side = isNa ? { ...indent, cell: printed } : beside(!isUp, printed);
	return [
		label(nameOf(row, language), 0, 14, 'strong', indent),
		label(`${row[`from_${language}`]} → ${inLanguage(text, language)}`, 100, 14, 'quiet', atEnd),
		label(shown(row.printed, language, 1), from, 34, '', side),
		...(isNa ? [] : [line([from, 30 - apart], [to, 30 + apart], 'span')]),
		...(isNa ? [] : [point('circle', from, 30 - apart, 'slate', printed)]),
		point(shape, to, 30 + apart, style, pe),
		label(shown(row.pe, language, 1), to, 34, 'strong', beside(isUp, pe)),
	];
}

/** A cell whose basis is not known: an open marker and a question mark. */
function unsettled(row: Cell, language: Language): Mark[] {
	const x = across(row.printed!);
	const cell = `${row.id} printed`;
	return [
		point('circle', x, 13, 'slate open', cell),
		label(shown(row.printed, language, 1), x, 17, '', beside(false, cell)),
		label(`? ${nameOf(row, language)}`, x, 17, '', beside(true)),
	];
}

/** On the card stand the two companies that the title names. */
const onCard = ['pe-tesla', 'pe-nvidia'];

function rowsIn(language: Language, isCard: boolean) {
	const settled = cells()
		.filter(({ pe, company: id }) => pe !== null && (!isCard || onCard.includes(id)))
		.map((row) => ({ height: 42, marks: dumbbell(row, language) }));
	if (isCard) return settled;
	const words = { zh: '口径未定，不改画', en: 'Basis unsettled, not redrawn' }[language];
	const heading = { height: 28, marks: [label(words, 0, 22, 'strong', indent)] };
	const open = cells()
		.filter(({ pe }) => pe === null)
		.map((row) => ({ height: 26, marks: unsettled(row, language) }));
	return [...settled, heading, ...open];
}

const times = { zh: 'PE（倍）', en: 'P/E (times)' };

/** A profit in the edition's unit; a whole one is approximate: no decimals that pretend otherwise. */
function profitText({ profit_100m_usd: profit }: Cell, language: Language): string {
	if (profit === null) return '–';
	const [unit, decimals] = { zh: [1, 2] as const, en: [10, 3] as const }[language];
	return formatNumber(profit / unit, language, Number.isInteger(profit) ? decimals - 2 : decimals);
}

export default {
	draw: chart((language, isCard) => ({
		key: [bases.printed, bases.gaap, bases['non-gaap'], bases.calendar],
		ticks: { 0: '0', 20: '20', 40: '40', 60: '60', 80: { zh: '80 倍', en: '80×' } },
		across,
		rows: rowsIn(language, isCard),
	})),
	tables: [
		figureTable(
			companies,
			[
				[company, (row, language) => `${row[`name_${language}`]} ${row.ticker}`],
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
				[company, nameOf],
				[bases.printed.text, 'printed', 1],
				[
					{ zh: '换算口径', en: 'Other basis' },
					(row, language) => inLanguage(bases[row.basis].text, language),
				],
				[{ zh: '利润（亿美元）', en: 'Profit (US$ bn)' }, profitText, 0],
				[
					{ zh: '换算后 PE', en: 'P/E on it' },
					(row, language) => (row.pe === null ? '–' : formatNumber(row.pe, language, 1)),
					1,
				],
				[
					{ zh: '依据', en: 'Grounds' },
					(row, language) => statuses[row.status][language] + row[`how_${language}`],
				],
			],
			{
				zh: '换到另一口径的 PE，由市值与利润算得',
				en: 'P/E on another basis, from market cap and profit',
			},
		),
	],
} satisfies FigureModule;
