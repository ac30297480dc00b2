/**
 * The menu of a block's link. Opening it copies the address; its buttons share or copy the block as
 * a Markdown link, a quote with source, or a citation. Where the browser refuses the clipboard, a
 * field with the text selected appears instead. One menu serves the whole page; it stands behind
 * the link it belongs to, so that Tab goes on from there.
 */
import { blocksOf, type Block } from '../../base/blocks.ts';
import { languageOfTag } from '../../base/languages.ts';
import { homeSlug, pathOf, sharePathOf, withBase } from '../../base/urls.ts';
import { loadWords } from '../../base/words/load.ts';
import { accessedOn, citationFormats, type CitationFormat, type CslItem } from '../citations.ts';
import {
	copiedLink,
	copiedMarkdown,
	copiedQuote,
	copiedText,
	reportPhrase,
	type Copied,
	type Quotable,
} from '../copy-formats.ts';
import { nameOf, placeOf, placeTitle, quoteOf } from '../quote.ts';
import { passageOf } from '../text-fragment.ts';
import { style } from './link-menu-style.ts';

const root = document.documentElement;
const language = languageOfTag(root.lang);
const { base = '/' } = root.dataset;
const words = await loadWords('links');

const article = document.querySelector('main article');
const blocks = article ? blocksOf(article) : [];

/** Distance of the menu from what it belongs to, in CSS px. */
const gap = 8;
/** A live region speaks only of what changes after it is shown. */
const announceDelayMs = 100;

function quotableOf(block: Block): Quotable {
	const place = placeOf(document, block);
	return {
		language,
		kind: block.kind,
		title: placeTitle(place),
		url: location.origin + withBase(sharePathOf(block.id, language), base),
		quote: quoteOf(block, language),
		inReport: reportPhrase(place.reportPages, language, words.inReport),
	};
}

/** Writes text and HTML in one go; whether the browser let us. */
async function copied({ plain, html }: Copied): Promise<boolean> {
	try {
		await navigator.clipboard.write([
			new ClipboardItem({
				'text/plain': new Blob([plain], { type: 'text/plain' }),
				'text/html': new Blob([html], { type: 'text/html' }),
			}),
		]);
		return true;
	} catch {
		return (
			navigator.clipboard?.writeText(plain).then(
				() => true,
				() => false,
			) ?? false
		);
	}
}

/** Both works, each with the place of a block in it, as read today. */
async function citationOf(block: Block, format: CitationFormat): Promise<string> {
	const file = `${withBase(pathOf(homeSlug, language), base)}cite/site.json`;
	const response = await fetch(file);
	if (!response.ok) throw new Error(String(response.status));
	const [guide, report] = (await response.json()) as [CslItem, CslItem];
	const { title, url } = quotableOf(block);
	const { reportPages } = placeOf(document, block);
	const today = new Date().toLocaleDateString('sv-SE');
	return citationFormats[format](
		[
			[accessedOn(guide, today), { name: title, url }],
			[report, { pages: reportPages }],
		],
		language,
	);
}

/** One button: what it is called and what it does. */
interface Choice {
	label: string;
	copy?: () => Promise<Copied> | Copied;
	act?: () => Promise<void>;
}

const citationLabels: [format: CitationFormat, label: string][] = [
	['txt', words.plainText],
	['bib', 'BibTeX'],
	['ris', 'RIS'],
	['json', 'CSL-JSON'],
];

/** On a phone the system's share sheet comes first. */
function shareChoices({ title, quote, url }: Quotable): Choice[] {
	if (!('share' in navigator) || !matchMedia('(pointer: coarse)').matches) return [];
	return [{ label: words.share, act: () => navigator.share({ title, text: quote, url }) }];
}

/** A link to the words that were selected when the menu was asked for. */
function passageChoices(selection: Range | undefined): Choice[] {
	const passage = selection && passageOf(selection, blocks, root.lang);
	if (!passage) return [];
	const url = `${location.origin}${location.pathname}#${passage.fragment}`;
	const quotable = { ...quotableOf(passage.block), quote: passage.quote, url };
	return [{ label: words.passage, copy: () => copiedLink(quotable) }];
}

