import type { Language } from '../../base/languages.ts';
import { chapterNumber, formatNumber } from '../../base/numbers.ts';
import { readTable } from '../../content/readers.ts';
import type { FigureModule } from '../figure.ts';
import { axis, axisHeight } from '../kit/axis.ts';
import {
	bar,
	indent,
	label,
	legend,
	line,
	point,
	type Drawing,
	type Mark,
} from '../kit/drawing.ts';
import { linear } from '../kit/scale.ts';
import { tableOf } from '../kit/table.ts';
import { tables } from './data.ts';

const words = {
	zh: {
		step: '步骤',
		doing: '做法',
		estimate: '报告的估计',
		report: '报告：',
		train: '论文的训练提示词',
		labeler: '标注师所写',
		customer: '用户提交',
		remark: '备注',
		unit: '40,000 条',
	},
	en: {
		step: 'Step',
		doing: 'What is done',
		estimate: 'Report’s estimate',
		report: 'Report: ',
		train: 'Training prompts in the paper',
		labeler: 'by labellers',
		customer: 'by customers',
		remark: 'Remark',
		unit: '40,000 prompts',
	},
};

export const rows = () => readTable('rlhf', tables.rlhf);
type Row = ReturnType<typeof rows>[number];

/** Prompts from 0 to the right edge; the axis ends at 40,000. */
const across = linear([0, 42_000], [0, 100]);
const rowHeight = 84;

/** The report's range as a dashed bracket; without an upper bound it ends in an arrow. */
function estimate(row: Row, y: number, language: Language): Mark[] {
	const text = label(
		`${words[language].report}${row[`report_${language}`]}`,
		0,
		y + 28,
		'quiet',
		indent,
	);
	const { report_low: low, report_high: high } = row;
	if (low === null) return [text];
	const [from, to] = [across(low), across(high ?? 41_000)];
	const [top, middle, bottom] = [y + 33, y + 38, y + 43];
	return [
		text,
		line([from, top], [from, bottom], 'slate', `${row.id} report_low`),
		line([from, middle], [to, middle], 'maybe'),
		high === null
			? point('arrow', to, middle, 'slate')
			: line([to, top], [to, bottom], 'slate', `${row.id} report_high`),
	];
}

function rowMarks(row: Row, at: number, top: number, language: Language): Mark[] {
	const y = top + at * rowHeight;
	const [labeler, all] = [across(row.labeler), across(row.train)];
	return [
		label(
			`${chapterNumber(at + 1, language)}  ${row[`name_${language}`]}`,
			0,
			y + 12,
			'strong',
			indent,
		),
		...estimate(row, y, language),
		bar(0, y + 47, labeler, 16, 'ochre', `${row.id} labeler`),
		bar(labeler, y + 47, across(row.customer), 16, 'pale-indigo', `${row.id} customer`),
		label(formatNumber(row.train, language), all, y + 60, 'strong', {
			...(all > 60 ? { dx: -8, anchor: 'end' } : { dx: 8 }),
			cell: `${row.id} train`,
		}),
	];
}

function draw(language: Language): Drawing {
	const text = words[language];
	const key = legend(
		[
			{ shape: 'square', class: 'ochre', text: text.labeler },
			{ shape: 'square', class: 'pale-indigo', text: text.customer },
		],
		36,
	);
	const top = 26 + key.height + 4;
	const bottom = top + rows().length * rowHeight - 8;
	const ticks = [0, 10_000, 20_000, 30_000, 40_000].map((value) => ({
		value,
		text: value === 40_000 ? text.unit : value === 0 ? '0' : formatNumber(value, language),
	}));
	// The last label names the unit and needs the room of the one before it.
	ticks[3]!.text = '';
	return {
		height: bottom + axisHeight,
		marks: [
			label(text.train, 0, 14, 'quiet'),
			...key.marks,
			...axis(ticks, across, top, bottom),
			...rows().flatMap((row, at) => rowMarks(row, at, top, language)),
		],
	};
}

function table(language: Language) {
	const text = words[language];
	const number = (column: 'train' | 'labeler' | 'customer') => (row: Row) =>
		formatNumber(row[column], language);
	return tableOf(rows(), [
		[text.step, (row) => row[`name_${language}`]],
		[
			text.doing,
			(row) =>
				[row[`input_${language}`], row[`action_${language}`], row[`output_${language}`]].join(
					' → ',
				),
		],
		[text.estimate, (row) => row[`report_${language}`]],
		[text.train, number('train'), 'number'],
		[text.labeler, number('labeler'), 'number'],
		[text.customer, number('customer'), 'number'],
		[text.remark, (row) => row[`note_${language}`]],
	]);
}

export default { draw, tables: (language) => [table(language)] } satisfies FigureModule;
