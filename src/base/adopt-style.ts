/** Adds a style sheet that comes with a script. Needs neither an element nor a request. */
export function adoptStyle(css: string): void {
	const sheet = new CSSStyleSheet();
	sheet.replaceSync(css);
	document.adoptedStyleSheets.push(sheet);
}
