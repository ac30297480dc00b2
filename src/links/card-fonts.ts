/**
 * The cards' two typefaces. Each package cuts its font into about a hundred slices by code point;
 * only the slices a build needs are read, and a character that none of them can draw stops it.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { create } from 'fontkitten';
import type { FontDetails } from '@takumi-rs/core';
import { ContentError } from '../base/content-error.ts';

/**
 * Latin companion of the two: English quotation marks and apostrophes only, which the Chinese
 * fonts draw as wide as a character.
 */
const latinMarks = { package: '@fontsource-variable/source-serif-4', first: 0x2018, last: 0x201d };

const require = createRequire(import.meta.url);

type Range = [first: number, last: number];

interface Slice {
	file: string;
	ranges: Range[];
}

/** A typeface by the name the cards' style sheet uses. */
const packages = {
	song: '@fontsource-variable/noto-serif-sc',
	hei: '@fontsource-variable/noto-sans-sc',
} as const;
type Family = keyof typeof packages;
const families = Object.keys(packages) as Family[];

function rangesOf(list: string): Range[] {
	return list.split(',').map((range) => {
		const [first, last] = range.trim().slice(2).split('-');
		return [parseInt(first!, 16), parseInt(last ?? first!, 16)];
	});
}

function slicesOf(family: Family): Slice[] {
	const folder = dirname(require.resolve(`${packages[family]}/package.json`));
	const name = packages[family].split('/')[1]!;
	const ranges = JSON.parse(readFileSync(join(folder, 'unicode.json'), 'utf8')) as Record<
		string,
		string
	>;
	return Object.entries(ranges).map(([key, list]) => ({
		file: join(folder, 'files', `${name}-${key.replace(/[[\]]/g, '')}-wght-normal.woff2`),
		ranges: rangesOf(list),
	}));
}

const holds = ({ ranges }: Slice, codePoint: number) =>
	ranges.some(([first, last]) => first <= codePoint && codePoint <= last);

const versions = [...Object.values(packages), latinMarks.package]
	.map((name) => (require(`${name}/package.json`) as { version: string }).version)
	.join(' ');

/** Versions of the fonts, part of what decides whether a card is drawn anew. */
export const fontVersions = (): string => versions;

/** The font of English quotation marks, under the name the style sheet uses. */
function latinMarkFont(): FontDetails {
	const folder = dirname(require.resolve(`${latinMarks.package}/package.json`));
	const file = join(folder, 'files/source-serif-4-latin-wght-normal.woff2');
	return {
		name: 'latin-marks',
		data: readFileSync(file),
		unicodeRange: [[latinMarks.first, latinMarks.last]],
	};
}

/**
 * The slices that draw these words in both typefaces, ready to register.
 * Throws a `ContentError` that names each character no slice has a glyph for.
 */
export function fontsFor(words: string): FontDetails[] {
	const codePoints = [...new Set(words)]
		.map((character) => character.codePointAt(0)!)
		.filter((codePoint) => codePoint > 0x20)
		.sort((a, b) => a - b);
	const chinese = families.flatMap((family) => {
		const missing = new Set(codePoints);
		const fonts = slicesOf(family).flatMap((slice): FontDetails[] => {
			const wanted = codePoints.filter((codePoint) => holds(slice, codePoint));
			if (wanted.length === 0) return [];
			const data = readFileSync(slice.file);
			// The ranges are Google's plan; the font's own table says what was really drawn.
			const font = create(data);
			if (!('hasGlyphForCodePoint' in font)) return [];
			for (const codePoint of wanted) {
				if (font.hasGlyphForCodePoint(codePoint)) missing.delete(codePoint);
			}
			return [{ name: family, data, unicodeRange: slice.ranges }];
		});
		if (missing.size > 0) {
			throw new ContentError(
				[...missing].map((codePoint) => ({
					what: `The cards’ typeface has no glyph for “${String.fromCodePoint(codePoint)}” (U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}).`,
					where: packages[family],
					mend: 'Find the character in a title, caption or summary and write it otherwise.',
				})),
			);
		}
		return fonts;
	});
	return [latinMarkFont(), ...chinese];
}
