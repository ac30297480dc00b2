import type { Language } from '../../base/languages.ts';
import { formatNumber } from '../../base/numbers.ts';
import { readTable } from '../../content/readers.ts';
import type { FigureModule } from '../figure.ts';
import { axis, axisHeight } from '../kit/axis.ts';
import { indent, label, legend, line, point, type Drawing, type Mark } from '../kit/drawing.ts';
import { logarithmic } from '../kit/scale.ts';
import { tableOf } from '../kit/table.ts';
import { tables } from './data.ts';

const words = {
	zh: {
		name: '算法',
		period: '时段',
		factor: '倍数',
		basis: '依据',
		source: '出处',
		stated: '出处所给',
		derived: '本站推算',
		other: '另一时段',
		scale: '对数刻度，增长倍数',
		unit: '百万倍',
		times: (text: string) => `${text} 倍`,
	},
	en: {
		name: 'Count',
		period: 'Period',
		factor: 'Factor',
		basis: 'Basis',
		source: 'Source',
		stated: 'stated by the source',
		derived: 'derived by us',
		other: 'another period',
		scale: 'log scale, growth factor',
		unit: '1m times',
		times: (text: string) => `${text}×`,
	},
};

export const rows = () => readTable('training-compute', tables['training-compute']);
type Row = ReturnType<typeof rows>[number];

const across = logarithmic([1, 2e6], [0, 100]);
const rowHeight = 54;
/** The period the report speaks of; other periods are drawn open. */
const period = '2015–2020';

function factorText({ factor_low: low, factor_high: high }: Row, language: Language): string {
	const [from, to] = [low, high].map((factor) => formatNumber(factor, language));
	return words[language].times(low === high ? from! : `${from}–${to}`);
}

function rowMarks(row: Row, y: number, language: Language): Mark[] {
	const [from, to] = [across(row.factor_low), across(row.factor_high)];
	const style = row.period !== period ? 'open' : row.origin === 'derived' ? 'ochre' : 'indigo';
	const shape = row.origin === 'derived' ? 'diamond' : 'circle';
	return [
		label(row[`name_${language}`], 0, y + 12, 'strong', indent),
		label(row.period, 100, y + 12, 'quiet', { anchor: 'end' }),
		line([0, y + 37], [to, y + 37], 'span'),
		point(shape, (from + to) / 2, y + 37, style, `${row.id} factor_low`),
		label(factorText(row, language), from, y + 32, '', { dx: -10, anchor: 'end' }),
	];
}

function draw(language: Language): Drawing {
	const text = words[language];
	const key = legend(
		[
			{ shape: 'circle', class: 'indigo', text: text.stated },
			{ shape: 'diamond', class: 'ochre', text: text.derived },
			{ shape: 'circle', class: 'open', text: text.other },
		],
		36,
	);
	const top = key.height + 32;
	const bottom = top + rows().length * rowHeight;
	const ticks = [
		{ value: 1, text: '1' },
		{ value: 1e2, text: '100' },
		{ value: 1e4, text: formatNumber(1e4, language) },
		{ value: 1e6, text: text.unit },
	];
	return {
		height: bottom + axisHeight,
		marks: [
			label(text.scale, 0, 14, 'quiet'),
			...key.marks,
			...axis(ticks, across, top, bottom),
			...rows().flatMap((row, at) => rowMarks(row, top + 2 + at * rowHeight, language)),
		],
	};
}

function table(language: Language) {
	const text = words[language];
	return tableOf(rows(), [
		[text.name, (row) => row[`name_${language}`]],
		[text.period, (row) => row.period],
		[text.factor, (row) => `${factorText(row, language)} · ${text[row.origin]}`],
		[text.basis, (row) => row[`basis_${language}`]],
		[text.source, (row) => row[`source_${language}`]],
	]);
}

export default { draw, tables: (language) => [table(language)] } satisfies FigureModule;
