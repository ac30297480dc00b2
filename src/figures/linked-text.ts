/** A run of plain text, or a link when it has an address. */
export interface TextPart {
	text: string;
	href?: string;
}

const linkPattern = /\[([^\]]+)\]\((https:\/\/[^\s)]+)\)/g;

/** Splits `… [title](https://…) …`, the one mark figures.yaml allows in a source, into parts. */
export function linkedText(source: string): TextPart[] {
	const [start = '', ...rest] = source.split(linkPattern);
	const parts: TextPart[] = [{ text: start }];
	for (let at = 0; at < rest.length; at += 3) {
		parts.push({ text: rest[at]!, href: rest[at + 1]! }, { text: rest[at + 2]! });
	}
	return parts.filter(({ text }) => text);
}

/** The text without its links' addresses. */
export const plainText = (source: string): string => source.replaceAll(linkPattern, '$1');
