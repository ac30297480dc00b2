import type { Language } from '../../base/languages.ts';
import { formatNumber } from '../../base/numbers.ts';
import { readTable } from '../../content/readers.ts';
import type { FigureModule } from '../figure.ts';
import { axis, axisHeight } from '../kit/axis.ts';
import { indent, label, legend, line, point, type Drawing, type Mark } from '../kit/drawing.ts';
import { linear } from '../kit/scale.ts';
import { tableOf, type ColumnOf } from '../kit/table.ts';
import { tables } from './data.ts';

const words = {
	zh: {
		name: '评测',
		measure: '量的是什么',
		better: { lower: '越低越好', higher: '越高越好' },
		direction: '方向',
		change: '变化（点）',
		points: (text: string) => `${text} 点`,
		unit: '100 点',
		arrows: '↑ 越高越好　↓ 越低越好',
	},
	en: {
		name: 'Evaluation',
		measure: 'What is measured',
		better: { lower: 'lower is better', higher: 'higher is better' },
		direction: 'Direction',
		change: 'Change (points)',
		points: (text: string) => `${text} points`,
		unit: '100 points',
		arrows: '↑ higher is better   ↓ lower is better',
	},
};
const models = {
	gpt: { text: 'GPT', shape: 'circle', class: 'open' },
	sft: { text: 'SFT', shape: 'tick', class: 'ochre' },
	instructgpt: { text: 'InstructGPT', shape: 'circle', class: 'indigo' },
} as const;

export const rows = () => readTable('evaluations', tables.evaluations);
type Row = ReturnType<typeof rows>[number];

/** Change from GPT to InstructGPT in points of 100, rounded to a tenth. */
export const changeOf = ({ gpt, instructgpt }: Row) => Math.round((instructgpt - gpt) * 1000) / 10;

const signed = (value: number, language: Language) =>
	(value > 0 ? '+' : '') + formatNumber(value, language, 1);

/** Height of a row, px: its name, its marks, SFT's value below them. */
const rowHeight = 66;

function rowMarks(row: Row, y: number, across: (value: number) => number, language: Language) {
	const text = words[language];
	const [from, to] = [across(row.gpt * 100), across(row.instructgpt * 100)];
	const arrow = row.better === 'lower' ? '↓' : '↑';
	const value = (model: keyof typeof models) => formatNumber(row[model] * 100, language, 1);
	const side = (isRight: boolean) =>
		isRight ? ({ dx: 9 } as const) : ({ dx: -9, anchor: 'end' } as const);
	const cell = (model: keyof typeof models) => `${row.id} ${model}`;
	const marks: Mark[] = [
		label(`${row[`name_${language}`]} ${arrow}`, 0, y + 12, 'strong', indent),
		label(text.points(signed(changeOf(row), language)), 100, y + 12, '', { anchor: 'end' }),
		line([from, y + 29], [to, y + 29], 'span'),
		...(['gpt', 'sft', 'instructgpt'] as const).map((model) =>
			point(
				models[model].shape,
				across(row[model] * 100),
				model === 'sft' ? y + 46 : y + 29,
				models[model].class,
				cell(model),
			),
		),
		label(value('gpt'), from, y + 33, '', { ...side(from > to), cell: cell('gpt') }),
		label(value('instructgpt'), to, y + 33, 'strong', {
			...side(from <= to),
			cell: cell('instructgpt'),
		}),
		label(`SFT ${value('sft')}`, across(row.sft * 100), y + 50, 'quiet', {
			dx: 8,
			cell: cell('sft'),
		}),
	];
	return marks;
}

function draw(language: Language): Drawing {
	// Room at the right for the value of the last marker.
	const across = linear([0, 100], [0, 88]);
	const key = legend(Object.values(models), 36);
	const top = key.height + 30;
	const bottom = top + rows().length * rowHeight;
	const ticks = [0, 25, 50, 75, 100].map((value) => ({
		value,
		text: value === 100 ? words[language].unit : value % 50 === 0 ? String(value) : '',
	}));
	return {
		height: bottom + axisHeight,
		marks: [
			label(words[language].arrows, 0, 14, 'quiet'),
			...key.marks,
			...axis(ticks, across, top, bottom),
			...rows().flatMap((row, at) => rowMarks(row, top + 4 + at * rowHeight, across, language)),
		],
	};
}

function table(language: Language) {
	const text = words[language];
	return tableOf(rows(), [
		[text.name, (row) => row[`name_${language}`]],
		[text.measure, (row) => row[`measure_${language}`]],
		[text.direction, (row) => text.better[row.better]],
		...(['gpt', 'sft', 'instructgpt'] as const).map((model): ColumnOf<Row> => [
			models[model].text,
			(row) => formatNumber(row[model], language, 3),
			'number',
		]),
		[text.change, (row) => signed(changeOf(row), language), 'number'],
	]);
}

export default { draw, tables: (language) => [table(language)] } satisfies FigureModule;
