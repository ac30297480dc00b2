/**
 * Citations of two works: this guide and the report it summarises. One model, CSL-JSON, is turned
 * into text and exchange formats; the same code runs in the build and in the reader's browser. A
 * work has one entry; a place in it stands beside the entry, as a locator or an address.
 */
import { defaultLanguage, localeTags, type Language } from '../base/languages.ts';
import { formatDate, formatPages } from '../base/numbers.ts';
import type { Report } from '../content/schema.ts';

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
	version?: string | undefined;
	/** Language of the work, not of this entry. */
	language: string;
	URL?: string;
}

/** `2026-11-23` in CSL's form. */
export const cslDate = (day: string): CslDate => ({
	'date-parts': [day.split('-').map(Number) as [number, number, number]],
});
const isoDate = ({ 'date-parts': [parts] }: CslDate) =>
	parts.map((part) => String(part).padStart(2, '0')).join('-');

/** A Chinese name: the family name comes first, one character or one word. */
function personOf(name: string): CslName {
	const [family = '', ...given] = name.includes(' ') ? name.split(' ') : [...name];
	return { family, given: given.join('') };
}

const idIn = (id: string, language: Language) =>
	language === defaultLanguage ? id : `${id}-${language}`;

/** The original report, in Chinese whatever the language of the entry. */
export function reportItem(report: Report, language: Language): CslItem {
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
		language: localeTags.zh,
	};
}

/** This guide, as of the day its text changed last; `version` is the release, if there is one. */
export function guideItem(
	report: Report,
	language: Language,
	{ updated, url, version }: { updated: string; url: string; version?: string | undefined },
): CslItem {
	return {
		id: idIn('aigc-reader', language),
		type: 'webpage',
		title: report.site[language],
		author: [{ literal: report.site[language] }],
		issued: cslDate(updated),
		version,
		language: localeTags[language],
		URL: url,
	};
}

/** A text with marks around it, or nothing. */
const around = (before: string, text: string | undefined, after = '') =>
	text ? before + text + after : '';

/** A place in a work: what it is called, its address on the net, pages of the report. */
export interface Locator {
	name?: string | undefined;
	url?: string | undefined;
	pages?: string | undefined;
}

/** `Place cited: pp. 7–8`, or 技术逻辑 § 三步训练, https://…: a note that every format can carry. */
const placeNote = ({ name, url, pages }: Locator = {}) => {
	const parts = [pages && formatPages(pages, 'en'), name, url].filter(Boolean);
	return around('Place cited: ', parts.join(', '));
};

/** Names of an item's authors, written by the given functions for persons and bodies. */
const namesOf = (
	{ author }: CslItem,
	person: (family: string, given: string) => string,
	body = (name: string) => name,
) => author.map((one) => ('literal' in one ? body(one.literal) : person(one.family, one.given)));

/**
 * A reference in the style of GB/T 7714—2025, in force since 2026-07-01: full-width punctuation,
 * three authors at most, and for what stands on the net the date of update in round, the date of
 * access in square brackets.
 */
export function gbt7714(item: CslItem, { name, url, pages }: Locator = {}): string {
	const names = namesOf(item, (family, given) => family + given);
	const authors = (names.length > 3 ? [...names.slice(0, 3), '等'] : names).join('，');
	const date = isoDate(item.issued);
	if (item.type === 'report') {
		const series = around('：', item['collection-title']);
		return `${authors}. ${item.title}${series}[R]. ${item.publisher}，${date}${around('：', pages?.replaceAll('–', '-'))}.`;
	}
	const accessed = item.accessed ? isoDate(item.accessed) : '引用日期';
	return `${authors}. ${name ?? item.title}[EB/OL]${around('. ', item.version)}. （${date}）[${accessed}]. ${url ?? item.URL}.`;
}

