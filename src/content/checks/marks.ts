/** Marks: every block that has none of its own by hand carries one, and none is printed. */
import { markComplaints } from '../../links/marks.ts';
import type { PageCheck } from '../content.ts';

const marks: PageCheck = ({ file, lines, syntax }) =>
	syntax.length > 0 ? [] : markComplaints(file, lines.join('\n'));

export const markChecks: readonly PageCheck[] = [marks];
