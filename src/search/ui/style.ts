const adopted = new Set<string>();

/** Adds a style sheet that comes with a script, once. Needs neither an element nor a request. */
export function adoptStyle(css: string): void {
	if (adopted.has(css)) return;
	adopted.add(css);
	const sheet = new CSSStyleSheet();
	sheet.replaceSync(css);
	document.adoptedStyleSheets.push(sheet);
}
