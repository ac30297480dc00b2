/**
 * Citations of two works: this guide and the report it summarises. One model, CSL-JSON, is turned
 * into text and exchange formats; the same code runs in the build and in the reader's browser. A
 * work has one entry; a place in it is a locator or an address beside the entry.
 */
import { languageTags, type Bilingual, type Language } from '../base/languages.ts';
import { formatDate } from '../base/numbers.ts';

/** A date as CSL writes it: `{ 'date-parts': [[2026, 11, 23]] }`. */
export interface CslDate {
	'date-parts': [[number, number, number]];
}

/** A person by family and given name, or a body. */
export type CslName = { family: string; given: string } | { literal: string };

/** What we use of CSL-JSON (https://github.com/citation-style-language/schema). */
export interface CslItem {
	id: string;
	type: 'webpage' | 'report';
	title: string;
	/** The title in the work's own language, where `title` is a translation. */
	'original-title'?: string;
	'collection-title'?: string;
	author: CslName[];
	issued: CslDate;
	accessed?: CslDate;
	publisher?: string;
	/** Release of the guide. */
	version?: string;
	/** Language of the work, not of this entry. */
	language: string;
	URL?: string;
}

/** What citations need to know of both works; `content/report.yaml` gives it. */
export interface ReportIdentity {
	title: Bilingual;
	series: Bilingual;
	institute: Bilingual;
	published: string;
	authors: readonly Bilingual[];
	site: Bilingual;
}

/** `2026-11-23` in CSL's form. */
export function cslDate(day: string): CslDate {
	return { 'date-parts': [day.split('-').map(Number) as [number, number, number]] };
}

