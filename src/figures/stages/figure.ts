import type { Language } from '../../base/languages.ts';
import { chapterNumber } from '../../base/numbers.ts';
import { readTable } from '../../content/readers.ts';
import type { FigureModule } from '../figure.ts';
import { axisHeight } from '../kit/chart.ts';
import { bar, beside, label, line, point, type Drawing, type Mark } from '../kit/drawing.ts';
import { linear } from '../kit/scale.ts';
import { figureTable } from '../kit/table.ts';
import { tables } from './data.ts';

const words = {
	report: { zh: '报告的三段', en: 'Three stages in the report' },
	sequoia: { zh: '红杉的四波', en: 'Four waves at Sequoia' },
	near: { zh: '应用层爆发：正在靠近', en: 'Burst of applications: drawing near' },
	year: { zh: ' 年', en: '' },
};
const ordinal = {
	report: { zh: (n: string) => `报告第${n}段`, en: (n: string) => `Report, stage ${n}` },
	sequoia: { zh: (n: string) => `红杉第${n}波`, en: (n: string) => `Sequoia, wave ${n}` },
};

export const rows = () => readTable('stages', tables.stages);
type Row = ReturnType<typeof rows>[number];

const stageName = ({ scheme, order }: Row, language: Language) =>
	ordinal[scheme][language](chapterNumber(order, language));

/** Years drawn; a span that is open runs to the edge. */
const yearsOf = (isCard?: boolean) => [isCard ? 2019 : 2012, 2024] as const;
/** Years at which both schemes divide. */
const divisions = [2015, 2022];
/** When the report appeared, in years. */
const publishedAt = 2023.05;
const step = 28;

/** A span and its name: inside if it is long, else on the side that has room. */
function span(row: Row, y: number, language: Language, isCard?: boolean): Mark[] {
	const [first, last] = yearsOf(isCard);
	const across = linear([first, last], [0, 100]);
	const [from, to] = [across(row.from_year ?? first), across(row.to_year ?? last)];
	const height = 21;
	const text = `${chapterNumber(row.order, language)}  ${row[`name_${language}`]}`;
	const pigment = row.scheme === 'report' ? 'indigo open' : 'malachite open';
	const [at, isRight] = to - from > 50 ? [from, true] : from > 50 ? [from, false] : [to, true];
	const style = row.dated === 'no' ? 'maybe' : pigment;
	const isClosed = row.from_year !== null && row.to_year !== null;
	const [side, column] = row.from_year === null ? [to, 'to_year'] : [from, 'from_year'];
	return [
		// A span without a first or a last year has no side there.
		...(isClosed
			? [bar([from, y], [to - from, height], style, `${row.id} from_year`)]
			: [
					line([from, y], [to, y], style),
					line([side, y], [side, y + height], style, `${row.id} ${column}`),
					line([from, y + height], [to, y + height], style),
				]),
		label(text, at, y + 15, '', beside(isRight)),
	];
}

/** The card begins with the third part of both schemes, of which its title speaks. */
function draw(language: Language, isCard?: boolean): Drawing {
	const years = yearsOf(isCard);
	const across = linear(years, [0, 100]);
	const marks: Mark[] = [];
	let y = 0;
	for (const scheme of ['report', 'sequoia'] as const) {
		marks.push(label(words[scheme][language], 0, y + 16, 'strong'));
		y += 26;
		for (const row of rows().filter((one) => one.scheme === scheme)) {
			if (isCard && row.order < 3) continue;
			marks.push(...span(row, y, language, isCard));
			y += step;
		}
		if (scheme === 'report') {
			const x = across(publishedAt);
			marks.push(point('diamond', x, y + 11, 'slate open'));
			marks.push(label(words.near[language], x, y + 15, '', beside(false)));
			y += step + 8;
		}
	}
	const shown = divisions.filter((year) => year > years[0]);
	const rules = shown.flatMap((year): Mark[] => [
		line([across(year), 0], [across(year), y], 'grid'),
		label(year + words.year[language], across(year), y + 16, 'quiet', { anchor: 'middle' }),
	]);
	return { height: y + axisHeight, marks: [...rules, ...marks] };
}

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
