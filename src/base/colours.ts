/** Colours of the site outside a browser: cards, downloads and icons take them from the tokens. */
import { readFileSync } from 'node:fs';

const tokensFile = 'src/frame/tokens.css';

/** A colour token in one theme, such as `#fbf7ee`. Throws when there is no such token. */
export function colour(name: string, theme: 'light' | 'dark' = 'light'): string {
	const found = new RegExp(
		`--${name}:\\s*light-dark\\(\\s*(?<light>#[0-9a-f]{6}),\\s*(?<dark>#[0-9a-f]{6})`,
		'iu',
	).exec(readFileSync(tokensFile, 'utf8'));
	if (!found) throw new Error(`${tokensFile} has no --${name}: light-dark(#…, #…)`);
	return found.groups![theme]!;
}

/** A style sheet with each `var(--token)` replaced by its colour in the light theme. */
export const withColours = (css: string): string =>
	css.replace(/var\(--([a-z-]+)\)/gu, (_, name: string) => colour(name));
