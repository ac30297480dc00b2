import { z } from 'zod';
import { both, id, number, numberOrNa, printed, text } from '../../content/fields.ts';

export const tables = {
	/** The report's table, one row a company in its order; market value in 亿美元 (US$ 100 million). */
	valuation: z.strictObject({
		id: id(),
		...both('name'),
		ticker: text(),
		market_cap_100m_usd: printed(number()),
		pe_2021a: printed(numberOrNa()),
		pe_2022e: printed(number()),
		pe_2023e: printed(number()),
		pe_2024e: printed(number()),
	}),
	/**
	 * Cells of that table on another basis, or unsettled: `printed` is the cell, `pe` the market
	 * value over `profit_100m_usd`, which `how` derives. Unsettled cells have no other P/E.
	 */
	'pe-basis': z.strictObject({
		id: id(),
		company: id(),
		column: z.enum(['pe_2021a', 'pe_2022e']),
		printed: printed(numberOrNa()),
		...both('from'),
		basis: z.enum(['gaap', 'non-gaap', 'calendar', 'none']),
		profit_100m_usd: numberOrNa(),
		pe: numberOrNa(),
		status: z.enum(['settled', 'nearly', 'unsettled']),
		...both('how'),
	}),
};
