const linkPattern = /\[([^\]]+)\]\((https:\/\/[^\s)]+)\)/g;

/** `… [title](https://…) …`, the one mark that texts of data may have, as text and links. */
export function linkedText(source: string): { text: string; href?: string | undefined }[] {
	// Text, title, address, text, title, …
	const parts = source.split(linkPattern);
	return parts.flatMap((text, at) => {
		if (!text || at % 3 === 2) return [];
		return { text, href: at % 3 === 1 ? parts[at + 1] : undefined };
	});
}

/** The text without its links' addresses. */
export const plainText = (source: string): string => source.replaceAll(linkPattern, '$1');
