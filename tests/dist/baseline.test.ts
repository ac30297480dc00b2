/** What the oldest browsers of `docs/browsers.md` lack and would stop a whole script or page. */
import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** Not in Chrome 109, Safari 16.4 or Firefox 115, unless asked for first. */
const missing: Record<string, RegExp> = {
	'Array.prototype.toSorted and its kin': /\.(toSorted|toReversed|toSpliced)\(/,
	'Map.groupBy, Object.groupBy': /\b(Map|Object)\.groupBy\(/,
	'checkVisibility without a question mark': /\.checkVisibility\(/,
	'Set methods': /\.(isSubsetOf|isSupersetOf|symmetricDifference|isDisjointFrom)\(/,
	'Promise.withResolvers, Promise.try': /\bPromise\.(withResolvers|try)\(/,
	'URL.canParse, AbortSignal.any': /\b(URL\.canParse|AbortSignal\.any)\(/,
	'the v flag of regular expressions': /\/[dgimsuy]*v[dgimsuy]*\.(test|exec)\(/,
};
/** May stand in a script that looks for them before it uses them. */
const asked: Record<string, RegExp> = {
	'new Intl.Segmenter': /Intl\.Segmenter(?:\?|&&|\))|!Intl\.Segmenter/,
	'new Highlight': /CSS\.highlights(?:\?|&&|\)|\|\|)|!CSS\.highlights/,
};

const scripts = globSync('dist/_astro/*.js').map((file) => [file, readFileSync(file, 'utf8')]);

test('no script needs what the oldest browsers lack', () => {
	expect(scripts.length).toBeGreaterThan(10);
	const found = scripts.flatMap(([file, text]) => [
		...Object.entries(missing).flatMap(([what, pattern]) =>
			pattern.test(text!) ? [`${file}: ${what}`] : [],
		),
		...Object.entries(asked).flatMap(([what, question]) =>
			text!.includes(what) && !question.test(text!) ? [`${file}: ${what}, not asked for`] : [],
		),
	]);
	expect(found).toEqual([]);
});

test('styles are flat, and know no light-dark()', () => {
	const styles = globSync('dist/**/index.html').flatMap((file) =>
		Array.from(readFileSync(file, 'utf8').matchAll(/<style>(.*?)<\/style>/gs), ([, css]) => css!),
	);
	expect(styles.length).toBeGreaterThan(10);
	for (const css of new Set(styles)) {
		expect(css).not.toMatch(/[{;}]\s*&/);
		expect(css).not.toContain('light-dark(');
		// Firefox 115 drops a content with a text for screen readers: var(--sign-alt,) asks for it.
		expect(css).not.toMatch(/[{;]content:[^;}]*\//);
	}
});
