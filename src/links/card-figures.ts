/**
 * Our figures drawn small for their cards: from the same tables as on the page, in about 1016 by
 * 270 px, with type that can still be read when a chat shows the card 520 px wide.
 */
import type { Node } from '@takumi-rs/core';
import { linear, percent } from '../figures/scale.ts';
import { ordinal, shown } from '../figures/tables.ts';
import { readRows } from '../content/readers.ts';
import { textOf } from '../base/blocks.ts';
import type { Language } from '../base/languages.ts';
import { checks } from '../claims/facets.ts';
import { stringsFor } from '../base/words/index.ts';
import { provenanceWords } from '../base/words/provenance.ts';
import { box, line } from './card-nodes.ts';

/** Pigments as in src/frame/tokens.css, on light paper; `…Wash` is the pigment thinned. */
const pigments = {
	indigo: '#2f4b7c',
	indigoWash: '#ced1d5',
	malachite: '#2f6b53',
	malachiteWash: '#ced8cc',
	ochre: '#9a6412',
	slate: '#6b665e',
} as const;
type Pigment = keyof typeof pigments;

export const figureCss = `
.figure { display: flex; flex-direction: column; flex-shrink: 0; font-family: hei; font-size: 25px; gap: 8px; line-height: 1.25; width: 1016px; }
.row { align-items: center; display: flex; flex-direction: row; }
.quiet { color: #655a4c; font-size: 24px; white-space: nowrap; }
.name { flex-shrink: 0; font-weight: 500; white-space: nowrap; }
.track { display: flex; flex: 1; flex-direction: row; height: 22px; }
.ruled { background: #eee7d8; }
.fill { height: 22px; }
.step .track, .step .fill { height: 28px; }
.value { flex-shrink: 0; padding-left: 12px; text-align: right; width: 92px; }
.legend { align-items: center; display: flex; flex-direction: row; gap: 12px; }
.legend .fill { width: 22px; }
.legend .quiet { margin-right: 24px; }
.guess { border: 2px dashed #2f4b7c; }

.pe .row { gap: 18px; height: 30px; }
.pe .label { font-size: 26px; text-align: right; white-space: nowrap; width: 190px; }
.figure.pe { gap: 3px; }
.pe .quiet { margin-bottom: 6px; }

.panels { display: flex; flex-direction: row; flex-wrap: wrap; gap: 18px 56px; }
.panel { display: flex; flex-direction: column; width: 480px; }
.panel .head { align-items: center; display: flex; flex-direction: row; justify-content: space-between; height: 36px; }
.panel .row { height: 28px; }
.panel .label { font-size: 24px; width: 150px; }
.best { font-weight: 700; }

.matrix .row { gap: 8px; }
.matrix .cell { height: 40px; }
.matrix .head { color: #655a4c; font-size: 24px; text-align: center; }

.step { gap: 24px; height: 70px; }
.step .what { display: flex; flex-direction: column; }

.lane { display: flex; flex-direction: row; }
.lane .label { font-weight: 500; }
.spans { display: flex; flex: 1; flex-direction: column; gap: 2px; }
.span { height: 29px; position: relative; }
.span .extent { border: 2px solid; height: 29px; position: absolute; top: 0; }
.span .text { color: #221d18; font-size: 24px; line-height: 29px; position: absolute; top: 0; white-space: nowrap; }
.years { height: 30px; position: relative; }
.years .year { font-family: song; font-weight: 700; position: absolute; text-align: center; width: 100px; }

.chain { align-items: stretch; display: flex; flex-direction: row; }
.link { background: #fffdf8; border: 2px solid #ded3bd; border-top: 6px solid #6b665e; display: flex; flex: 1; flex-direction: column; gap: 8px; min-height: 200px; padding: 12px 10px; }
.link .name { font-size: 26px; white-space: normal; word-break: keep-all; }
.link .quiet { color: #4d443a; font-size: 25px; white-space: normal; }
.arrow { align-self: center; color: #655a4c; font-size: 28px; text-align: center; width: 28px; }

.entries { display: flex; flex-direction: row; flex-wrap: wrap; gap: 16px 56px; }
.latin .entries { gap: 12px 56px; }
.entry { border-top: 2px solid #ded3bd; display: flex; flex-direction: column; padding-top: 6px; width: 480px; }
.entry .name { font-family: song; font-size: 28px; font-weight: 700; }
.entry .said { color: #4d443a; font-size: 28px; }
.latin .entry .said { font-size: 24px; }
.claims .row { height: 34px; }
.claims .legend { margin-top: 12px; }
.sign { color: #655a4c; font-size: 19px; text-align: center; width: 20px; }
.latin .sign { font-size: 17px; width: 17.5px; }
.legend .sign { font-size: 22px; width: 22px; }
.conflict { color: #9f2d1b; }
`;

