/** What is copied for a block, as plain text and as HTML for editors that keep links. */
import type { Language } from '../base/languages.ts';
import { markdownInline, markdownLine } from '../base/markdown-text.ts';
import { formatPages } from '../base/numbers.ts';
import { escaped } from './html.ts';

/** One thing to copy, for one clipboard write. */
export interface Copied {
	plain: string;
	html: string;
}

/** A block as others will quote it. */
export interface Quotable {
	language: Language;
	/** 技术逻辑 § 三步训练. */
	title: string;
	/** Absolute address, ASCII only. */
	url: string;
	quote: string;
	/** Pages of the report, `7–8`. */
	reportPages: string | undefined;
}

const reportPhrase = {
	zh: (pages: string) => `，报告${formatPages(pages, 'zh')}`,
	en: (pages: string) => `, report ${formatPages(pages, 'en')}`,
} as const;

const pagesOf = ({ language, reportPages }: Quotable) =>
	reportPages ? reportPhrase[language](reportPages) : '';

/**
 * Text that Markdown must not read as markup. An address in it loses its scheme: GFM makes a link
 * of it however it is escaped, and a quote has one link, its source.
 */
export function markdownText(text: string): string {
	return markdownLine(markdownInline(text)).replace(/https?:\/\/|\bwww\./gi, '');
}

const anchor = ({ url, title }: Quotable) => `<a href="${escaped(url)}">${escaped(title)}</a>`;
const markdownLink = ({ url, title }: Quotable) => `[${markdownText(title)}](${url})`;

/**
 * The bare address. Spaces on both sides keep autolinkers from taking the Chinese text and
 * punctuation after it for a part of it; an address bar drops them.
 */
export function copiedLink(block: Quotable): Copied {
	return { plain: ` ${block.url} `, html: anchor(block) };
}

/** A Markdown link. */
export function copiedMarkdown(block: Quotable): Copied {
	return { plain: markdownLink(block), html: anchor(block) };
}

/** The block's words with their source: a Markdown quote, or a quotation in rich text. */
export function copiedQuote(block: Quotable): Copied {
	return {
		plain: `> ${markdownText(block.quote)}\n> — ${markdownLink(block)}${pagesOf(block)}\n`,
		html: `<blockquote><p>${escaped(block.quote)}</p></blockquote><p>— ${anchor(block)}${pagesOf(block)}</p>`,
	};
}

/** Selected words and an address that leads to just them. */
export function copiedPassage(block: Quotable): Copied {
	const [open, close] = block.language === 'zh' ? ['“', '”'] : ['“', '”'];
	return {
		plain: `${open}${block.quote}${close} ${block.url} `,
		html: `${open}${escaped(block.quote)}${close} — ${anchor(block)}`,
	};
}

/** References as text; addresses in them are made links in rich text. */
export function copiedText(text: string): Copied {
	const lines = text.trimEnd().split(/\r?\n/);
	return { plain: text, html: lines.map(escaped).join('<br>') };
}
