/** What is copied for a block, as plain text and as HTML for editors that keep links. */
import type { BlockKind } from '../base/blocks.ts';
import { markdownInline, markdownLine } from '../base/markdown-text.ts';
import { escaped } from '../base/html.ts';

/** One thing to copy, for one clipboard write. */
export interface Copied {
	plain: string;
	html: string;
}

/** A block as others will quote it. */
export interface Quotable {
	kind: BlockKind;
	/** 技术逻辑 § 三步训练. */
	title: string;
	/** Absolute address, ASCII only. */
	url: string;
	quote: string;
	/** The source in words, with pages of the report: `，报告第 7–8 页`. */
	inReport: string;
}

/**
 * Text that Markdown must not read as markup. An address in it loses its scheme: GFM makes a link
 * of it however it is escaped, and a quote has one link, its source.
 */
const markdownText = (text: string) =>
	markdownLine(markdownInline(text)).replace(/https?:\/\/|\bwww\./gi, '');

const anchor = ({ url, title }: Quotable) => `<a href="${escaped(url)}">${escaped(title)}</a>`;
const markdownLink = ({ url, title }: Quotable) => `[${markdownText(title)}](${url})`;

/** The bare address, without white space. */
export const copiedLink = (block: Quotable): Copied => ({ plain: block.url, html: anchor(block) });

/** A Markdown link. */
export const copiedMarkdown = (block: Quotable): Copied => ({
	plain: markdownLink(block),
	html: anchor(block),
});

/** Code in a fence longer than any in it; other text as one paragraph. */
function markdownQuote({ kind, quote }: Quotable): string {
	if (kind !== 'code') return markdownText(quote);
	const longest = Math.max(2, ...[...quote.matchAll(/`+/g)].map(([run]) => run.length));
	const fence = '`'.repeat(longest + 1);
	return `${fence}\n${quote}\n${fence}`;
}

/** The block's words with their source: a Markdown quote, or a quotation in rich text. */
export function copiedQuote(block: Quotable): Copied {
	const lines = `${markdownQuote(block)}\n\n— ${markdownLink(block)}${block.inReport}`;
	const tag = block.kind === 'code' ? 'pre' : 'p';
	return {
		plain: `${lines.replace(/^/gm, '> ').replace(/^> $/gm, '>')}\n`,
		html: `<blockquote><${tag}>${escaped(block.quote)}</${tag}></blockquote><p>— ${anchor(block)}${escaped(block.inReport)}</p>`,
	};
}

/** A figure's drawing as HTML for other pages, with a link to the figure. */
export function copiedImage({ url, title, quote }: Quotable, image: string): Copied {
	const html = `<a href="${escaped(url)}"><img src="${escaped(image)}" alt="${escaped(quote)}" title="${escaped(title)}"></a>`;
	return { plain: html, html };
}

/** Text as it is; its lines stay apart in rich text. */
export function copiedText(text: string): Copied {
	const lines = text.trimEnd().split(/\r?\n/);
	return { plain: text, html: lines.map(escaped).join('<br>') };
}
