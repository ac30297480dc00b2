import type { Language } from '../base/languages.ts';
import { Bundle, type Site } from './bundle.ts';
import { fold } from './fold.ts';
import {
	contentWords,
	formsOf,
	nearestHan,
	nearestWord,
	questionFor,
	simplified,
} from './forms.ts';
import type { Via } from './forms.ts';
import { parseQuery, type Query } from './query.ts';
import { concordanceCode, idCode, queryTokens, type Token } from './tokens.ts';

/** How the hits of a group answer: as typed; its words apart; in other words or nearly. */
export type Match = 'exact' | 'apart' | 'near';
/** Why hits are not exact. */
export type Reason = Via | 'block' | 'section' | 'question' | 'typo' | 'closest';

/** Records that answer in one way, best first. */
export interface Group {
	match: Match;
	/** Why they are not exact, and what was looked for instead. */
	reason?: Reason;
	meant?: string;
	ids: string[];
	/** Texts to mark in the hits. */
	needles: string[];
}

export interface Answer {
	query: Query;
	groups: Group[];
	/** Blocks that hold the query as typed. */
	exactCount: number;
	/** A word that is nowhere, and the nearest one that is shown instead. */
	correction?: { from: string; to: string } | undefined;
}

/** Most longer words that a word cut by an end of the query is taken for. */
const longerMaximum = 400;
/** A word of one or two letters is part of too many: looked for inside words only if it is none. */
const partMinimumLength = 3;
/** Exact hits after which nobody needs other names: fetching more files would be in vain. */
const enoughHits = 4;
/** Hits shown of those that only come near, and the share of the best one's weight they have. */
const nearMaximum = 8;
const nearShare = 0.4;
/** Most pairs and words of a long query that are asked for one by one. */
const nearTokenMaximum = 120;

const union = (lists: readonly (readonly string[])[]) => [...new Set(lists.flat())];
const codesOf = (tokens: readonly Token[]) => tokens.map(({ code }) => code);

/** Answers queries in one edition. Throws when the index is not known whole. */
export class Search {
	readonly bundle: Bundle;
	readonly #language: Language;
	readonly #words: readonly string[];

	constructor(bundle: Bundle, language: Language) {
		this.bundle = bundle;
		this.#language = language;
		this.#words = bundle.table.words.split(' ');
	}

