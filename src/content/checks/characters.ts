/** Characters that do not show, mislead or betray a broken encoding. */
import type { Complaint } from '../../base/content-error.ts';
import { isReadable, largestFile, type ContentCheck, type ContentFile } from '../content.ts';

interface Unwanted {
	pattern: RegExp;
	name: string;
	mend: string;
}

/** What is refused anywhere in a text file. */
const unwanted: readonly Unwanted[] = [
	{ pattern: /^\uFEFF/u, name: 'a byte order mark', mend: 'Save as UTF-8 without BOM.' },
	{
		pattern: /\r/u,
		name: 'a carriage return',
		mend: 'Save with line ends of Unix (LF).',
	},
	{
		pattern: /[\u202A-\u202E\u2066-\u2069\u200E\u200F\u061C]/u,
		name: 'a character that turns the direction of text',
		mend: 'Remove it: what readers see would differ from what is written.',
	},
	{
		pattern: /[\u200B-\u200D\u2060\u00AD\uFEFF\u2028\u2029\u115F\u1160\u3164]/u,
		name: 'a character that does not show',
		mend: 'Remove it: search and copied text would carry it along.',
	},
	{
		// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
		pattern: /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/u,
		name: 'a control character',
		mend: 'Remove it.',
	},
	{
		pattern: /\uFFFD/u,
		name: 'the mark of a lost character (U+FFFD)',
		mend: 'Type the character that was lost.',
	},
];

const codePoint = (character: string) =>
	`U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;

/** Why a file is not text. */
function unreadable({ file, bytes, text }: ContentFile): Complaint[] {
	if (!bytes || bytes.length > largestFile) return [];
	const utf16 =
		(bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
	if (utf16) {
		return [{ what: 'The file is UTF-16.', where: `${file}:1`, mend: 'Save as UTF-8.' }];
	}
	const place = Math.max(0, text.search(/[\uFFFD\0]/u));
	const line = text.slice(0, place).split('\n').length;
	const what = text[place] === '\0' ? 'A NUL character.' : 'Bytes that are not UTF-8.';
	return [{ what, where: `${file}:${line}`, mend: 'Save as UTF-8 and type the character again.' }];
}

const characters: ContentCheck = ({ files }) =>
	files.flatMap((file) => {
		if (!isReadable(file)) return unreadable(file);
		const lines = file.text.split('\n');
		return unwanted.flatMap(({ pattern, name, mend }) => {
			const at = lines.findIndex((line) => pattern.test(line));
			if (at === -1) return [];
			const found = pattern.exec(lines[at]!)![0];
			return [
				{ what: `Found ${name}, ${codePoint(found)}.`, where: `${file.file}:${at + 1}`, mend },
			];
		});
	});

export const characterChecks: ContentCheck[] = [characters];
