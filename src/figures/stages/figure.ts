import { z } from 'zod';
import type { Language } from '../../base/languages.ts';
import { numeralOf } from '../../base/numbers.ts';
import { both, id, number, numberOrNa } from '../../content/fields.ts';
import { readTable } from '../../content/readers.ts';
import { chart } from '../kit/chart.ts';
import { bar, beside, label, line, point, type Mark } from '../kit/drawing.ts';
import { figureTable, type FigureModule } from '../kit/table.ts';

/** One row a stage or wave; NA where the span is open; `dated`: whether the source dates it. */
export const tables = {
	stages: z
		.strictObject({
			id: id(),
			scheme: z.enum(['report', 'sequoia']),
			order: number(),
			...both('name', 'period'),
			from_year: numberOrNa(),
			to_year: numberOrNa(),
			dated: z.enum(['yes', 'no']),
			...both('what'),
		})
		.refine(
			({ dated, from_year: from, to_year: to, period_zh: period }) =>
				[from, to].every((year) => year === null || period.includes(String(Math.floor(year)))) ===
				(dated === 'yes'),
			{
				path: ['period_zh'],
				error: 'expected the years of the row where it is dated',
				abort: true,
			},
		),
};

const words = {
	report: { zh: '报告的三段', en: 'Three stages in the report' },
	sequoia: { zh: '红杉的四波', en: 'Four waves at Sequoia' },
	near: { zh: '应用层爆发：正在靠近', en: 'Take-off of applications: drawing near' },
};
const ordinal = {
	report: { zh: (n: string) => `报告第${n}段`, en: (n: string) => `Report, stage ${n}` },
	sequoia: { zh: (n: string) => `红杉第${n}波`, en: (n: string) => `Sequoia, wave ${n}` },
};

export const rows = () => readTable('stages', tables.stages);
type Row = ReturnType<typeof rows>[number];

const stageName = ({ scheme, order }: Row, language: Language) =>
	ordinal[scheme][language](numeralOf(order, language));

/** The years at which both schemes divide. */
const ticks = { 2015: { zh: '2015 年', en: '2015' }, 2022: { zh: '2022 年', en: '2022' } };
/** When the report appeared, in years. */
const publishedAt = 2023.05;

/** A span and its name: inside if it is long, else on the side that has room. */
function span(row: Row, language: Language, across: (year: number) => number): Mark[] {
	const { id, from_year: first, to_year: last } = row;
	// A span that is open runs to the edge, and has no side there.
	const [from, to] = [first === null ? 0 : across(first), last === null ? 100 : across(last)];
	const height = 21;
	const text = `${numeralOf(row.order, language)}  ${row[`name_${language}`]}`;
	const pigment = row.scheme === 'report' ? 'indigo open' : 'malachite open';
	const [at, isRight] = to - from > 50 ? [from, true] : from > 50 ? [from, false] : [to, true];
	const style = row.dated === 'no' ? 'maybe' : pigment;
	const [side, column] = first === null ? [to, 'to_year'] : [from, 'from_year'];
	return [
		...(first !== null && last !== null
			? [bar([from, 0], [to, height], style, `${id} from_year`)]
			: [
					line([from, 0], [to, 0], style),
					line([side, 0], [side, height], style, `${id} ${column}`),
					line([from, height], [to, height], style),
				]),
		label(text, at, 15, '', beside(isRight)),
	];
}

/** The card begins with the third part of both schemes, of which its title speaks. */
const draw = chart((language, isCard) => {
	const [first, last] = [isCard ? 2019 : 2012, 2024];
	const across = (year: number) => ((year - first) / (last - first)) * 100;
	const rowsOf = (scheme: Row['scheme']) => [
		{ height: 26, marks: [label(words[scheme][language], 0, 16, 'strong')] },
		...rows()
			.filter((row) => row.scheme === scheme && !(isCard && row.order < 3))
			.map((row) => ({ height: 28, marks: span(row, language, across) })),
	];
	const report = across(publishedAt);
	const near = [
		point('diamond', report, 11, 'slate open'),
		label(words.near[language], report, 15, '', beside(false)),
	];
	const all = [...rowsOf('report'), { height: 36, marks: near }, ...rowsOf('sequoia')];
	return { ticks, across, rows: all };
});

export default {
	draw,
	tables: [
		figureTable(rows, [
			[{ zh: '阶段', en: 'Stage' }, stageName],
			[{ zh: '名称', en: 'Name' }, 'name'],
			[{ zh: '时间', en: 'Time' }, 'period'],
			[{ zh: '特征', en: 'What marks it' }, 'what'],
		]),
	],
} satisfies FigureModule;
