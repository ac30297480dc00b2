/** `npm run check` begins here: the content checks by themselves, without a build. */
import { describeComplaint } from '../base/content-error.ts';
import { inspectContent } from './inspect.ts';

const found = await inspectContent();
for (const complaint of found) console.error(describeComplaint(complaint));
if (found.length > 0) process.exitCode = 1;
