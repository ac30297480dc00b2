import type { Language } from '../../base/languages.ts';
import { chapterNumber, formatNumber } from '../../base/numbers.ts';
import { readTable } from '../../content/readers.ts';
import type { FigureModule } from '../figure.ts';
import { chart } from '../kit/chart.ts';
import { bar, beside, indent, label, line, point, type Mark } from '../kit/drawing.ts';
import { linear } from '../kit/scale.ts';
import { figureTable } from '../kit/table.ts';
import { tables } from './data.ts';

const words = {
	report: { zh: '报告：', en: 'Report: ' },
	train: { zh: '论文的训练提示词', en: 'Training prompts in the paper' },
	labeler: { zh: '标注师所写', en: 'by labellers' },
	customer: { zh: '用户提交', en: 'by customers' },
	unit: { zh: '条', en: 'prompts' },
};

export const rows = () => readTable('rlhf', tables.rlhf);
type Row = ReturnType<typeof rows>[number];

/** Prompts from 0 to the right edge; the axis ends at 40,000. */
const across = linear([0, 42_000], [0, 100]);

/** The report's range as a dashed bracket; without an upper bound it ends in an arrow. */
function bracket({ id, report_low: low, report_high: high }: Row, y: number): Mark[] {
	if (low === null) return [];
	const [from, to] = [across(low), across(high ?? 41_000)];
	const end = (x: number, cell: string) =>
		line([x, y - 5], [x, y + 5], 'slate', `${id} report_${cell}`);
	return [
		end(from, 'low'),
		line([from, y], [to, y], 'maybe'),
		high === null ? point('arrow', to, y, 'slate') : end(to, 'high'),
	];
}

function rowMarks(row: Row, at: number, y: number, language: Language): Mark[] {
	const [labeler, all] = [across(row.labeler), across(row.train)];
	const name = `${chapterNumber(at + 1, language)}  ${row[`name_${language}`]}`;
	const report = words.report[language] + row[`report_${language}`];
	return [
		label(name, 0, y + 14, 'strong', indent),
		label(report, 0, y + 30, 'quiet', indent),
		...bracket(row, y + 40),
		bar([0, y + 48], [labeler, 20], 'ochre', `${row.id} labeler`),
		bar([labeler, y + 48], [across(row.customer), 20], 'indigo open', `${row.id} customer`),
		label(formatNumber(row.train, language), all, y + 62, 'strong', {
			...beside(all < 60),
			cell: `${row.id} train`,
		}),
	];
}

const whatIsDone = (row: Row, language: Language) =>
	[row[`input_${language}`], row[`action_${language}`], row[`output_${language}`]].join(' → ');

export default {
	draw: (language, isCard) =>
		chart({
			key: [
				{ text: words.train[language] },
				{ text: words.labeler[language], shape: 'square', class: 'ochre' },
				{ text: words.customer[language], shape: 'square', class: 'indigo open' },
			],
			// A phone has room for every other value: the last names the unit.
			ticks: {
				0: '0',
				10000: '',
				20000: formatNumber(20_000, language),
				30000: '',
				40000: `${formatNumber(40_000, language)} ${words.unit[language]}`,
			},
			across,
			// The title is about the first step.
			rows: rows()
				.slice(0, isCard ? 1 : undefined)
				.map((row, at) => ({ height: 80, marks: (y) => rowMarks(row, at, y, language) })),
			isCard,
		}),
	tables: [
		figureTable(rows, [
			[{ zh: '步骤', en: 'Step' }, 'name'],
			[{ zh: '做法', en: 'What is done' }, whatIsDone],
			[{ zh: '报告的估计', en: 'Report’s estimate' }, 'report'],
			[words.train, 'train', 0],
			[words.labeler, 'labeler', 0],
			[words.customer, 'customer', 0],
			[{ zh: '备注', en: 'Remark' }, 'note'],
		]),
	],
} satisfies FigureModule;
