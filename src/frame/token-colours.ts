/** A colour token's values in both themes, read from the text of tokens.css. */
export function tokenColours(css: string, name: string): { light: string; dark: string } {
	const [, light, dark] = new RegExp(`--${name}: light-dark\\((#\\w+), (#\\w+)\\)`).exec(css) ?? [];
	if (!light || !dark) {
		throw new Error(`src/frame/tokens.css: --${name} is not light-dark(#…, #…) with two colours.`);
	}
	return { light, dark };
}