/** A reference as readers of English expect it, after the style of the APA (7th edition). */
export function apa(item: CslItem, { name, url, pages }: Locator = {}): string {
	const names = namesOf(item, (family, given) => `${family}, ${given.charAt(0)}.`);
	const last = names.pop()!;
	const authors = `${around('', names.join(', '), ', & ')}${last}`.replace(/\.?$/, '.');
	const partsOf = (date: CslDate) => formatDate(isoDate(date), 'en').split(' ');
	const [day, month, year] = partsOf(item.issued);
	if (item.type === 'report') {
		const titles =
			item.title +
			around(' [', item['original-title'], ']') +
			around(' (', item['collection-title'], ')');
		return `${authors} (${year}). ${titles}. ${item.publisher}${around(' (', pages && formatPages(pages, 'en'), ')')}.`;
	}
	const [readDay, readMonth, readYear] = item.accessed ? partsOf(item.accessed) : [];
	const read = readDay ? `Retrieved ${readMonth} ${readDay}, ${readYear}, from ` : '';
	return `${authors} (${year}, ${month} ${day}). ${name ?? item.title}${around(' (Version ', item.version, ')')}. ${read}${url ?? item.URL}`;
}

const texText = (text: string) =>
	text
		.replaceAll('\\', '\\textbackslash ')
		.replace(/[&%$#_{}]/g, '\\$&')
		.replaceAll('~', '\\textasciitilde ');

/** A biblatex entry: `@report` or `@online`. Places belong to `\cite`, so ours is a comment. */
export function bibtex(item: CslItem, locator?: Locator): string {
	const isReport = item.type === 'report';
	const text = (value: string | undefined) => value && `{${texText(value)}}`;
	const person = (family: string, given: string) => `${texText(family)}, ${texText(given)}`;
	const authors = namesOf(item, person, (name) => `{${texText(name)}}`);
	const fields: Record<string, string | undefined> = {
		author: `{${authors.join(' and ')}}`,
		title: `{${text(item.title)}}`,
		origtitle: text(item['original-title']),
		type: isReport ? '{Research report}' : undefined,
		institution: text(item.publisher),
		series: text(item['collection-title']),
		date: `{${isoDate(item.issued)}}`,
		version: text(item.version),
		url: item.URL && `{${item.URL}}`,
		urldate: item.accessed && `{${isoDate(item.accessed)}}`,
		langid: item.language === localeTags.zh ? '{chinese}' : '{english}',
	};
	const lines = Object.entries(fields).flatMap(([key, value]) =>
		value ? [`\t${key} = ${value}`] : [],
	);
	return `${around('% ', placeNote(locator), '\n')}@${isReport ? 'report' : 'online'}{${item.id},\n${lines.join(',\n')}\n}`;
}

/** A record in RIS with its place as a note; lines end in CR LF as the format asks. */
export function ris(item: CslItem, locator?: Locator): string {
	const day = (date: CslDate) => isoDate(date).replaceAll('-', '/');
	const authors = namesOf(item, (family, given) => `${family}, ${given}`);
	const tags: [tag: string, value: string | undefined][] = [
		['TY', item.type === 'report' ? 'RPRT' : 'ELEC'],
		['ID', item.id],
		...authors.map((name): [string, string] => ['AU', name]),
		['TI', item.title],
		['OP', item['original-title']],
		['T2', item['collection-title']],
		['PB', item.publisher],
		['PY', String(item.issued['date-parts'][0][0])],
		['DA', day(item.issued)],
		['ET', item.version],
		['LA', item.language],
		['UR', item.URL],
		// Zotero reads the day of access from Y2, others of a web page from M1.
		['Y2', item.accessed && day(item.accessed)],
		['M1', item.accessed && day(item.accessed)],
		['N1', placeNote(locator)],
	];
	const lines = tags.filter(([, value]) => value).map(([tag, value]) => `${tag}  - ${value}\r\n`);
	return `${lines.join('')}ER  - `;
}

/** Works to cite, each with the place in it. */
export type Cited = readonly (readonly [item: CslItem, locator?: Locator])[];

const plainStyle: Record<Language, typeof apa> = { zh: gbt7714, en: apa };
const joined = (works: Cited, format: typeof apa, between = '\n') =>
	works.map(([item, place]) => format(item, place)).join(between);

/** The formats we offer, by the ending of their file; `txt` in the language of the reader. */
export const citationFormats = {
	txt: (works: Cited, language: Language) => `${joined(works, plainStyle[language])}\n`,
	bib: (works: Cited) => `${joined(works, bibtex, '\n\n')}\n`,
	ris: (works: Cited) => `${joined(works, ris, '\r\n')}\r\n`,
	json: (works: Cited) => {
		const items = works.map(([item, place]) => ({ ...item, note: placeNote(place) || undefined }));
		return `${JSON.stringify(items, null, '\t')}\n`;
	},
} as const;
export type CitationFormat = keyof typeof citationFormats;
