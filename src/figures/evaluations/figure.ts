import { z } from 'zod';
import type { Language } from '../../base/languages.ts';
import { formatNumber } from '../../base/numbers.ts';
import { both, id, number, printed } from '../../content/fields.ts';
import { readTable } from '../../content/readers.ts';
import { chart } from '../kit/chart.ts';
import { atEnd, beside, indent, label, line, point, type Mark } from '../kit/drawing.ts';
import { figureTable, type FigureModule } from '../kit/table.ts';

/** One row an evaluation; values from 0 to 1. */
export const tables = {
	evaluations: z.strictObject({
		id: id(),
		...both('name', 'measure'),
		better: z.enum(['lower', 'higher']),
		gpt: printed(number()),
		sft: printed(number()),
		instructgpt: printed(number()),
	}),
};

const directions = {
	higher: { arrow: '↑', zh: '越高越好', en: 'higher is better' },
	lower: { arrow: '↓', zh: '越低越好', en: 'lower is better' },
};
type Model = 'gpt' | 'sft' | 'instructgpt';
/** What the title names. */
const onCard = ['eval-truthfulqa', 'eval-hallucination'];

export const rows = () => readTable('evaluations', tables.evaluations);
type Row = ReturnType<typeof rows>[number];

/** Change from GPT to InstructGPT in points of 100, rounded to a tenth. */
export const changeOf = ({ gpt, instructgpt }: Row) => Math.round((instructgpt - gpt) * 1000) / 10;

function changeText(row: Row, language: Language): string {
	const change = changeOf(row);
	return (change > 0 ? '+' : '') + formatNumber(change, language, 1);
}

/** Points from 0 to 100; the room beyond is for the value of the last marker. */
const across = (points: number) => (points / 100) * 88;

/** A row: its name, GPT and InstructGPT joined by a line, SFT below them. */
function rowMarks(row: Row, language: Language): Mark[] {
	const at = (model: Model) => across(row[model] * 100);
	const cell = (model: Model) => `${row.id} ${model}`;
	const value = (model: Model) => formatNumber(row[model] * 100, language, 1);
	const [from, to] = [at('gpt'), at('instructgpt')];
	const change = changeText(row, language) + { zh: ' 点', en: ' points' }[language];
	return [
		label(`${row[`name_${language}`]} ${directions[row.better].arrow}`, 0, 14, 'strong', indent),
		label(change, 100, 14, '', atEnd),
		line([from, 31], [to, 31], 'span'),
		point('circle', from, 31, 'slate open', cell('gpt')),
		point('tick', at('sft'), 48, 'ochre', cell('sft')),
		point('circle', to, 31, 'indigo', cell('instructgpt')),
		label(value('gpt'), from, 35, '', beside(from > to, cell('gpt'))),
		label(value('instructgpt'), to, 35, 'strong', beside(from <= to, cell('instructgpt'))),
		label(`SFT ${value('sft')}`, at('sft'), 52, 'quiet', { dx: 8, cell: cell('sft') }),
	];
}

export default {
	draw: chart((language, isCard) => ({
		key: [
			...Object.values(directions).map((one) => ({ text: `${one.arrow} ${one[language]}` })),
			{ text: 'GPT', shape: 'circle', class: 'slate open' },
			{ text: 'SFT', shape: 'tick', class: 'ochre' },
			{ text: 'InstructGPT', shape: 'circle', class: 'indigo' },
		],
		ticks: { 0: '0', 25: '', 50: '50', 75: '', 100: { zh: '100 点', en: '100 points' } },
		across,
		rows: rows()
			.filter(({ id }) => !isCard || onCard.includes(id))
			.map((row) => ({ height: 66, marks: rowMarks(row, language) })),
	})),
	tables: [
		figureTable(rows, [
			[{ zh: '评测', en: 'Evaluation' }, 'name'],
			[{ zh: '量的是什么', en: 'What is measured' }, 'measure'],
			[{ zh: '方向', en: 'Direction' }, (row, language) => directions[row.better][language]],
			['GPT', 'gpt', 3],
			['SFT', 'sft', 3],
			['InstructGPT', 'instructgpt', 3],
			[{ zh: '变化（点）', en: 'Change (points)' }, changeText, 1],
		]),
	],
} satisfies FigureModule;