const isoDate = ({ 'date-parts': [[year, month, day]] }: CslDate) =>
	[year, String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');

/** A Chinese name: the family name comes first, one character or one word. */
function personOf(name: string): CslName {
	const [first = '', ...rest] = name.includes(' ') ? name.split(' ') : [...name];
	return { family: first, given: rest.join('') };
}

const idIn = (id: string, language: Language) => (language === 'zh' ? id : `${id}-${language}`);

/** The original report, in Chinese whatever the language of the entry. */
export function reportItem(report: ReportIdentity, language: Language): CslItem {
	const { title, series, institute, authors, published } = report;
	return {
		id: idIn('citic-2023-aigc', language),
		type: 'report',
		title: title[language],
		...(title[language] === title.zh ? {} : { 'original-title': title.zh }),
		'collection-title': series[language],
		author: authors.map((author) => personOf(author[language])),
		issued: cslDate(published),
		publisher: institute[language],
		language: 'zh-CN',
	};
}

/** This guide, as of the day its text changed last; `version` is the release, if there is one. */
export function guideItem(
	report: ReportIdentity,
	language: Language,
	{ updated, url, version }: { updated: string; url: string; version?: string | undefined },
): CslItem {
	return {
		id: idIn('aigc-reader', language),
		type: 'webpage',
		title: report.site[language],
		author: [{ literal: report.site[language] }],
		issued: cslDate(updated),
		...(version ? { version } : {}),
		language: language === 'zh' ? 'zh-CN' : languageTags[language],
		URL: url,
	};
}

/** An item with the day it was read. */
export function accessedOn(item: CslItem, day: string): CslItem {
	return { ...item, accessed: cslDate(day) };
}

/** A place in a work: what it is called, its address on the net, pages of the report. */
export interface Locator {
	name?: string | undefined;
	url?: string | undefined;
	pages?: string | undefined;
}

const awaitingDate = '引用日期';

/**
 * A reference in the style of GB/T 7714—2025, in force since 2026-07-01: full-width punctuation,
 * three authors at most, and for what stands on the net the date of update in round, the date of
 * access in square brackets.
 */
export function gbt7714(item: CslItem, { name, url, pages }: Locator = {}): string {
	const names = item.author.map((author) =>
		'literal' in author ? author.literal : author.family + author.given,
	);
	const authors = names.length > 3 ? [...names.slice(0, 3), '等'] : names;
	if (item.type === 'report') {
		const series = item['collection-title'] ? `：${item['collection-title']}` : '';
		const place = pages ? `：${pages.replaceAll('–', '-')}` : '';
		return `${authors.join('，')}. ${item.title}${series}[R]. ${item.publisher}，${isoDate(item.issued)}${place}.`;
	}
	const accessed = item.accessed ? isoDate(item.accessed) : awaitingDate;
	const version = item.version ? `. ${item.version}` : '';
	return `${authors.join('，')}. ${name ?? item.title}[EB/OL]${version}. （${isoDate(item.issued)}）[${accessed}]. ${url ?? item.URL}.`;
}

/** A reference as readers of English expect it, after the style of the APA (7th edition). */
export function apa(item: CslItem, { name, url, pages }: Locator = {}): string {
	const initials = (given: string) => `${given.charAt(0)}.`;
	const names = item.author.map((author) =>
		'literal' in author ? author.literal : `${author.family}, ${initials(author.given)}`,
	);
	const authors =
		names.length > 1 ? `${names.slice(0, -1).join(', ')}, & ${names.at(-1)}` : names.join('');
	const ended = authors.endsWith('.') ? authors : `${authors}.`;
	if (item.type === 'report') {
		const original = item['original-title'] ? ` [${item['original-title']}]` : '';
		const series = item['collection-title'] ? ` (${item['collection-title']})` : '';
		const place = pages ? ` (${/[–,]/u.test(pages) ? 'pp.' : 'p.'} ${pages})` : '';
		return `${ended} (${isoDate(item.issued).slice(0, 4)}). ${item.title}${original}${series}. ${item.publisher}${place}.`;
	}
	const [year, ...day] = formatDate(isoDate(item.issued), 'en').split(' ').reverse();
	const version = item.version ? ` (Version ${item.version})` : '';
	const read = item.accessed ? `Retrieved ${formatDate(isoDate(item.accessed), 'en')}, from ` : '';
	return `${ended} (${year}, ${day.join(' ')}). ${name ?? item.title}${version}. ${read}${url ?? item.URL}`;
}

const escapes: Record<string, string> = {
	'\\': '\\textbackslash{}',
	'~': '\\textasciitilde{}',
};
const texText = (text: string) =>
	text.replace(/[\\~]/g, (mark) => escapes[mark]!).replace(/[&%$#_{}]/g, '\\$&');

/** A biblatex entry: `@report` and `@online`; a place in the work stands in a comment above it. */
export function bibtex(item: CslItem, { name, url, pages }: Locator = {}): string {
	const isReport = item.type === 'report';
	const braced = (text: string | undefined) => (text ? `{${texText(text)}}` : undefined);
	const authors = item.author.map((author) =>
		'literal' in author
			? `{${texText(author.literal)}}`
			: `${texText(author.family)}, ${texText(author.given)}`,
	);
	const fields: [name: string, value: string | undefined][] = [
		['author', `{${authors.join(' and ')}}`],
		['title', `{${braced(item.title)}}`],
		['origtitle', braced(item['original-title'])],
		['type', isReport ? '{Research report}' : undefined],
		['institution', braced(item.publisher)],
		['series', braced(item['collection-title'])],
		['date', `{${isoDate(item.issued)}}`],
		['version', braced(item.version)],
		['url', item.URL ? `{${item.URL}}` : undefined],
		['urldate', item.accessed ? `{${isoDate(item.accessed)}}` : undefined],
		['langid', item.language.startsWith('zh') ? '{chinese}' : '{english}'],
	];
	const place = isReport ? pages && `p. ${pages}` : [name, url].filter(Boolean).join(', ');
	const lines = fields.flatMap(([key, value]) => (value ? [`\t${key} = ${value}`] : []));
	const entry = `@${isReport ? 'report' : 'online'}{${item.id},\n${lines.join(',\n')}\n}`;
	return place ? `% Place cited: ${place}\n${entry}` : entry;
}

/** A record in RIS; lines end in CR LF as the format asks. */
export function ris(item: CslItem): string {
	const day = (date: CslDate) => isoDate(date).replaceAll('-', '/');
	const tags: [tag: string, value: string | undefined][] = [
		['TY', item.type === 'report' ? 'RPRT' : 'ELEC'],
		['ID', item.id],
		...item.author.map((author): [string, string] => [
			'AU',
			'literal' in author ? author.literal : `${author.family}, ${author.given}`,
		]),
		['TI', item.title],
		['OP', item['original-title']],
		['T3', item['collection-title']],
		['PB', item.publisher],
		['PY', String(item.issued['date-parts'][0][0])],
		['DA', day(item.issued)],
		['ET', item.version],
		['LA', item.language],
		['UR', item.URL],
		['Y2', item.accessed ? day(item.accessed) : undefined],
		['ER', ''],
	];
	return tags
		.flatMap(([tag, value]) => (value === undefined ? [] : [`${tag}  - ${value}`]))
		.join('\r\n');
}

/** Works to cite, each with the place in it. */
export type Cited = readonly (readonly [item: CslItem, locator?: Locator])[];

/** The formats we offer, by the ending of their file; `txt` in the language of the reader. */
export const citationFormats = {
	txt: (works: Cited, language: Language) =>
		`${works.map(([item, place]) => (language === 'zh' ? gbt7714 : apa)(item, place)).join('\n')}\n`,
	bib: (works: Cited) => `${works.map(([item, place]) => bibtex(item, place)).join('\n\n')}\n`,
	ris: (works: Cited) => `${works.map(([item]) => ris(item)).join('\r\n')}\r\n`,
	json: (works: Cited) =>
		`${JSON.stringify(
			works.map(([item]) => item),
			null,
			'\t',
		)}\n`,
} as const;
export type CitationFormat = keyof typeof citationFormats;
