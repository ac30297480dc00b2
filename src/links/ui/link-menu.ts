/**
 * The menu of a block's link. Opening it copies the address; its buttons share or copy the block as
 * a Markdown link, a quote with source, or a citation. Where the browser refuses the clipboard, a
 * field with the text selected appears instead. One menu serves the whole page; it stands behind
 * the link it belongs to, so that Tab goes on from there.
 */
import { adoptStyle } from '../../base/adopt-style.ts';
import { blocksOf, type Block } from '../../base/blocks.ts';
import { element } from '../../base/element.ts';
import { languageOfTag, rootOf } from '../../base/languages.ts';
import { sharePathOf, withBase } from '../../base/urls.ts';
import { loadAgain } from '../../base/load-again.ts';
import type { LinkWords } from '../../base/words/index.ts';
import { citationFormats, cslDate, type CitationFormat, type CslItem } from '../citations.ts';
import {
	copiedImage,
	copiedLink,
	copiedMarkdown,
	copiedQuote,
	copiedText,
	type Copied,
	type Quotable,
} from '../copy-formats.ts';
import { blockName, placeInReport, placeOf, quoteOf } from '../quote.ts';
import { announce, writeClipboard } from './clipboard.ts';
import styles from './link-menu.css?inline';

const pageRoot = document.documentElement;
const language = languageOfTag(pageRoot.lang);
const { base = '/' } = pageRoot.dataset;
let words: LinkWords;

const article = document.querySelector('main article');
const blocksWith = (node: Node) => (article ? blocksOf(article, node) : []);

/** Distance of the menu from what it belongs to, in CSS px. */
const gap = 8;

function quotableOf(block: Block): Quotable {
	const place = placeOf(document, block);
	return {
		kind: block.kind,
		title: place.title,
		url: location.origin + withBase(sharePathOf(block.id, language), base),
		quote: quoteOf(block, language),
		inReport: words.inReport(placeInReport(place, language)),
	};
}

/** Both works, each with the place of a block in it, as read today. */
async function citationOf(block: Block, format: CitationFormat): Promise<Copied> {
	const response = await fetch(`${withBase(rootOf(language), base)}cite/site.json`);
	if (!response.ok) throw new Error(String(response.status));
	const [guide, report] = (await response.json()) as [CslItem, CslItem];
	const { url } = quotableOf(block);
	const { title, locator, reportPages: pages } = placeOf(document, block);
	const today = new Date().toLocaleDateString('sv-SE');
	const read = { ...guide, accessed: cslDate(today) };
	const inReport = pages ? { pages } : { name: locator };
	const works = [[read, { name: title, url }] as const, [report, inReport] as const];
	return copiedText(citationFormats[format](works, language));
}

/** What a button is called, and what it copies, if it does not do something else. */
type Choice = [label: string, act: () => Copied | Promise<Copied> | undefined];

/** A link to the words that were selected when the menu was asked for. */
async function passageChoice(selection: Range | undefined): Promise<Choice[]> {
	if (!selection) return [];
	const { passageOf } = await loadAgain(() => import('../passage.ts'));
	const passage = passageOf(selection, blocksWith(selection.startContainer));
	if (!passage) return [];
	const quotable = quotableOf(passage.block);
	const url = quotable.url + passage.fragment;
	return [[words.passage, () => copiedLink({ ...quotable, url })]];
}

function choicesFor(block: Block): Choice[] {
	const quotable = quotableOf(block);
	const { title, quote: text, url } = quotable;
	const drawing = ':scope > * a[download][href$=".svg"]';
	const image = block.element.querySelector<HTMLAnchorElement>(drawing);
	const isPhone = 'share' in navigator && matchMedia('(pointer: coarse)').matches;
	const choices: (Choice | false | null)[] = [
		// On a phone the system's share sheet comes first; closing it is no failure.
		isPhone && [words.share, () => void navigator.share({ title, text, url }).catch(() => {})],
		[words.link, () => copiedLink(quotable)],
		['Markdown', () => copiedMarkdown(quotable)],
		[words.quote, () => copiedQuote(quotable)],
		image && [words.embed, () => copiedImage(quotable, image.href)],
	];
	return choices.filter((choice) => !!choice);
}

const menu = document.createElement('link-menu');
const [actions, cite, status] = [element('span'), element('span'), element('output')];
const field = element('textarea', { readOnly: true, rows: 3 });
menu.popover = 'auto';
menu.setAttribute('role', 'group');
menu.append(actions, cite, status, field);
adoptStyle(styles);

/** Does what a choice says; of what it copies, says that it is done. */
async function choose([label, act]: Choice, done = words.copied(label)): Promise<void> {
	try {
		const copied = act();
		if (!copied) return;
		const isCopied = await writeClipboard(copied);
		field.hidden = isCopied;
		announce(status, isCopied ? done : words.refused);
		if (isCopied) return;
		field.setAttribute('aria-label', words.refused);
		field.value = (await copied).plain.trim();
		field.focus();
		field.select();
	} catch {
		announce(status, words.failed);
	}
}

const buttonOf = (choice: Choice) =>
	element('button', { type: 'button', textContent: choice[0], onclick: () => choose(choice) });

/** Below the block, or above it; at the window's foot where the block leaves no room. */
function place(block: DOMRect) {
	const { offsetWidth: width, offsetHeight: height } = menu;
	const below = block.bottom + gap;
	const above = block.top - gap - height;
	const foot = innerHeight - height - gap;
	const top = below >= gap && below <= foot ? below : above >= gap ? above : foot;
	const left = Math.max(gap, Math.min(block.left, pageRoot.clientWidth - width - gap));
	menu.style.inset = `${top + scrollY}px auto auto ${left + scrollX}px`;
}

/**
 * Copies a block's link and opens the menu.
 *
 * @param given The words the menu says.
 * @param takeFocus Whether its first button is focused, for readers by keyboard.
 * @param selection What was selected when the link was pressed.
 */
export async function openLinkMenu(
	given: LinkWords,
	control: HTMLAnchorElement,
	takeFocus: boolean,
	selection?: Range,
): Promise<void> {
	words = given;
	const target = document.getElementById(control.hash.slice(1));
	const block = target && blocksWith(target).find(({ element }) => element === target);
	if (!block) return;
	const first = choose([words.link, () => copiedLink(quotableOf(block))], words.linkCopied);
	const all = [...(await passageChoice(selection)), ...choicesFor(block)];
	// Loaded under two addresses after a failure, this file has made two.
	for (const other of document.querySelectorAll('link-menu')) other.remove();
	control.parentElement!.after(menu);
	menu.setAttribute('aria-label', words.menu(blockName(block, language)));
	field.hidden = true;
	status.textContent = '';
	actions.replaceChildren(...all.map(buttonOf));
	const formats = { txt: words.plainText, bib: 'BibTeX', ris: 'RIS', json: 'CSL-JSON' };
	const citing = (Object.keys(formats) as CitationFormat[]).map((one) =>
		buttonOf([formats[one], () => citationOf(block, one)]),
	);
	cite.replaceChildren(words.cite, ...citing);
	menu.showPopover?.();
	place(block.element.getBoundingClientRect());
	if (takeFocus) actions.querySelector('button')?.focus();
	await first;
}
