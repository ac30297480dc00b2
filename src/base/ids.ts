/** Longest id that may be published: it must fit into a chat message next to the address. */
export const idMaximumLength = 24;

/** ASCII words joined by single hyphens; begins with a letter, so it is a CSS identifier too. */
export const idPattern = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/** Whether a text may be an id of a heading, figure, row or block. */
export function isId(text: string): boolean {
	return text.length <= idMaximumLength && idPattern.test(text);
}

/** The mark at the end of a block with its id, as in Obsidian: `… ^k7q2`. */
const blockMark = /[ \t]*(?:^|(?<=\s))\^([a-z][a-z0-9-]*)[ \t]*$/;

/** The id in the mark that ends a text; `undefined` where there is none. */
export const markIn = (text: string): string | undefined => blockMark.exec(text)?.[1];

/** A text without the mark that may end it, and without the spaces before the mark. */
export const withoutMark = (text: string): string => text.replace(blockMark, '').trimEnd();
