import { z } from 'zod';
import type { Language } from '../../base/languages.ts';
import { formatNumber, numeralOf } from '../../base/numbers.ts';
import { both, id, number, numberOrNa, printed } from '../../content/fields.ts';
import { readTable } from '../../content/readers.ts';
import { chart } from '../kit/chart.ts';
import { bar, beside, indent, label, line, point, type Mark } from '../kit/drawing.ts';
import { figureTable, type FigureModule } from '../kit/table.ts';

/** One row a step; sizes in prompts, `report_*` the bounds of the report's estimate. */
export const tables = {
	rlhf: z.strictObject({
		id: id(),
		...both('name', 'input', 'action', 'output', 'report'),
		report_low: printed(numberOrNa()),
		report_high: printed(numberOrNa()),
		train: printed(number()),
		labeler: printed(number()),
		customer: printed(number()),
		...both('note'),
	}),
};

const prompts = {
	train: { text: { zh: '论文的训练提示词', en: 'Training prompts in the paper' } },
	labeler: { text: { zh: '标注师所写', en: 'by labellers' }, shape: 'square', class: 'ochre' },
	customer: { text: { zh: '客户提交', en: 'by customers' }, shape: 'square', class: 'indigo open' },
} as const;
const lastTick = { zh: '40,000 条', en: '40,000 prompts' };

export const rows = () => readTable('rlhf', tables.rlhf);
type Row = ReturnType<typeof rows>[number];

/** Prompts from 0 to the right edge; the axis ends at 40,000. */
const across = (prompts: number) => (prompts / 42_000) * 100;

/** The report's range as a dashed bracket; without an upper bound it ends in an arrow. */
function bracket({ id, report_low: low, report_high: high }: Row): Mark[] {
	if (low === null) return [];
	const [from, to] = [across(low), across(high ?? 41_000)];
	const end = (x: number, cell: string) => line([x, 35], [x, 45], 'slate', `${id} report_${cell}`);
	return [
		end(from, 'low'),
		line([from, 40], [to, 40], 'maybe'),
		high === null ? point('arrow', to, 40, 'slate') : end(to, 'high'),
	];
}

function rowMarks(row: Row, at: number, language: Language): Mark[] {
	const [labeler, all] = [across(row.labeler), across(row.train)];
	const name = `${numeralOf(at + 1, language)}  ${row[`name_${language}`]}`;
	const report = { zh: '报告：', en: 'Report: ' }[language] + row[`report_${language}`];
	const train = formatNumber(row.train, language);
	return [
		label(name, 0, 14, 'strong', indent),
		label(report, 0, 30, 'quiet', indent),
		...bracket(row),
		bar([0, 48], [labeler, 68], prompts.labeler.class, `${row.id} labeler`),
		bar([labeler, 48], [all, 68], prompts.customer.class, `${row.id} customer`),
		label(train, all, 62, 'strong', beside(all < 60, `${row.id} train`)),
	];
}

const whatIsDone = (row: Row, language: Language) =>
	[row[`input_${language}`], row[`action_${language}`], row[`output_${language}`]].join(' → ');

export default {
	draw: chart((language, isCard) => ({
		key: Object.values(prompts),
		// A phone has room for every other value: the last names the unit.
		ticks: { 0: '0', 10000: '', 20000: '20,000', 30000: '', 40000: lastTick },
		across,
		// The title is about the first step.
		rows: rows()
			.slice(0, isCard ? 1 : undefined)
			.map((row, at) => ({ height: 80, marks: rowMarks(row, at, language) })),
	})),
	tables: [
		figureTable(rows, [
			[{ zh: '步骤', en: 'Step' }, 'name'],
			[{ zh: '做法', en: 'What is done' }, whatIsDone],
			[{ zh: '报告的估计', en: 'Report’s estimate' }, 'report'],
			[prompts.train.text, 'train', 0],
			[prompts.labeler.text, 'labeler', 0],
			[prompts.customer.text, 'customer', 0],
			[{ zh: '备注', en: 'Remark' }, 'note'],
		]),
	],
} satisfies FigureModule;