const fill = (pigment: Pigment, width: number): Node =>
	box('fill', [], { background: pigments[pigment], width: percent(width) });

const swatch = (pigment: Pigment, text: string): Node[] => [
	box('fill', [], { background: pigments[pigment] }),
	line('quiet', text),
];

/** A company's name without its ticker and its parent, which a bar's label has no room for. */
const shortName = (name: string) => name.replace(/ ?\(.*\)/, '');

function valuation(language: Language): Node {
	const rows = readRows('valuation');
	const words = stringsFor(language).cards.valuation;
	const across = linear([0, Math.max(...rows.map((row) => row.pe_2023e ?? 0))], [0, 100]);
	return box('figure pe', [
		line('quiet', words),
		...rows.map((row) =>
			box('row', [
				line('label', shortName(row[`name_${language}`])),
				box('track', row.pe_2023e === null ? [] : [fill('indigo', across(row.pe_2023e))]),
				line('value', shown(row.pe_2023e, language, 1)),
			]),
		),
	]);
}

const models = [
	['gpt', 'slate'],
	['sft', 'ochre'],
	['instructgpt', 'indigo'],
] as const;

function evaluations(language: Language): Node {
	const words = stringsFor(language).figures.evaluations;
	const panels = readRows('evaluations').map((row) => {
		const values = models.map(([model]) => row[model]!);
		const best = row.better === 'lower' ? Math.min(...values) : Math.max(...values);
		return box('panel', [
			box('head', [line('name', row[`name_${language}`]), line('quiet', words[row.better])]),
			...models.map(([model, pigment]) =>
				box('row', [
					line('label', words.models[model]),
					box('track ruled', [fill(pigment, row[model]! * 100)]),
					line(row[model] === best ? 'value best' : 'value', shown(row[model], language, 3)),
				]),
			),
		]);
	});
	return box('figure panels', panels);
}

const years = ['pre2020', 'y2020', 'y2022', 'y2023', 'y2025', 'y2030'] as const;

/** Which years hold something; the words of the cells have no room at this size. */
function roadmap(language: Language): Node {
	const { columns } = stringsFor(language).figures.roadmap;
	const words = stringsFor(language).cards.roadmap;
	const isGuess = (year: (typeof years)[number]) => columns[year].endsWith('?');
	const label = { width: language === 'zh' ? '190px' : '270px' };
	const width = `${language === 'zh' ? 129 : 116}px`;
	const cell = (year: (typeof years)[number], words: string): Node => {
		if (!words) return box('cell ruled', [], { width });
		if (isGuess(year)) return box('cell guess', [], { width });
		return box('cell', [], { background: pigments.indigo, width });
	};
	return box('figure matrix', [
		box('row', [
			box('name', [], label),
			...years.map((year) => line('head', columns[year], { width })),
		]),
		...readRows('roadmap').map((row) =>
			box('row', [
				line('name', row[`name_${language}`], label),
				...years.map((year) => cell(year, row[`${year}_en`])),
			]),
		),
		box('legend', [
			...swatch('indigo', words.stated),
			box('fill guess', []),
			line('quiet', words.expected),
		]),
	]);
}

function rlhf(language: Language): Node {
	const words = stringsFor(language).figures.rlhf;
	const rows = readRows('rlhf');
	const across = linear([0, Math.max(...rows.map((row) => row.train!))], [0, 100]);
	const width = language === 'zh' ? '330px' : '400px';
	return box('figure', [
		...rows.map((row, at) =>
			box('row step', [
				box(
					'what',
					[
						line('name', `${ordinal(at + 1, language)}  ${row[`name_${language}`]}`),
						line('quiet', `${words.reportGuess} ${row[`report_${language}`]}`),
					],
					{ width },
				),
				box('track', [fill('ochre', across(row.labeler!)), fill('indigo', across(row.customer!))]),
				line('value', shown(row.train, language)),
			]),
		),
		box('legend', [
			line('quiet', words.paperTrain),
			...swatch('ochre', words.labeler),
			...swatch('indigo', words.customer),
		]),
	]);
}

