/** The words a writer may use in MDX, besides Markdown: one list, checked at intake. */
import Abstract from '../reading/Abstract.astro';
import Draft from '../reading/Draft.astro';
import Claim from '../claims/Claim.astro';
import Figure from '../figures/Figure.astro';
import Lacks from '../reading/Lacks.astro';
import Listing from '../reading/Listing.astro';
import Note from '../claims/Note.astro';
import Abstracts from './Abstracts.astro';
import Imprint from './Imprint.astro';
import PagesRead from './PagesRead.astro';
import ReportContents from './ReportContents.astro';
import Term from '../claims/Term.astro';
import Zh from '../reading/Zh.astro';

export const prose = {
	Abstract,
	Abstracts,
	Claim,
	Draft,
	Figure,
	Imprint,
	Lacks,
	Listing,
	Note,
	PagesRead,
	ReportContents,
	Term,
	Zh,
};
