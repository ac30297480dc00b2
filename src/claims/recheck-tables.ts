/** The two tables of the notes page that divide market caps by PEs and by published profits. */
import type { Table } from '../base/table.ts';
import type { Language } from '../base/languages.ts';
import { formatNumber, marketValue } from '../base/numbers.ts';
import { provenanceWords } from '../base/words/provenance.ts';
import { impliedProfit, peColumns, profitChecks, readValuation } from './rechecks.ts';

/** A profit in the edition's unit: 亿美元 with one decimal, US$ bn with two. */
function profitText(in100Million: number, language: Language): string {
	return language === 'zh'
		? formatNumber(in100Million, language, Number.isInteger(in100Million) ? 0 : 2)
		: formatNumber(in100Million / 10, language, Number.isInteger(in100Million) ? 1 : 3);
}

/** `2021A` of the column `pe_2021a`. */
export const yearOf = (column: (typeof peColumns)[number]) => column.slice(3).toUpperCase();

/** Profits the printed PEs imply: market cap ÷ PE. */
export function impliedProfitTable(language: Language): Table {
	const words = provenanceWords[language].notes.implied;
	return {
		columns: [
			{ head: words.company },
			{ head: words.marketCap, numeric: true },
			...peColumns.map((column) => ({ head: yearOf(column), numeric: true })),
		],
		rows: readValuation().map((row) => ({
			id: row.id.replace(/^pe-/, 'implied-'),
			cells: [
				row[`name_${language}`],
				marketValue(row.market_cap_100m_usd, language),
				...peColumns.map((column) => {
					const profit = impliedProfit(row.market_cap_100m_usd, row[column]);
					if (profit === null) return 'NA';
					return language === 'zh'
						? formatNumber(profit, language, 1)
						: formatNumber(profit / 10, language, 2);
				}),
			],
		})),
	};
}

/** PEs with the profits the companies published, beside the printed ones. */
export function profitCheckTable(language: Language): Table {
	const words = provenanceWords[language].notes.profits;
	const shown = (pe: number | null) => (pe === null ? words.none : formatNumber(pe, language, 1));
	return {
		columns: [
			{ head: words.column },
			{ head: words.profit },
			{ head: words.pe, numeric: true },
			{ head: words.printed, numeric: true },
			{ head: words.result, numeric: true },
		],
		rows: profitChecks().map(({ published, company, pe, printed, agrees }) => ({
			id: published.id,
			claims: published.claim,
			cells: [
				`${company[`name_${language}`]} ${yearOf(published.compared)}`,
				words.published(
					published[`period_${language}`],
					words.basis[published.basis],
					(published.precision === 'about' ? words.about : '') +
						profitText(published.profit_100m_usd, language),
				),
				shown(pe),
				printed === null ? 'NA' : formatNumber(printed, language, 1),
				agrees ? words.agrees : words.differs,
			],
		})),
	};
}