function choicesFor(block: Block, selection: Range | undefined): [Choice[], Choice[]] {
	const quotable = quotableOf(block);
	return [
		[
			...shareChoices(quotable),
			...passageChoices(selection),
			{ label: words.link, copy: () => copiedLink(quotable) },
			{ label: words.markdown, copy: () => copiedMarkdown(quotable) },
			{ label: words.quote, copy: () => copiedQuote(quotable) },
		],
		citationLabels.map(([format, label]) => ({
			label,
			copy: async () => copiedText(await citationOf(block, format)),
		})),
	];
}

class LinkMenu extends HTMLElement {
	#status = document.createElement('output');
	#choices = document.createElement('span');
	#field = document.createElement('textarea');

	constructor() {
		super();
		this.#field.readOnly = true;
		this.#field.rows = 3;
	}

	connectedCallback() {
		this.popover = 'auto';
		this.setAttribute('role', 'group');
		this.append(this.#choices, this.#status, this.#field);
	}

	/** Shows a block's choices beside it. */
	show(block: Block, selection: Range | undefined, takeFocus: boolean) {
		this.setAttribute('aria-label', words.menu(nameOf(block, language)));
		this.#field.hidden = true;
		this.#status.value = '';
		const [links, citations] = choicesFor(block, selection);
		this.#choices.replaceChildren(this.#group(links), this.#group(citations, words.cite));
		this.showPopover?.();
		this.#place(block.element.getBoundingClientRect());
		if (takeFocus) this.#choices.querySelector('button')?.focus();
		const quotable = quotableOf(block);
		this.copy(words.link, () => copiedLink(quotable), words.linkCopied);
	}

	async copy(label: string, copy: NonNullable<Choice['copy']>, done = words.copied(label)) {
		let text: Copied;
		try {
			text = await copy();
		} catch {
			this.#say(words.failed);
			return;
		}
		this.#field.hidden = await copied(text);
		this.#say(this.#field.hidden ? done : words.refused);
		if (this.#field.hidden) return;
		this.#field.value = text.plain.trim();
		this.#field.setAttribute('aria-label', label);
		this.#field.focus();
		this.#field.select();
	}

	#group(choices: readonly Choice[], label?: string): HTMLElement {
		const row = document.createElement('span');
		row.append(...(label ? [label] : []), ...choices.map((choice) => this.#button(choice)));
		return row;
	}

	#button({ label, copy, act }: Choice): HTMLButtonElement {
		const button = document.createElement('button');
		button.type = 'button';
		button.textContent = label;
		button.addEventListener('click', () => {
			// A reader who closes the share sheet has done nothing wrong.
			if (act) act().catch(() => {});
			else if (copy) this.copy(label, copy);
		});
		return button;
	}

	#say(text: string) {
		setTimeout(() => {
			this.#status.value = text;
		}, announceDelayMs);
	}

	/** Below the block, or above it; at the window's foot where the block leaves no room. */
	#place(block: DOMRect) {
		const { offsetWidth: width, offsetHeight: height } = this;
		const below = block.bottom + gap;
		const above = block.top - gap - height;
		const foot = innerHeight - height - gap;
		const top = below >= gap && below <= foot ? below : above >= gap ? above : foot;
		const left = Math.max(gap, Math.min(block.left, root.clientWidth - width - gap));
		this.style.inset = `${top + scrollY}px auto auto ${left + scrollX}px`;
	}
}

customElements.define('link-menu', LinkMenu);
document.adoptedStyleSheets.push(style);
const menu = new LinkMenu();

/**
 * Copies a block's link and opens the menu.
 *
 * @param selection What was selected when the link was pressed.
 */
export function openLinkMenu(control: HTMLAnchorElement, takeFocus: boolean, selection?: Range) {
	const block = blocks.find(({ id }) => id === control.hash.slice(1));
	if (!block) return;
	control.parentElement!.after(menu);
	menu.show(block, selection, takeFocus);
}
