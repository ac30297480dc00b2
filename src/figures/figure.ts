/** What a figure's folder exports by default from `figure.ts`. */
import type { Language } from '../base/languages.ts';
import type { Table } from '../base/table.ts';
import type { Drawing } from './kit/drawing.ts';

export interface FigureModule {
	/** The drawing, on a card only of what the title is about; a figure without one is a table. */
	draw?: (language: Language, isCard?: boolean) => Drawing;
	/** Its data as tables, the first with the id `<figure>-table`, the next `<figure>-table-2`. */
	tables: ((language: Language) => Table)[];
	/** Columns of the table that a card shows, where nothing is drawn; the others have no room. */
	cardColumns?: number[];
}
