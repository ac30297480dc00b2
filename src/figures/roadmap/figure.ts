import type { Language } from '../../base/languages.ts';
import { readTable } from '../../content/readers.ts';
import type { FigureModule } from '../figure.ts';
import { tables } from './data.ts';

const words = {
	zh: { kind: '类型', here: '报告发布于 2023-01' },
	en: { kind: 'Kind', here: 'report: January 2023' },
};
const years = ['pre2020', 'y2020', 'y2022', 'y2023', 'y2025', 'y2030'] as const;
/** Heads as the report prints them; the report itself appeared at the start of `2023?`. */
const heads = { pre2020: 'PRE-2020', y2020: '2020', y2022: '2022', y2025: '2025?', y2030: '2030?' };

export const rows = () => readTable('roadmap', tables.roadmap);

/** English as in the report; another edition has our gloss on a second line. */
function table(language: Language) {
	const { kind, here } = words[language];
	return {
		columns: [
			{ head: kind },
			...years.map((year) => ({ head: year === 'y2023' ? `2023? ▾ ${here}` : heads[year] })),
		],
		rows: rows().map((row) => ({
			id: row.id,
			cells: [
				[...new Set([row[`name_${language}`], row.name_en])].join(' '),
				...years.map((year) =>
					[...new Set([row[`${year}_en`], row[`${year}_${language}`]])].join('\n'),
				),
			],
		})),
	};
}

export default { tables: (language) => [table(language)] } satisfies FigureModule;
