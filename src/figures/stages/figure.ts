import type { Language } from '../../base/languages.ts';
import { chapterNumber } from '../../base/numbers.ts';
import { readTable } from '../../content/readers.ts';
import type { FigureModule } from '../figure.ts';
import { axisHeight } from '../kit/axis.ts';
import { bar, label, line, point, type Drawing, type Mark } from '../kit/drawing.ts';
import { linear } from '../kit/scale.ts';
import { tableOf } from '../kit/table.ts';
import { tables } from './data.ts';

const words = {
	zh: {
		stage: '阶段',
		name: '名称',
		period: '时间',
		what: '特征',
		report: '报告的三段',
		sequoia: '红杉的四波',
		ordinal: { report: (n: string) => `报告第${n}段`, sequoia: (n: string) => `红杉第${n}波` },
		near: '应用层爆发：正在靠近',
		year: (year: number) => `${year} 年`,
	},
	en: {
		stage: 'Stage',
		name: 'Name',
		period: 'Time',
		what: 'What marks it',
		report: 'Three stages in the report',
		sequoia: 'Four waves at Sequoia',
		ordinal: {
			report: (n: string) => `Report, stage ${n}`,
			sequoia: (n: string) => `Sequoia, wave ${n}`,
		},
		near: 'Burst of applications: drawing near',
		year: (year: number) => String(year),
	},
};

export const rows = () => readTable('stages', tables.stages);
type Row = ReturnType<typeof rows>[number];

/** Years drawn; a span that is open runs to the edge. */
const [first, last] = [2012, 2024];
const across = linear([first, last], [0, 100]);
/** Years at which both schemes divide. */
const divisions = [2015, 2022];
/** When the report appeared, in years. */
const published = 2023.05;
const step = 28;

/** A span and its name: inside if it is long, else on the side that has room. */
function span(row: Row, y: number, language: Language): Mark[] {
	const [from, to] = [across(row.from_year ?? first), across(row.to_year ?? last)];
	const text = `${chapterNumber(row.order, language)}  ${row[`name_${language}`]}`;
	const pigment = row.scheme === 'report' ? 'pale-indigo' : 'pale-malachite';
	const name =
		to - from > 50
			? label(text, from, y + 15, '', { dx: 8 })
			: from > 50
				? label(text, from, y + 15, '', { dx: -8, anchor: 'end' })
				: label(text, to, y + 15, '', { dx: 8 });
	return [
		bar(from, y, to - from, 21, row.dated === 'no' ? 'maybe' : pigment, `${row.id} from_year`),
		name,
	];
}

function draw(language: Language): Drawing {
	const text = words[language];
	const top = 22;
	const marks: Mark[] = [];
	let y = top;
	for (const scheme of ['report', 'sequoia'] as const) {
		marks.push(label(text[scheme], 0, y + 16, 'strong'));
		y += 26;
		for (const row of rows().filter((one) => one.scheme === scheme)) {
			marks.push(...span(row, y, language));
			y += step;
		}
		if (scheme === 'report') {
			const x = across(published);
			marks.push(point('diamond', x, y + 11, 'open'));
			marks.push(label(text.near, x, y + 15, '', { dx: -10, anchor: 'end' }));
			y += step + 8;
		}
	}
	const rules = divisions.flatMap((year): Mark[] => [
		line([across(year), top], [across(year), y], 'grid'),
		label(text.year(year), across(year), 14, 'quiet', { anchor: 'middle' }),
		label(text.year(year), across(year), y + 16, 'quiet', { anchor: 'middle' }),
	]);
	return { height: y + axisHeight, marks: [...rules, ...marks] };
}

function table(language: Language) {
	const text = words[language];
	return tableOf(rows(), [
		[text.stage, (row) => text.ordinal[row.scheme](chapterNumber(row.order, language))],
		[text.name, (row) => row[`name_${language}`]],
		[text.period, (row) => row[`period_${language}`]],
		[text.what, (row) => row[`what_${language}`]],
	]);
}

export default { draw, tables: (language) => [table(language)] } satisfies FigureModule;