/** Open spans end at the drawing's edges without an end line. */
const [firstYear, lastYear] = [2012, 2024];
const acrossYears = linear([firstYear, lastYear], [0, 100]);

function span(row: ReturnType<typeof readRows<'stages'>>[number], language: Language): Node {
	const [from, to] = [row.from_year ?? firstYear, row.to_year ?? lastYear];
	const pigment = row.scheme === 'report' ? 'indigo' : 'malachite';
	const text = `${ordinal(row.order!, language)} ${row[`name_${language}`]}`;
	const place: Record<string, string> =
		to - from > 6
			? { left: percent(acrossYears(from) + 1) }
			: from > 2020
				? { right: percent(101 - acrossYears(from)) }
				: { left: percent(acrossYears(to) + 1) };
	return box('span', [
		box('extent', [], {
			borderColor: pigments[pigment],
			borderStyle: row.dated === 'no' ? 'dashed' : 'solid',
			...(row.dated === 'no' ? {} : { background: pigments[`${pigment}Wash`] }),
			...(row.from_year === null ? { borderLeftWidth: '0' } : {}),
			...(row.to_year === null ? { borderRightWidth: '0' } : {}),
			left: percent(acrossYears(from)),
			width: percent(acrossYears(to) - acrossYears(from)),
		}),
		line('text', text, place),
	]);
}

function stages(language: Language): Node {
	const words = stringsFor(language).figures.stages;
	const width = language === 'zh' ? '160px' : '190px';
	const lane = (scheme: 'report' | 'sequoia') =>
		box('lane', [
			line('label', words[scheme], { width }),
			box(
				'spans',
				readRows('stages')
					.filter((row) => row.scheme === scheme)
					.map((row) => span(row, language)),
			),
		]);
	return box('figure', [
		box('row', [
			box('label', [], { width }),
			box(
				'years',
				[2015, 2022].map((year) =>
					line('year', String(year), { left: percent(acrossYears(year)), marginLeft: '-50px' }),
				),
				{ flex: '1' },
			),
		]),
		lane('report'),
		lane('sequoia'),
	]);
}

function valueChain(language: Language): Node {
	const links = readRows('value-chain').map((row) =>
		box('link', [line('name', row[`name_${language}`]), line('quiet', row[`what_${language}`])]),
	);
	return box(
		'figure chain',
		links.flatMap((link, at) => (at === 0 ? [link] : [line('arrow', '→'), link])),
	);
}

function directions(language: Language): Node {
	return box(
		'figure entries',
		readRows('directions').map((row) =>
			box('entry', [
				line('name', row[`name_${language}`]),
				line('said', row[`maturity_${language}`]),
			]),
		),
	);
}

/** The signs of src/claims/claims.css as characters. */
const signs = { confirmed: '●', conflict: '▲', unverified: '○', 'not-checkable': '–' } as const;
type Check = keyof typeof signs;

const sign = (check: Check): Node =>
	line(check === 'conflict' ? 'sign conflict' : 'sign', signs[check]);

/** One sign for each claim, section by section, read from the page of claims. */
function claimsChart(language: Language, figure: Element): Node {
	const words = provenanceWords[language];
	const rows = [...figure.querySelectorAll('.chart-row')].map((row) => ({
		name: textOf(row.querySelector('.chart-name')!),
		checks: [...row.querySelectorAll('.chart-signs [data-check]')].map(
			(mark) => mark.getAttribute('data-check') as Check,
		),
	}));
	const all = rows.flatMap((row) => row.checks);
	return box('figure claims', [
		...rows.map((row) =>
			box('row', [
				line('name', row.name, { width: language === 'zh' ? '130px' : '246px' }),
				...row.checks.map(sign),
			]),
		),
		box(
			'legend',
			checks.flatMap((check) => [
				sign(check),
				line('quiet', `${words.check[check]} ${all.filter((other) => other === check).length}`),
			]),
		),
	]);
}

const drawings: Record<string, (language: Language, figure: Element) => Node> = {
	'claims-chart': claimsChart,
	roadmap,
	rlhf,
	evaluations,
	stages,
	directions,
	'value-chain': valueChain,
	valuation,
};

/**
 * A figure drawn small; nothing for one that has no drawing here.
 *
 * @param figure The built element, for what is counted on the page alone.
 */
export function figureDrawing(id: string, language: Language, figure: Element): Node | undefined {
	return drawings[id]?.(language, figure);
}
