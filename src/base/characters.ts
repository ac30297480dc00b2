/**
 * Characters that do not show, turn the direction of text, or look like others: what readers see
 * would differ from what is written, searched and copied. Spaces other than the plain one, combining
 * marks, radicals, ligatures, wide and other forms of letters and digits, control characters and
 * letters of other scripts than Han and Latin are among them; line ends, tabs and small Greek letters
 * are not.
 */
export const misleadingCharacter =
	/[\p{Default_Ignorable_Code_Point}\p{Bidi_Control}\p{Co}\p{Cn}\p{Mn}\p{Me}\u2028\u2029\u2800\uFFF9-\uFFFD\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000\u2E80-\u2FDF\uF900-\uFB06\uFF21-\uFF3A\uFF41-\uFF5A\p{Cs}]|(?!\d)\p{Nd}|(?![\n\t])\p{Cc}|(?![\p{Script=Han}\p{Script=Latin}α-ω])\p{L}/u;

/** A character's number as Unicode writes it: U+200B. */
export const codePoint = (character: string) =>
	`U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
