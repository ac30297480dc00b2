import type { Language } from '../../base/languages.ts';
import { formatNumber } from '../../base/numbers.ts';
import { readTable } from '../../content/readers.ts';
import type { FigureModule } from '../figure.ts';
import { chart } from '../kit/chart.ts';
import { atEnd, beside, indent, label, line, point, type Mark } from '../kit/drawing.ts';
import { linear } from '../kit/scale.ts';
import { figureTable } from '../kit/table.ts';
import { tables } from './data.ts';

const words = {
	lower: { zh: '越低越好', en: 'lower is better' },
	higher: { zh: '越高越好', en: 'higher is better' },
	points: { zh: '点', en: 'points' },
};
const models = {
	gpt: { text: 'GPT', shape: 'circle', class: 'slate open' },
	sft: { text: 'SFT', shape: 'tick', class: 'ochre' },
	instructgpt: { text: 'InstructGPT', shape: 'circle', class: 'indigo' },
} as const;
const arrows = { lower: '↓', higher: '↑' };
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
const across = linear([0, 100], [0, 88]);

/** A row: its name, GPT and InstructGPT joined by a line, SFT below them. */
function rowMarks(row: Row, y: number, language: Language): Mark[] {
	const at = (model: keyof typeof models) => across(row[model] * 100);
	const value = (model: keyof typeof models) => formatNumber(row[model] * 100, language, 1);
	const [from, to] = [at('gpt'), at('instructgpt')];
	const cell = (model: keyof typeof models) => `${row.id} ${model}`;
	return [
		label(`${row[`name_${language}`]} ${arrows[row.better]}`, 0, y + 14, 'strong', indent),
		label(`${changeText(row, language)} ${words.points[language]}`, 100, y + 14, '', atEnd),
		line([from, y + 31], [to, y + 31], 'span'),
		...(['gpt', 'sft', 'instructgpt'] as const).map((model) => {
			const { shape, class: style } = models[model];
			return point(shape, at(model), model === 'sft' ? y + 48 : y + 31, style, cell(model));
		}),
		label(value('gpt'), from, y + 35, '', { ...beside(from > to), cell: cell('gpt') }),
		label(value('instructgpt'), to, y + 35, 'strong', {
			...beside(from <= to),
			cell: cell('instructgpt'),
		}),
		label(`SFT ${value('sft')}`, at('sft'), y + 52, 'quiet', { dx: 8, cell: cell('sft') }),
	];
}

export default {
	draw: (language, isCard) =>
		chart({
			key: [
				...(['higher', 'lower'] as const).map((better) => ({
					text: `${arrows[better]} ${words[better][language]}`,
				})),
				...Object.values(models),
			],
			ticks: { 0: '0', 25: '', 50: '50', 75: '', 100: `100 ${words.points[language]}` },
			across,
			rows: rows()
				.filter(({ id }) => !isCard || onCard.includes(id))
				.map((row) => ({ height: 66, marks: (y) => rowMarks(row, y, language) })),
			isCard,
		}),
	tables: [
		figureTable(rows, [
			[{ zh: '评测', en: 'Evaluation' }, 'name'],
			[{ zh: '量的是什么', en: 'What is measured' }, 'measure'],
			[{ zh: '方向', en: 'Direction' }, (row, language) => words[row.better][language]],
			['GPT', 'gpt', 3],
			['SFT', 'sft', 3],
			['InstructGPT', 'instructgpt', 3],
			[{ zh: '变化（点）', en: 'Change (points)' }, changeText, 1],
		]),
	],
} satisfies FigureModule;
