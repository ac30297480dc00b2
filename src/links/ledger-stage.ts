import { refuse } from '../base/content-error.ts';
import type { Stage } from '../base/built-site.ts';
import { ledgerComplaints, readLedger } from './ledger.ts';
import { publishedBlocksOf } from './published.ts';

/** Stops the build where a published link would break; see ledger.ts. */
export const ledgerStage: Stage = {
	name: 'ledger',
	async run(site) {
		refuse(ledgerComplaints(readLedger(), publishedBlocksOf(site)));
	},
};
