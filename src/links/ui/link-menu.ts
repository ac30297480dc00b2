/**
 * The menu beside a block's link. Opening it copies the link; its buttons copy the block as a
 * Markdown link, as a quote with source, or as a citation. Where the browser refuses the clipboard,
 * a field with the text selected appears instead. One menu serves the whole page.
 */
import { blocksOf, type Block } from '../../base/blocks.ts';
import type { Language } from '../../base/languages.ts';
import {
	accessedOn,
	blockItem,
	citationFormats,
	type CitationFormat,
	type CslItem,
} from '../citations.ts';
import {
	copiedLink,
	copiedMarkdown,
	copiedPassage,
	copiedQuote,
	copiedText,
	type Copied,
	type Quotable,
} from '../copy-formats.ts';
import { placeOf, placeTitle } from '../place.ts';
import { quoteOf } from '../quotes.ts';
import { passageOf } from '../text-fragment.ts';
import { homeSlug } from '../../base/urls.ts';
import { style } from './link-menu-style.ts';

const root = document.documentElement;
const language: Language = root.lang === 'en' ? 'en' : 'zh';
const { base = '/' } = root.dataset;
const edition = language === 'en' ? `${base}en/` : base;
const { words } = await (language === 'en'
	? import('../../base/words/permalinks-en.ts')
	: import('../../base/words/permalinks-zh.ts'));

const article = document.querySelector('main article[data-page]');
const blocks = article ? blocksOf(article) : [];

/** Distance of the menu from what it belongs to, in CSS px. */
const gap = 8;
/** A live region speaks only of what changes after it is shown. */
const announceDelayMs = 100;

function quotableOf(block: Block): Quotable {
	const place = placeOf(document, block);
	return {
		language,
		title: placeTitle(place),
		url: `${location.origin}${edition}s/${block.id}/`,
		quote: quoteOf(block, language),
		reportPages: place.reportPages,
	};
}

/** Writes text and HTML in one go; tells whether the browser let us. */
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
		return false;
	}
}

/** The page's citation with the report beside it, both turned to one block and to today. */
async function citationOf(block: Block, format: CitationFormat): Promise<string> {
	const slug = article?.getAttribute('data-page') ?? homeSlug;
	const response = await fetch(`${edition}cite/${slug === homeSlug ? 'site' : slug}.json`);
	if (!response.ok) throw new Error(String(response.status));
	const [page, report] = (await response.json()) as [CslItem, CslItem];
	const { url, reportPages } = quotableOf(block);
	const { section } = placeOf(document, block);
	const today = new Date().toLocaleDateString('sv-SE');
	return citationFormats[format]([
		accessedOn(blockItem(page, { id: block.id, section, url }), today),
		{ ...report, ...(reportPages ? { page: reportPages } : {}) },
	]);
}

/** One button: what it is called and what it copies. */
interface Choice {
	label: string;
	copy: () => Promise<Copied> | Copied;
}

const citationLabels: [format: CitationFormat, label: string][] = [
	['txt', 'GB/T 7714'],
	['bib', 'BibTeX'],
	['ris', 'RIS'],
	['json', 'CSL-JSON'],
];

/** Choices that belong together, under a word where one helps. */
interface ChoiceGroup {
	label?: string;
	choices: Choice[];
}

function groupsFor(block: Block): [link: ChoiceGroup, citations: ChoiceGroup] {
	const quotable = quotableOf(block);
	return [
		{
			choices: [
				{ label: words.link, copy: () => copiedLink(quotable) },
				{ label: words.markdown, copy: () => copiedMarkdown(quotable) },
				{ label: words.quote, copy: () => copiedQuote(quotable) },
			],
		},
		{
			label: words.cite,
			choices: citationLabels.map(([format, label]) => ({
				label,
				copy: async () => copiedText(await citationOf(block, format)),
			})),
		},
	];
}

class LinkMenu extends HTMLElement {
	#status = document.createElement('output');
	#choices = document.createElement('div');
	#field = document.createElement('textarea');

	connectedCallback() {
		if (this.#status.isConnected) return;
		this.popover = 'auto';
		this.setAttribute('role', 'group');
		this.#field.readOnly = true;
		this.#field.rows = 3;
		this.append(this.#choices, this.#status, this.#field);
	}

	/** Shows groups of choices beside a box of the window. */
	show(label: string, groups: readonly ChoiceGroup[], beside: DOMRect, takeFocus: boolean) {
		this.setAttribute('aria-label', label);
		this.#field.hidden = true;
		this.#status.value = '';
		this.#choices.replaceChildren(...groups.map((group) => this.#group(group)));
		this.hidePopover();
		this.showPopover();
		this.#place(beside);
		if (takeFocus) this.#choices.querySelector('button')?.focus();
	}

	async copy({ label, copy }: Choice) {
		let text: Copied;
		try {
			text = await copy();
		} catch {
			this.#say(words.failed);
			return;
		}
		const done = await copied(text);
		this.#field.hidden = done;
		if (done) {
			this.#say(words.copied(label));
			return;
		}
		this.#say(words.refused);
		this.#field.value = text.plain.trim();
		this.#field.setAttribute('aria-label', label);
		this.#field.focus();
		this.#field.select();
	}

	#group({ label, choices }: ChoiceGroup): HTMLElement {
		const row = document.createElement('div');
		row.append(...(label ? [label] : []), ...choices.map((choice) => this.#button(choice)));
		return row;
	}

	#button(choice: Choice): HTMLButtonElement {
		const button = document.createElement('button');
		button.type = 'button';
		button.textContent = choice.label;
		button.addEventListener('click', () => this.copy(choice));
		return button;
	}

	#say(text: string) {
		setTimeout(() => {
			this.#status.value = text;
		}, announceDelayMs);
	}

	/** Below the box, or above it where the window ends; never outside the window. */
	#place(beside: DOMRect) {
		const { offsetWidth: width, offsetHeight: height } = this;
		const below = beside.bottom + gap;
		const top = below + height > innerHeight ? Math.max(gap, beside.top - gap - height) : below;
		const left = Math.max(gap, Math.min(beside.left, root.clientWidth - width - gap));
		this.style.inset = `${top + scrollY}px auto auto ${left + scrollX}px`;
	}
}

customElements.define('link-menu', LinkMenu);
document.adoptedStyleSheets.push(style);
const menu = document.body.appendChild(new LinkMenu());

/** Copies a block's link and opens the menu beside it. */
export function openLinkMenu(control: HTMLAnchorElement, takeFocus: boolean) {
	const id = control.hash.slice(1);
	const block = blocks.find((candidate) => candidate.id === id);
	if (!block) return;
	const groups = groupsFor(block);
	menu.show(words.menu, groups, control.getBoundingClientRect(), takeFocus);
	menu.copy(groups[0].choices[0]!);
}

/** Offers to copy a link to the selected words. */
export function offerPassage() {
	const selection = getSelection();
	if (!selection || selection.rangeCount === 0) return;
	const range = selection.getRangeAt(0);
	const passage = passageOf(range, blocks, root.lang);
	if (!passage) return;
	const { block, quote, fragment } = passage;
	const url = `${location.origin}${location.pathname}#${fragment}`;
	const copy = () => copiedPassage({ ...quotableOf(block), quote, url });
	const rects = range.getClientRects();
	const beside = rects[rects.length - 1] ?? range.getBoundingClientRect();
	menu.show(words.passageMenu, [{ choices: [{ label: words.passage, copy }] }], beside, false);
}
