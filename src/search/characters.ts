/**
 * Classes of characters that decide how text is folded and cut. A character is taken after NFKC
 * and lower-casing, so `Ａ`, `A` and `a` are one letter here.
 */
export type CharacterClass =
	/** Han, kana and bopomofo: written without spaces, every character can begin a word. */
	| 'han'
	/** Letters of every other script. */
	| 'letter'
	| 'digit'
	/** White space. */
	| 'space'
	/** Signs that mean something when searched for: `%`, `+`, `$`, `°`. Never dropped. */
	| 'symbol'
	/** Hyphens, dashes and middle dots: they join what readers type without them. */
	| 'joiner'
	/** All other punctuation. */
	| 'punctuation'
	/** Zero-width and control characters: not text. */
	| 'invisible';

const han = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}ー]/u;
const letter = /[\p{L}\p{M}]/u;
const digit = /\p{N}/u;
const space = /\s/u;
const joiner = /[\p{Pd}·・‧•∙⋅−~〜]/u;
const symbol = /[\p{S}\p{Co}\p{Cn}\p{Cs}%‰#&@]/u;
const invisible = /[\p{Cf}\p{Cc}]/u;

function classify(character: string): CharacterClass {
	if (han.test(character)) return 'han';
	if (space.test(character)) return 'space';
	if (joiner.test(character)) return 'joiner';
	if (letter.test(character)) return 'letter';
	if (digit.test(character)) return 'digit';
	if (invisible.test(character)) return 'invisible';
	return symbol.test(character) ? 'symbol' : 'punctuation';
}

const ascii = Array.from({ length: 128 }, (_, code) => classify(String.fromCharCode(code)));

/** Class of one character (one code point). */
export function classOf(character: string): CharacterClass {
	const code = character.codePointAt(0)!;
	if (code < 128) return ascii[code]!;
	// The block nearly all Chinese text comes from; saves six regular expressions a character.
	if (code >= 0x4e00 && code <= 0x9fff) return 'han';
	return classify(character);
}

/** Whether a character carries text; the rest only stands between. */
export function isSolid(kind: CharacterClass): boolean {
	return kind === 'han' || kind === 'letter' || kind === 'digit' || kind === 'symbol';
}
