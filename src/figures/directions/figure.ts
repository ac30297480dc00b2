import type { Language } from '../../base/languages.ts';
import { readTable } from '../../content/readers.ts';
import type { FigureModule } from '../figure.ts';
import { tableOf } from '../kit/table.ts';
import { tables } from './data.ts';

const words = {
	zh: {
		name: '方向',
		what: '用途',
		maturity: '报告的判断',
		evidence: '报告的依据',
		check: '本站核对',
	},
	en: {
		name: 'Area',
		what: 'Use',
		maturity: 'The report’s view',
		evidence: 'The report’s evidence',
		check: 'Our check',
	},
};
const columns = ['name', 'what', 'maturity', 'evidence', 'check'] as const;

export const rows = () => readTable('directions', tables.directions);

const table = (language: Language) =>
	tableOf(
		rows(),
		columns.map((column) => [words[language][column], (row) => row[`${column}_${language}`]]),
	);

export default { tables: (language) => [table(language)] } satisfies FigureModule;
