/**
 * Characters that do not show, turn the direction of text, or look like Latin letters: what readers
 * see would differ from what is written, searched and copied.
 */
export const misleadingCharacter =
	/[\p{Default_Ignorable_Code_Point}\p{Bidi_Control}\u2028\u2029\uFFF9-\uFFFB\p{Script=Cyrillic}\p{Script=Armenian}\p{Script=Cherokee}]/u;

/** A character's number as Unicode writes it: U+200B. */
export const codePoint = (character: string) =>
	`U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
