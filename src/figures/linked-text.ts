/** A run of plain text, or a link when it has an address. */
export interface TextPart {
	text: string;
	href?: string;
}

/** Splits `… [title](https://…) …`, the one mark figures.yaml allows in a source, into parts. */
export function linkedText(source: string): TextPart[] {
	const parts: TextPart[] = [];
	let end = 0;
	for (const link of source.matchAll(/\[([^\]]+)\]\((https:\/\/[^\s)]+)\)/g)) {
		if (link.index > end) parts.push({ text: source.slice(end, link.index) });
		parts.push({ text: link[1]!, href: link[2]! });
		end = link.index + link[0].length;
	}
	if (end < source.length) parts.push({ text: source.slice(end) });
	return parts;
}

/** The text without its links' addresses. */
export const plainText = (source: string): string =>
	linkedText(source)
		.map(({ text }) => text)
		.join('');
