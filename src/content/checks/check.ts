/** What a check is. */
import type { Content, SoundContent } from '../content.ts';
import type { PageSource, Visit } from '../mdx.ts';

/** Reports a fault at `file:line`. */
export type Refuse = (where: string, what: string, fix: string) => void;

/** A check of what could be read. */
export type Check = (content: Content, refuse: Refuse) => void;

/** A check of the whole content, in which no file is refused. */
export type SoundCheck = (content: SoundContent, refuse: Refuse) => void;

/** What is wrong with a node, what to do, and the line where it is not the node's own. */
export type Fault = readonly [what: string, fix: string, line?: number];

/** A rule for nodes of one type. */
export type Rule = (visit: Visit, page: PageSource, content: Content) => Fault | false | '' | undefined;
