const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text made safe for element content and double-quoted attributes. */
export function escaped(text: string): string {
	return text.replace(/[&<>"]/g, (character) => entities[character]!);
}
