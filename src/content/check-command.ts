/** `npm run check` begins here: the content checks by themselves, without a build. */
import { describeProblem } from '../base/content-error.ts';
import { inspectContent } from './inspect.ts';

const found = await inspectContent();
for (const problem of found) console.error(describeProblem(problem));
if (found.length > 0) process.exitCode = 1;
