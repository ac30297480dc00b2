import { z } from 'zod';
import type { Language } from '../../base/languages.ts';
import { formatNumber } from '../../base/numbers.ts';
import { both, id, number, text } from '../../content/fields.ts';
import { readTable } from '../../content/readers.ts';
import { chart } from '../kit/chart.ts';
import { atEnd, beside, indent, label, line, point, type Mark } from '../kit/drawing.ts';
import { figureTable, type FigureModule } from '../kit/table.ts';

/** One row a count: the factor by which training compute grew over a period. */
export const tables = {
	'training-compute': z.strictObject({
		id: id(),
		...both('name'),
		period: text(),
		/** Bounds of the factor; equal where one number is given. */
		factor_low: number(),
		factor_high: number(),
		/** Whether the source states the factor, or we derive it from what the source states. */
		origin: z.enum(['stated', 'derived']),
		...both('basis', 'source'),
	}),
};

const origins = {
	stated: {
		text: { zh: '出处所给', en: 'stated by the source' },
		shape: 'circle',
		class: 'indigo',
	},
	derived: { text: { zh: '本站推算', en: 'derived by us' }, shape: 'diamond', class: 'ochre' },
} as const;

export const rows = () => readTable('training-compute', tables['training-compute']);
type Row = ReturnType<typeof rows>[number];

/** Each factor of ten is as wide as the next. */
const across = (factor: number) => (Math.log10(factor) / Math.log10(2e6)) * 100;
/** The period the report speaks of; other periods are drawn open, and not on the card. */
const ofReport = ({ period }: Row) => period === '2015–2020';

function factorText({ factor_low: low, factor_high: high }: Row, language: Language): string {
	const [from, to] = [low, high].map((factor) => formatNumber(factor, language));
	return (low === high ? from! : `${from}–${to}`) + { zh: ' 倍', en: '×' }[language];
}

function rowMarks(row: Row, language: Language): Mark[] {
	const [from, to] = [across(row.factor_low), across(row.factor_high)];
	const { shape, class: pigment } = origins[row.origin];
	const style = ofReport(row) ? pigment : 'slate open';
	return [
		label(row[`name_${language}`], 0, 14, 'strong', indent),
		label(row.period, 100, 14, 'quiet', atEnd),
		line([0, 36], [to, 36], 'span'),
		point(shape, (from + to) / 2, 36, style, `${row.id} factor_low`),
		label(factorText(row, language), from, 31, '', beside(false)),
	];
}

export default {
	draw: chart((language, isCard) => ({
		key: [
			{ text: { zh: '对数刻度，增长倍数', en: 'log scale, growth factor' } },
			...Object.values(origins),
			{ text: { zh: '另一时段', en: 'another period' }, shape: 'circle', class: 'slate open' },
		],
		ticks: { 1: '1', 100: '100', 10000: '10,000', 1000000: { zh: '百万倍', en: '1m times' } },
		across,
		rows: rows()
			.filter((row) => !isCard || ofReport(row))
			.map((row) => ({ height: 46, marks: rowMarks(row, language) })),
	})),
	tables: [
		figureTable(rows, [
			[{ zh: '估算', en: 'Count' }, 'name'],
			[{ zh: '时段', en: 'Period' }, 'period'],
			[
				{ zh: '倍数', en: 'Factor' },
				(row, language) => `${factorText(row, language)} · ${origins[row.origin].text[language]}`,
			],
			[{ zh: '依据', en: 'Basis' }, 'basis'],
			[{ zh: '出处', en: 'Source' }, 'source'],
		]),
	],
} satisfies FigureModule;
