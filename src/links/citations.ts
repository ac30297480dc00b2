/**
 * Citations of the site, a page, a block and the original report. One model, CSL-JSON, is turned
 * into four formats; the same code runs in the build and in the reader's browser.
 *
 * The summary and the report are always two works: whoever cites a sentence of ours is given the
 * report beside it, and neither borrows the other's authors or dates.
 */
import type { Bilingual, Language } from '../base/languages.ts';

/** A date as CSL writes it: `{ 'date-parts': [[2026, 11, 23]] }`. */
export interface CslDate {
	'date-parts': [[number, number, number]];
}

/** What we use of CSL-JSON (https://github.com/citation-style-language/schema). */
export interface CslItem {
	id: string;
	type: 'webpage' | 'report';
	title: string;
	/** Other title information: the report's series. */
	'collection-title'?: string;
	/** The site, for a page or a block of it. */
	'container-title'?: string;
	author: { literal: string }[];
	issued: CslDate;
	accessed?: CslDate;
	publisher?: string;
	/** Pages of the report, `7–8`. */
	page?: string;
	language: string;
	URL?: string;
}

/** What citations need to know of the report; `content/report.yaml` gives it. */
export interface ReportIdentity {
	title: Bilingual;
	series: Bilingual;
	institute: Bilingual;
	published: string;
	authors: readonly Bilingual[];
	site: Bilingual;
	editor: Bilingual;
}

const languageTag = { zh: 'zh-CN', en: 'en' } as const;
const languageOf = ({ language }: CslItem): Language => (language === 'en' ? 'en' : 'zh');

/** `2026-11-23` in CSL's form. */
export function cslDate(day: string): CslDate {
	return { 'date-parts': [day.split('-').map(Number) as [number, number, number]] };
}

