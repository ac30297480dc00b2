/** The tables beside the drawings: the same rows, the same numbers, in words and figures. */
import { readRows } from '../content/readers.ts';
import type { Language } from '../base/languages.ts';
import { formatNumber, hanNumeral } from '../base/numbers.ts';
import { stringsFor } from '../base/words/index.ts';
import { marketValue } from './market-value.ts';

/** A column: its heading, and whether its cells are numbers. */
export interface Column {
	head: string;
	numeric?: boolean;
}

/** A row: permanent id, cells as shown; the first cell names the row. */
export interface TableRow {
	id: string;
	cells: string[];
	/** Claims of the report the row carries. */
	claims?: string[];
}

/** A table ready to be set. */
export interface FigureTable {
	columns: Column[];
	rows: TableRow[];
}

/** A number as shown; NA where there is none. */
export function shown(value: number | null, language: Language, decimals = 0): string {
	return value === null ? 'NA' : formatNumber(value, language, decimals);
}

/** Ordinal of a stage: Chinese numerals in Chinese, digits in English. */
export function ordinal(value: number, language: Language): string {
	return language === 'zh' ? hanNumeral(value) : String(value);
}

export function rlhfTable(language: Language): FigureTable {
	const words = stringsFor(language).figures.rlhf;
	return {
		columns: [
			{ head: words.step },
			{ head: words.doing },
			{ head: words.reportGuess },
			{ head: words.paperTrain, numeric: true },
			{ head: words.labeler, numeric: true },
			{ head: words.customer, numeric: true },
			{ head: words.remark },
		],
		rows: readRows('rlhf').map((row) => ({
			id: row.id,
			cells: [
				row[`name_${language}`],
				`${row[`input_${language}`]} → ${row[`action_${language}`]} → ${row[`output_${language}`]}`,
				row[`report_${language}`],
				shown(row.train, language),
				shown(row.labeler, language),
				shown(row.customer, language),
				row[`note_${language}`],
			],
		})),
	};
}

export function evaluationsTable(language: Language): FigureTable {
	const words = stringsFor(language).figures.evaluations;
	return {
		columns: [
			{ head: words.evaluation },
			{ head: words.measure },
			{ head: words.direction },
			{ head: words.models.gpt, numeric: true },
			{ head: words.models.sft, numeric: true },
			{ head: words.models.instructgpt, numeric: true },
		],
		rows: readRows('evaluations').map((row) => ({
			id: row.id,
			cells: [
				row[`name_${language}`],
				row[`measure_${language}`],
				words[row.better],
				shown(row.gpt, language, 3),
				shown(row.sft, language, 3),
				shown(row.instructgpt, language, 3),
			],
		})),
	};
}

export function stagesTable(language: Language): FigureTable {
	const words = stringsFor(language).figures.stages;
	const ordinals = { report: words.reportStage, sequoia: words.sequoiaWave };
	return {
		columns: [
			{ head: words.stage },
			{ head: words.name },
			{ head: words.period },
			{ head: words.what },
		],
		rows: readRows('stages').map((row) => ({
			id: row.id,
			cells: [
				ordinals[row.scheme](ordinal(row.order!, language)),
				row[`name_${language}`],
				row[`period_${language}`],
				row[`what_${language}`],
			],
		})),
	};
}

export function valuationTable(language: Language): FigureTable {
	const words = stringsFor(language).figures.valuation;
	return {
		columns: [
			{ head: words.company },
			{ head: words.marketCap, numeric: true },
			...Object.values(words.columns).map((head) => ({ head, numeric: true })),
		],
		rows: readRows('valuation').map((row) => ({
			id: row.id,
			cells: [
				`${row[`name_${language}`]} ${row.ticker}`,
				marketValue(row.market_cap_100m_usd!, language),
				...peColumns.map((column) => shown(row[column], language, 1)),
			],
		})),
	};
}

/** Columns of valuation.csv that hold a PE, by year. */
export const peColumns = ['pe_2021a', 'pe_2022e', 'pe_2023e', 'pe_2024e'] as const;

/** The report's figures and tables of one section that the excerpt lacks. */
export function missingFiguresTable(section: string, language: Language): FigureTable {
	const words = stringsFor(language).figures.missing;
	return {
		columns: [{ head: words.label }, { head: words.title }, { head: words.page, numeric: true }],
		rows: readRows('missing-figures')
			.filter((row) => row.section === section)
			.map((row) => ({
				id: row.id,
				cells: [row[`label_${language}`], row[`title_${language}`], shown(row.page, language)],
				claims: row.claim,
			})),
	};
}
