/** Names that a hyphen holds together: GPT-3.5, Chat-GPT, PPO-ptx, PRE-2020. */
const hyphenated = /[A-Z][A-Za-z]*-(?:\d[\d.]*\d|\d|[A-Z][A-Za-z]*|ptx)(?![\w-])/gu;

/** A piece of a text: a name to be kept on one line, or what is between. */
export interface NamePiece {
	text: string;
	isName: boolean;
}

/**
 * Cuts a text at the names that must stay on one line. A browser breaks after any hyphen, so that
 * a line could begin with the 3 of GPT-3; a non-breaking hyphen would be copied and searched as
 * another character.
 */
export function namePiecesOf(text: string): NamePiece[] {
	const pieces: NamePiece[] = [];
	let end = 0;
	for (const { 0: name, index } of text.matchAll(hyphenated)) {
		if (index > end) pieces.push({ text: text.slice(end, index), isName: false });
		pieces.push({ text: name, isName: true });
		end = index + name.length;
	}
	if (end < text.length) pieces.push({ text: text.slice(end), isName: false });
	return pieces;
}
