/**
 * Text written into Markdown so that it reads back as the same text. Escapes what GFM could take
 * for markup and nothing else: https://github.github.com/gfm/#backslash-escapes
 */

/** Text for the inside of a line: nothing in it is emphasis, a link, code, HTML or a table's bar. */
export function markdownInline(text: string): string {
	return text.replace(/[\\`*_[\]<>~|]/g, '\\$&').replace(/&(?=#?\w+;)/g, '\\&');
}

/** A line that begins a block: it opens neither heading, quote nor list. */
export function markdownLine(line: string): string {
	return line
		.replace(/^(\s*)(>|#{1,6}(?=\s|$)|[+-](?=[\s-]|$)|=+\s*$)/, '$1\\$2')
		.replace(/^(\s*\d{1,9})([.)])(?=\s|$)/, '$1\\$2');
}
