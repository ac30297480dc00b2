/** The words a writer may use in MDX, besides Markdown: one list, checked at intake. */
import Claim from '../claims/Claim.astro';
import Figure from '../figures/Figure.astro';
import KeyPoints from '../reading/KeyPoints.astro';
import MissingFigures from '../figures/MissingFigures.astro';
import Note from '../claims/Note.astro';
import Sections from './Sections.astro';
import Term from '../claims/Term.astro';
import Zh from '../reading/Zh.astro';

export const prose = { Claim, Figure, KeyPoints, MissingFigures, Note, Sections, Term, Zh };
