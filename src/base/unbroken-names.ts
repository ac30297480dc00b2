/** Names that a hyphen holds together: GPT-3.5, Chat-GPT, PPO-ptx, PRE-2020, non-GAAP, 10-K. */
const hyphenated =
	/((?:[A-Z][A-Za-z]*|(?<!\w)(?:non|\d{1,2}))-(?:\d[\d.]*\d|\d|[A-Z][A-Za-z]*|ptx)(?![\w-]))/u;

/**
 * Cuts a text at the names that must stay on one line. A browser breaks after any hyphen, so that
 * a line could begin with the 3 of GPT-3; a non-breaking hyphen would be copied and searched as
 * another character.
 */
export const namePiecesOf = (text: string) =>
	text
		.split(hyphenated)
		.map((piece, at) => ({ text: piece, isName: at % 2 === 1 || undefined }))
		.filter((piece) => piece.text);