	/** Answers what a reader typed. */
	async ask(input: string): Promise<Answer> {
		const { raw, isCut } = parseQuery(input);
		const query = { ...parseQuery(simplified(raw, this.bundle.table.variants)), raw, isCut };
		if (query.words.length === 0) return { query, groups: [], exactCount: 0 };
		const { whole, isQuoted } = query;
		const id = idOf(raw);
		const named = id ? await this.bundle.phrase([idCode(id)]) : [];
		const exact = union([named, whole ? await this.#standing(whole, isQuoted) : []]);
		const isEnough = exact.length >= enoughHits && (await this.#isChapter(exact));
		const others = isQuoted || isEnough ? [] : await this.#others(whole, exact);
		if (exact.length + others.length === 0) {
			return { query, exactCount: 0, ...(await this.#inexact(query)) };
		}
		const groups: Group[] = [...others];
		// Another name that a chapter has comes before exact hits that only registers and notes have.
		const isLater =
			others[0] && !(await this.#isChapter(exact)) && (await this.#isChapter(others[0].ids));
		if (exact.length > 0) {
			groups.splice(isLater ? groups.length : 0, 0, {
				match: 'exact',
				ids: exact,
				needles: [whole],
			});
		}
		return { query, groups, exactCount: exact.length };
	}

	/** Records that hold a text: whole words before parts of words, each in the order of rank. */
	async #standing(text: string, isWhole = false): Promise<string[]> {
		const tokens = queryTokens(text, this.#language);
		const character = fold(text);
		if (tokens.length === 0) {
			return /^\p{Script=Han}$/u.test(character) ? this.bundle.character(character) : [];
		}
		const whole = await this.bundle.phrase(codesOf(tokens));
		if (isWhole) return whole;
		const longer =
			tokens.length === 1 ? this.#longerWord(tokens[0]!, whole) : await this.#cut(tokens);
		const parts = await Promise.all(longer.map((codes) => this.bundle.phrase(codes)));
		return union([whole, this.bundle.inOrder(parts.flat())]);
	}

	/** Longer words that a query of one word is part of. */
	#longerWord({ word }: Token, whole: readonly string[]): string[][] {
		const isKnown = whole.length > 0;
		if (!word || (isKnown && (word.length < partMinimumLength || /^\d/.test(word)))) return [];
		const begun = this.#wordsWith((known) => known.startsWith(word));
		const isEnough = this.#language === 'en' && (isKnown || begun.length > 0);
		return isEnough ? begun : this.#wordsWith((known) => known.includes(word));
	}

	/** Phrases in which the first or last word of a query is part of a longer one. */
	async #cut(tokens: readonly Token[]): Promise<string[][]> {
		const isEnglish = this.#language === 'en';
		const readings = (at: 0 | -1, next: Token, fits: (word: string, part: string) => boolean) => {
			const { code, word } = tokens.at(at)!;
			if (!word || (isEnglish && (at === 0 || word.length === 1))) return [[code]];
			// The pair across the border holds the one character already.
			if (word.length === 1 && next.isEdge) return [[]];
			return [[code], ...this.#wordsWith((known) => fits(known, word))];
		};
		const lefts = readings(0, tokens[1]!, (word, part) => word.endsWith(part));
		const rights = readings(-1, tokens.at(-2)!, (word, part) => word.startsWith(part));
		const begun = lefts.map((left) => [...left, ...codesOf(tokens.slice(1, -1))]);
		const found = await Promise.all(
			begun.map(
				async (codes) => codes.length === 0 || (await this.bundle.phrase(codes)).length > 0,
			),
		);
		const kept = begun.filter((_, at) => found[at]);
		const phrases = kept.flatMap((codes) => rights.map((right) => [...codes, ...right]));
		return phrases.filter((codes) => codes.length > 0);
	}

	/** Codes of the text's words that fit. */
	#wordsWith(fits: (word: string) => boolean): string[][] {
		const words = this.#words.filter(fits).slice(0, longerMaximum);
		return words.map((word) => codesOf(queryTokens(word, this.#language)));
	}

	/** Records that say it by another name, in another script or number, as one group. */
	async #others(text: string, known: readonly string[]): Promise<Group[]> {
		const found: { via: Via; meant: string; ids: string[] }[] = [];
		for (const { via, text: meant } of formsOf(text, await this.bundle.names(), this.#language)) {
			if (via === 'pinyin' && known.length > 0) continue;
			const ids = (await this.#standing(meant, true)).filter((id) => !known.includes(id));
			if (ids.length > 0) found.push({ via, meant, ids });
		}
		const [first] = found;
		if (!first) return [];
		const ids = this.bundle.inOrder(found.flatMap((one) => one.ids));
		const needles = found.map(({ meant }) => meant);
		return [{ match: 'near', reason: first.via, meant: first.meant, ids, needles }];
	}

	/** Whether the first of some records stands in a chapter. */
	async #isChapter([first]: readonly string[]): Promise<boolean> {
		const section = (await this.bundle.values('section')).get(first ?? '') ?? '';
		return section !== '' && !/ (?:claims|notes|glossary|index|about)#/.test(section);
	}

	/** What is shown when nothing stands as typed: never nothing where a word is known. */
	async #inexact(query: Query): Promise<Pick<Answer, 'groups' | 'correction'>> {
		const words = contentWords(query.words);
		if (!query.isQuoted) {
			const asked = questionFor(query.raw, await this.bundle.names());
			const isStripped = words.length === 1 && words[0] !== query.whole;
			const meant = asked ?? (isStripped ? words[0]! : undefined);
			const ids = meant ? await this.#meaning(meant) : [];
			if (meant && ids.length > 0) {
				return { groups: [{ match: 'near', reason: 'question', meant, ids, needles: [meant] }] };
			}
		}
		const apart = words.length > 1 ? await this.#apart(words) : [];
		if (apart.length > 0) return { groups: apart };
		const correction = query.isQuoted ? undefined : await this.#correction(query, words);
		if (correction) {
			const meant = query.raw.replace(correction.from, correction.to);
			const ids = await this.#meaning(parseQuery(meant).whole);
			const together: Group = { match: 'near', reason: 'typo', meant, ids, needles: [meant] };
			const rest = () => this.#apart(contentWords(parseQuery(meant).words));
			const groups = ids.length > 0 ? [together] : await rest();
			if (groups.length > 0) return { groups, correction };
		}
		return { groups: await this.#near(words.length > 0 ? words : query.words) };
	}

	/** Records with a text or another of its names. */
	async #meaning(text: string): Promise<string[]> {
		const standing = await this.#standing(text);
		const others = (await this.#others(text, standing)).flatMap(({ ids }) => ids);
		return others.length > 0 ? this.bundle.inOrder([...standing, ...others]) : standing;
	}

	/** Records that hold all words apart; else those of a section that holds them all. */
	async #apart(words: readonly string[]): Promise<Group[]> {
		const lists = await Promise.all(words.map((word) => this.#meaning(word)));
		const groupOf = (reason: Reason, all: readonly string[]): Group[] => {
			const ids = this.bundle.inOrder(all);
			return ids.length > 0 ? [{ match: 'apart', reason, ids, needles: [...words] }] : [];
		};
		const inBlock = lists.reduce((all, ids) => all.filter((id) => ids.includes(id)));
		if (inBlock.length > 0) return groupOf('block', inBlock);
		const sections = await this.bundle.values('section');
		const found = lists.map((ids) => new Set(ids.map((id) => sections.get(id)!)));
		const isShared = (id: string) => found.every((some) => some.has(sections.get(id)!));
		return groupOf('section', lists.flat().filter(isShared));
	}

	/** The first word that is nowhere and has a neighbour that is. */
	async #correction({ whole }: Query, words: readonly string[]): Promise<Answer['correction']> {
		const table = await this.bundle.names();
		for (const from of [whole, ...words]) {
			const to = nearestHan(from, table);
			if (to) return { from, to };
		}
		const names = table.names.flat();
		const known = new Set([
			...this.#words,
			...names.flatMap((name) => latinWords(name.toLowerCase())),
		]);
		for (const from of words.flatMap(latinWords)) {
			const near = nearestWord(from.toLowerCase(), known);
			const to = names.find((name) => name.toLowerCase() === near) ?? near;
			if (to && near !== from.toLowerCase()) return { from, to };
		}
		return undefined;
	}

	/** The blocks that share most with a text, by pairs and words, rare ones counting more. */
	async #near(words: readonly string[]): Promise<Group[]> {
		const text = words.join(' ');
		const codes = [...new Set(codesOf(queryTokens(text, this.#language)))];
		const weights = new Map<string, number>();
		for (const code of codes.slice(0, nearTokenMaximum)) {
			const both = [code, concordanceCode(code)].map((one) => this.bundle.phrase([one]));
			const ids = union(await Promise.all(both));
			const weight = Math.log((this.bundle.size + 1) / ids.length);
			for (const id of ids) weights.set(id, (weights.get(id) ?? 0) + weight);
		}
		const inOrder = this.bundle.inOrder(weights.keys());
		const best = inOrder.sort((a, b) => weights.get(b)! - weights.get(a)!).slice(0, nearMaximum);
		const least = (weights.get(best[0] ?? '') ?? 0) * nearShare;
		const ids = best.filter((id) => weights.get(id)! >= least);
		return ids.length > 0
			? [{ match: 'near', reason: 'closest', ids, needles: piecesOf(text) }]
			: [];
	}
}

/** Opens an edition's index when it is first wanted, and anew after it failed or was closed. */
export class Opener {
	readonly site: Site;
	#opened: Promise<Search> | undefined;

	constructor(site: Site) {
		this.site = site;
	}

	open(): Promise<Search> {
		const { language } = this.site;
		this.#opened ??= Bundle.open(this.site).then((bundle) => new Search(bundle, language));
		this.#opened.catch(() => this.close());
		return this.#opened;
	}

	/** Forgets the index, so that a newer build is read. */
	close(): void {
		this.#opened = undefined;
	}
}

const latinWords = (text: string): string[] => text.match(/\p{Script=Latin}+/gu) ?? [];

/** The id that a query names: `k7j2`, `#claim-131`, `第 131 条`, `claim 131`. */
export function idOf(raw: string): string | undefined {
	const text = raw.normalize('NFKC').toLowerCase();
	const claim = /^(?:核对)?\s*第?\s*(\d{1,4})\s*条$|^(?:claim|check)[\s#-]*(\d{1,4})$/u.exec(text);
	if (claim) return `claim-${claim[1] ?? claim[2]}`;
	const id = /^#?([a-z][a-z0-9-]{1,30})$/.exec(text)?.[1];
	return id && /[0-9-]/.test(id) ? id : undefined;
}

/** Pairs of Han characters and words of a text, to be marked where they stand. */
function piecesOf(text: string): string[] {
	const han = [...text.matchAll(/\p{Script=Han}(?=(\p{Script=Han}))/gu)].map(([a, b]) => a + b!);
	return [...new Set([...han, ...(text.match(/[\p{Script=Latin}\p{N}.]+/gu) ?? [])])];
}
