/** One share page as HTML: everything a crawler reads, the quote, and an instant hop. */
import type { Language } from '../base/languages.ts';
import { languageTags } from '../base/languages.ts';
import { formatPages } from '../base/numbers.ts';
import { escaped } from './html.ts';

export interface SharePage {
	language: Language;
	/** Preview title, unique on the site. */
	title: string;
	/** Preview description, unique on the site. */
	description: string;
	/** What the block says, in full. */
	quote: string;
	/** 技术逻辑 § 三步训练. */
	place: string;
	/** Pages of the report, `7–8`. */
	reportPages: string | undefined;
	siteName: string;
	/** Absolute address of the share page itself: previews are kept under it. */
	url: string;
	/** Absolute address of the page the block stands on. */
	canonical: string;
	/** Where readers go: path with base and fragment. */
	target: string;
	/** Absolute address of the card. */
	image: string;
	/** What the card shows, in words. */
	imageAlt: string;
}

const words = {
	zh: { locale: 'zh_CN', report: (pages: string) => `，报告${formatPages(pages, 'zh')}` },
	en: { locale: 'en_GB', report: (pages: string) => `, report ${formatPages(pages, 'en')}` },
} as const;

/**
 * The HTML of a share page, a few kB, no script and no style of its own.
 * Preview rules: https://ogp.me/ and the survey in the team's notes; `og:url` is the share page
 * itself, because a crawler that follows it to the whole page would show the page's card.
 */
export function sharePageHtml(page: SharePage): string {
	const { locale, report } = words[page.language];
	const meta = (key: 'name' | 'property', name: string, content: string) =>
		`<meta ${key}="${name}" content="${escaped(content)}">`;
	return [
		`<!doctype html>`,
		`<html lang="${languageTags[page.language]}">`,
		`<head>`,
		`<meta charset="utf-8">`,
		`<title>${escaped(page.title)}</title>`,
		`<meta http-equiv="refresh" content="0; url=${escaped(page.target)}">`,
		`<link rel="canonical" href="${escaped(page.canonical)}">`,
		// https://www.rfc-editor.org/rfc/rfc8574: the address to cite the block by.
		`<link rel="cite-as" href="${escaped(page.url)}">`,
		meta('name', 'viewport', 'width=device-width, initial-scale=1'),
		meta('name', 'color-scheme', 'light dark'),
		meta('name', 'description', page.description),
		meta('property', 'og:type', 'article'),
		meta('property', 'og:site_name', page.siteName),
		meta('property', 'og:locale', locale),
		meta('property', 'og:url', page.url),
		meta('property', 'og:title', page.title),
		meta('property', 'og:description', page.description),
		meta('property', 'og:image', page.image),
		meta('property', 'og:image:type', 'image/png'),
		meta('property', 'og:image:width', '1200'),
		meta('property', 'og:image:height', '630'),
		meta('property', 'og:image:alt', page.imageAlt),
		meta('name', 'twitter:card', 'summary_large_image'),
		meta('name', 'twitter:title', page.title),
		meta('name', 'twitter:description', page.description),
		meta('name', 'twitter:image', page.image),
		meta('name', 'twitter:image:alt', page.imageAlt),
		`</head>`,
		`<body>`,
		`<main>`,
		`<h1>${escaped(page.place)}</h1>`,
		`<blockquote cite="${escaped(page.canonical)}"><p>${escaped(page.quote)}</p></blockquote>`,
		`<p>— <a href="${escaped(page.target)}">${escaped(page.place)}</a>${page.reportPages ? report(page.reportPages) : ''}</p>`,
		`</main>`,
		`</body>`,
		`</html>`,
		``,
	].join('\n');
}
