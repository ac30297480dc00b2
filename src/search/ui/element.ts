/** Makes an element with properties and children; strings become text. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
	tag: Tag,
	properties: Partial<HTMLElementTagNameMap[Tag]> = {},
	children: readonly (Node | string)[] = [],
): HTMLElementTagNameMap[Tag] {
	const made = Object.assign(document.createElement(tag), properties);
	made.append(...children);
	return made;
}

/** Adds a style sheet that comes with a script. Needs neither an element nor a request. */
export function adoptStyle(css: string): void {
	const sheet = new CSSStyleSheet();
	sheet.replaceSync(css);
	document.adoptedStyleSheets.push(sheet);
}