const isoDate = ({ 'date-parts': [[year, month, day]] }: CslDate) =>
	[year, String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');

/** The original report; with pages when one place in it is cited. */
export function reportItem(report: ReportIdentity, language: Language, pages?: string): CslItem {
	return {
		id: 'citic-2023-aigc',
		type: 'report',
		title: report.title[language],
		'collection-title': report.series[language],
		author: report.authors.map((author) => ({ literal: author[language] })),
		issued: cslDate(report.published),
		publisher: report.institute[language],
		...(pages ? { page: pages } : {}),
		language: languageTag[language],
	};
}

/** A page of this site, or the site itself when `title` is left out. */
export interface PageIdentity {
	/** Slug of the page, `site` for the whole. */
	slug: string;
	title?: string;
	updated: string;
	url: string;
}

/** This site or one of its pages. */
export function pageItem(
	report: ReportIdentity,
	language: Language,
	{ slug, title, updated, url }: PageIdentity,
): CslItem {
	return {
		id: `aigc-reader-${slug}${language === 'en' ? '-en' : ''}`,
		type: 'webpage',
		title: title ?? report.site[language],
		...(title ? { 'container-title': report.site[language] } : {}),
		author: [{ literal: report.editor[language] }],
		issued: cslDate(updated),
		language: languageTag[language],
		URL: url,
	};
}

/** A block of a page: the page's item with the section's name, the block's id and address. */
export function blockItem(
	page: CslItem,
	{ id, section, url }: { id: string; section?: string | undefined; url: string },
): CslItem {
	const mark = languageOf(page) === 'zh' ? '：' : ': ';
	return {
		...page,
		id: `${page.id}-${id}`,
		title: section && section !== page.title ? `${page.title}${mark}${section}` : page.title,
		URL: url,
	};
}

/** An item with the day it was read. */
export function accessedOn(item: CslItem, day: string): CslItem {
	return { ...item, accessed: cslDate(day) };
}

const awaitingDate = { zh: '引用日期', en: 'date accessed' } as const;

/**
 * A reference in the style of GB/T 7714—2025, in force since 2026-07-01: one full-width set of
 * colons, commas and brackets in every language, three authors at most, and for what stands on the
 * net the date of update in round, the date of access in square brackets.
 */
export function gbt7714(item: CslItem): string {
	const language = languageOf(item);
	const names = item.author.map(({ literal }) => literal);
	const rest = language === 'zh' ? '等' : 'et al';
	const authors = names.length > 3 ? [...names.slice(0, 3), rest] : names;
	const series = item['collection-title'] ? `：${item['collection-title']}` : '';
	const container = item['container-title'] ? `//${item['container-title']}` : '';
	const online = item.URL ? '/OL' : '';
	const head = `${authors.join('，')}. ${item.title}${series}`;
	if (item.type === 'report') {
		const pages = item.page ? `：${item.page.replaceAll('–', '-')}` : '';
		return `${head}[R${online}]. ${item.publisher}，${isoDate(item.issued)}${pages}.${item.URL ? ` ${item.URL}.` : ''}`;
	}
	const accessed = item.accessed ? isoDate(item.accessed) : awaitingDate[language];
	return `${head}[EB${online}]${container}. （${isoDate(item.issued)}）[${accessed}]. ${item.URL}.`;
}

const bibtexEscapes: Record<string, string> = {
	'\\': '\\textbackslash{}',
	'~': '\\textasciitilde{}',
};
const bibtexText = (text: string) =>
	text.replace(/[\\~]/g, (mark) => bibtexEscapes[mark]!).replace(/[&%$#_{}]/g, '\\$&');

const monthNames = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** A BibTeX entry, for classic BibTeX and biblatex alike: `@misc` for pages, `@techreport`. */
export function bibtex(item: CslItem): string {
	const [[year, month]] = item.issued['date-parts'];
	const isReport = item.type === 'report';
	const braced = (text: string | undefined) => (text ? `{${bibtexText(text)}}` : undefined);
	const fields: [name: string, value: string | undefined][] = [
		['author', `{${item.author.map(({ literal }) => `{${bibtexText(literal)}}`).join(' and ')}}`],
		['title', `{${braced(item.title)}}`],
		[isReport ? 'institution' : 'howpublished', braced(item.publisher ?? item['container-title'])],
		['series', braced(item['collection-title'])],
		['year', String(year)],
		['month', monthNames[month - 1]],
		['pages', braced(item.page?.replaceAll('–', '--'))],
		['url', item.URL ? `{${item.URL}}` : undefined],
		['urldate', item.accessed ? `{${isoDate(item.accessed)}}` : undefined],
		['langid', languageOf(item) === 'zh' ? '{chinese}' : '{english}'],
	];
	const lines = fields.flatMap(([name, value]) => (value ? [`\t${name} = ${value}`] : []));
	return `@${isReport ? 'techreport' : 'misc'}{${item.id},\n${lines.join(',\n')}\n}`;
}

/** A record in RIS; lines end in CR LF as the format asks. */
export function ris(item: CslItem): string {
	const day = (date: CslDate) => isoDate(date).replaceAll('-', '/');
	const [first, last] = item.page?.split('–') ?? [];
	const tags: [tag: string, value: string | undefined][] = [
		['TY', item.type === 'report' ? 'RPRT' : 'ELEC'],
		['ID', item.id],
		...item.author.map(({ literal }): [string, string] => ['AU', literal]),
		['TI', item.title],
		['T2', item['container-title']],
		['T3', item['collection-title']],
		['PB', item.publisher],
		['PY', String(item.issued['date-parts'][0][0])],
		['DA', day(item.issued)],
		['SP', first],
		['EP', last],
		['LA', item.language],
		['UR', item.URL],
		['Y2', item.accessed ? day(item.accessed) : undefined],
		['ER', ''],
	];
	return tags
		.flatMap(([tag, value]) => (value === undefined ? [] : [`${tag}  - ${value}`]))
		.join('\r\n');
}

/** The formats we offer, by the ending of their file. */
export const citationFormats = {
	txt: (items: readonly CslItem[]) => `${items.map(gbt7714).join('\n')}\n`,
	bib: (items: readonly CslItem[]) => `${items.map(bibtex).join('\n\n')}\n`,
	ris: (items: readonly CslItem[]) => `${items.map(ris).join('\r\n')}\r\n`,
	json: (items: readonly CslItem[]) => `${JSON.stringify(items, null, '\t')}\n`,
} as const;
export type CitationFormat = keyof typeof citationFormats;
