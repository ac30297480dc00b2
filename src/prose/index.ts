/** The words a writer may use in MDX, besides Markdown: one list, checked at intake. */
import Claim from './Claim.astro';
import Figure from './Figure.astro';
import KeyPoints from './KeyPoints.astro';
import MissingFigures from './MissingFigures.astro';
import Note from './Note.astro';
import Sections from './Sections.astro';
import Term from './Term.astro';
import Zh from './Zh.astro';

export const prose = { Claim, Figure, KeyPoints, MissingFigures, Note, Sections, Term, Zh };
