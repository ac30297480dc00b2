/** A page with all that can be pressed. */
export const flowPath = '/technical-logic/';

/** What a reader does there, which loads a script, and what shows that it worked. */
export const flows: { name: string; click?: string; key?: '/' | '?'; result: string }[] = [
	{ name: 'a block’s link', click: 'main .permalink > a[href^="#"]', result: 'link-menu button' },
	{ name: 'a verdict', click: 'main a.verdicts', result: 'target-card:popover-open' },
	{ name: 'the search key', key: '/', result: '.search-dialog[open] input' },
	{ name: 'the list of keys', key: '?', result: 'dialog.keys[open]' },
];

/** Where nothing can be loaded, a link does what a link does, or one sentence says so. */
export const excuse = '[role="alert"]:popover-open';
