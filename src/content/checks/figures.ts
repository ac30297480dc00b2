/** Figures and tables, the report's and ours, against the claims. */
import type { Claim } from '../claims-schema.ts';
import { claimsOfRow, type Check } from '../content.ts';
import { valuesIn } from '../numerals.ts';

/** The report's own figures have the label and the page that their claims give. */
export const reportFigures: Check = ({ claims, tables, figures }, refuse) => {
	const table = tables.get('report-figures')!;
	for (const [at, row] of table.value.entries()) {
		const isOurs = figures.some(({ value }) => value.id === row.ours);
		if (row.ours && !isOurs) refuse(table.wrong([at, 'ours'], 'expected a figure or nothing'));
		for (const { id, places } of claims.value.filter((one) => claimsOfRow(row).includes(one.id))) {
			const place = places.find(({ ref }) => ref === row.label_zh);
			if (place && (!place.pages || place.pages === String(row.page))) continue;
			refuse(table.wrong([at, 'page'], `the claim “${id}” does not place ${row.label_zh} there`));
		}
	}
};

/** The numbers of a row that are printed somewhere are together in what one claim says. */
export const printedNumbers: Check = ({ claims, matters, figures, tables, columns }, refuse) => {
	const saidBy = ({ id, figures: printed, statement, note }: Claim) => {
		const own = matters.value.filter((matter) => matter.claims.includes(id));
		const texts = own.flatMap(({ report, source, note }) => [report.en, source.en, note.en]);
		return valuesIn([...printed, statement.zh, note.en, ...texts].join(' | '));
	};
	for (const { value: figure } of figures) {
		const claimed = claims.value.filter(({ id }) => figure.claims.includes(id)).map(saidBy);
		for (const name of figure.data) {
			const table = tables.get(name)!;
			for (const [at, row] of table.value.entries()) {
				// Each in the units it may be counted in: 4152 or 4,152 亿. 0 is none.
				const numbers = Object.entries(row)
					.filter(([column, value]) => value && columns[name]!.shape[column]?.meta()?.printed)
					.map(([, value]) => [Number(value), Number(value) * 1e8]);
				const isSaid = (values: Set<unknown>) =>
					numbers.every((readings) => readings.some((one) => values.has(one)));
				if (claimed.some(isSaid)) continue;
				const what = `No claim of the figure ${figure.id} has all numbers of the row “${row.id}”.`;
				refuse({ what, where: table.at(at), fix: 'Correct the number, here or in the claim.' });
			}
		}
	}
};
