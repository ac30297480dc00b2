/** Figures and tables, the report's and ours, against the claims. */
import type { Check } from '../content.ts';
import { sequenceIn } from '../numerals.ts';

/** The report's own figures have the label and the page that their claims give. */
export const reportFigures: Check = ({ claims, tables }, refuse) => {
	const table = tables.get('report-figures')!;
	for (const [at, row] of table.value.entries()) {
		for (const { id, places } of claims.value) {
			const place = row.claim?.includes(id) && places.find(({ ref }) => ref === row.label_zh);
			const isElsewhere = place && ![undefined, String(row.page)].includes(place.pages);
			const fault = `the claim “${id}” does not place ${row.label_zh} there`;
			if (isElsewhere) refuse(...table.wrong([at, 'page'], fault));
		}
	}
};

/** The numbers of a row that are printed somewhere are in what one claim on it says, in order. */
export const printedNumbers: Check = ({ claims, matters, figures, tables, columns }, refuse) => {
	for (const { value: figure } of figures) {
		const said = figure.claims.map((id) => {
			const { statement, note } = claims.value.find((claim) => claim.id === id)!;
			const own = matters.value.filter((matter) => matter.claims.includes(id));
			const texts = own.flatMap(({ report, source, note }) => [report.en, source.en, note.en]);
			const numbers = [statement.zh, note.en, ...texts].flatMap(sequenceIn);
			return { statement: statement.zh, numbers };
		});
		for (const name of figure.data) {
			const table = tables.get(name)!;
			for (const [at, row] of table.value.entries()) {
				const printed = Object.entries(row)
					.filter(([column, value]) => value && columns[name]!.shape[column]?.meta()?.printed)
					.map(([, value]) => Number(value));
				const isSaid = ({ numbers }: (typeof said)[number]) => {
					let from = 0;
					return printed.every((number) => {
						// In either unit it may be counted in: 4152 or 4,152 亿. 0 is none.
						const isSame = (one: number) => one === number || one === number * 1e8;
						from = numbers.findIndex((values, at) => at >= from && values.some(isSame));
						return from >= 0;
					});
				};
				// A claim that names the row is on it.
				const named = said.filter(({ statement }) => statement.includes(String(row.name_zh)));
				const what = `No claim of the figure ${figure.id} has all numbers of the row “${row.id}” in this order.`;
				const fix = 'Correct the number, here or in the claim.';
				if (!(named.length > 0 ? named : said).some(isSaid)) refuse(table.at(at), what, fix);
			}
		}
	}
};
