/** Which drawing, and which table beside it, belongs to each figure of content/figures.yaml. */
import type { FigureEntry } from '../content/schema.ts';
import type { Language } from '../base/languages.ts';
import Directions from './Directions.astro';
import Evaluations from './Evaluations.astro';
import Roadmap from './Roadmap.astro';
import RlhfSteps from './RlhfSteps.astro';
import Stages from './Stages.astro';
import Valuation from './Valuation.astro';
import ValueChain from './ValueChain.astro';
import {
	evaluationsTable,
	rlhfTable,
	stagesTable,
	valuationTable,
	type FigureTable,
} from './tables.ts';

/** What every drawing is given. */
export interface DrawingProps {
	figure: FigureEntry;
	language: Language;
}

interface Drawn {
	Drawing: (props: DrawingProps) => unknown;
	/** The table folded under the drawing; without one the drawing itself is the table. */
	table?: (language: Language) => FigureTable;
}

export const drawings: Record<string, Drawn> = {
	roadmap: { Drawing: Roadmap },
	rlhf: { Drawing: RlhfSteps, table: rlhfTable },
	evaluations: { Drawing: Evaluations, table: evaluationsTable },
	stages: { Drawing: Stages, table: stagesTable },
	directions: { Drawing: Directions },
	'value-chain': { Drawing: ValueChain },
	valuation: { Drawing: Valuation, table: valuationTable },
};
