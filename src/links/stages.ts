/** The steps of permalinks after Astro wrote the pages, in order: promises first, then what rests on them. */
import type { Stage } from '../base/built-site.ts';
import { ledgerStage } from './ledger-stage.ts';
import { linkStage } from './link-stage.ts';
import { shareStage } from './share-stage.ts';

export const permalinkStages: readonly Stage[] = [ledgerStage, shareStage, linkStage];
