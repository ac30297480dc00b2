import type { Bundle } from './bundle.ts';
import type { Grammar } from './grammars.ts';
import { formsOf, questionFor, simplified, type Via } from './names.ts';
import { contentWords, idOf, parseQuery, type Query } from './query.ts';
import { characterCode, concordanceCode, fold, idCode, type Token } from './text.ts';
import { nearestHan, nearestWord } from './typos.ts';

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
const latinWords = (text: string): string[] => text.match(/\p{Script=Latin}+/gu) ?? [];

/** Records that hold a text as whole words, and those that hold it as part of longer ones. */
interface Standing {
	whole: string[];
	parts: string[];
}

/** Answers queries in one edition. Throws when the index is not known whole. */
export class Search {
	readonly bundle: Bundle;
	readonly grammar: Grammar;
	readonly #words: readonly string[];

	constructor(bundle: Bundle, grammar: Grammar) {
		this.bundle = bundle;
		this.grammar = grammar;
		this.#words = bundle.table.words.split(' ');
	}

	/** Answers what a reader typed: as typed or by another name, or else in what comes nearest. */
	async ask(input: string): Promise<Answer> {
		const { raw, isCut } = parseQuery(input);
		const query = { ...parseQuery(simplified(raw, this.bundle.table.variants)), raw, isCut };
		if (query.words.length === 0) return { query, groups: [], exactCount: 0 };
		const id = idOf(raw);
		const named = id ? await this.bundle.phrase([idCode(id)]) : [];
		const groups = await this.#direct(query, named);
		const exact = groups.find(({ match }) => match === 'exact');
		const answer = { query, groups, exactCount: exact?.ids.length ?? 0 };
		return groups.length > 0 ? answer : { ...answer, ...(await this.#inexact(query)) };
	}

	/** Records that hold the query as typed, and those that say it by another name. */
	async #direct({ whole, isQuoted }: Query, named: readonly string[] = []): Promise<Group[]> {
		const nothing = { whole: [], parts: [] };
		const standing = whole ? await this.#standing(whole, isQuoted) : nothing;
		const exact = union([named, standing.whole, standing.parts]);
		const isChapter = this.bundle.isChapter(exact[0]) || named.length > 0;
		const isEnough = exact.length >= enoughHits && isChapter && standing.whole.length > 0;
		const others = isQuoted || isEnough ? [] : await this.#others(whole, exact);
		const group: Group = { match: 'exact', ids: exact, needles: [whole] };
		if (exact.length === 0) return others;
		// Another name that a chapter has comes before exact hits that only registers and notes have,
		// and before parts of words.
		const isWeak = !isChapter || (standing.whole.length === 0 && named.length === 0);
		const isLater = isWeak && this.bundle.isChapter(others[0]?.ids[0]);
		return isLater ? [...others, group] : [group, ...others];
	}

	/** Records that hold a text, each list in the order of rank. */
	async #standing(text: string, isWhole = false): Promise<Standing> {
		const tokens = this.grammar.queryTokens(text);
		const form = fold(text);
		if (tokens.length === 0) {
			const isHan = /^\p{Script=Han}$/u.test(form);
			return { whole: isHan ? await this.bundle.beginning(characterCode(form)) : [], parts: [] };
		}
		const whole = await this.bundle.phrase(codesOf(tokens));
		if (isWhole) return { whole, parts: [] };
		const longer =
			tokens.length === 1 ? this.#longerWord(tokens[0]!, whole) : await this.#cut(tokens);
		const parts = await Promise.all(longer.map((codes) => this.bundle.phrase(codes)));
		return { whole, parts: this.bundle.inOrder(parts.flat()) };
	}

	/** Longer words that a query of one word is part of. */
	#longerWord({ word }: Token, whole: readonly string[]): string[][] {
		const isKnown = whole.length > 0;
		if (!word || (isKnown && (word.length < partMinimumLength || /^\d/.test(word)))) return [];
		const begun = this.#wordsWith((known) => known.startsWith(word));
		const isEnough = !this.grammar.isCutInWords && (isKnown || begun.length > 0);
		return isEnough ? begun : this.#wordsWith((known) => known.includes(word));
	}

	/** Phrases in which the first or last word of a query is part of a longer one. */
	async #cut(tokens: readonly Token[]): Promise<string[][]> {
		const { isCutInWords } = this.grammar;
		const readings = (at: 0 | -1, next: Token, fits: (word: string, part: string) => boolean) => {
			const { code, word } = tokens.at(at)!;
			if (!word || (!isCutInWords && (at === 0 || word.length === 1))) return [[code]];
			// The pair across the border holds the one character already.
			if (word.length === 1 && next.isEdge) return [[]];
			return [[code], ...this.#wordsWith((known) => fits(known, word))];
		};
		const lefts = readings(0, tokens[1]!, (word, part) => word.endsWith(part));
		const rights = readings(-1, tokens.at(-2)!, (word, part) => word.startsWith(part));
		const begun = lefts.map((left) => [...left, ...codesOf(tokens.slice(1, -1))]);
		const isFound = await Promise.all(
			begun.map(
				async (codes) => codes.length === 0 || (await this.bundle.phrase(codes)).length > 0,
			),
		);
		return begun
			.filter((_, at) => isFound[at])
			.flatMap((codes) => rights.map((right) => [...codes, ...right]))
			.filter((codes) => codes.length > 0);
	}

	/** Codes of the text's words that fit. */
	#wordsWith(fits: (word: string) => boolean): string[][] {
		const words = this.#words.filter(fits).slice(0, longerMaximum);
		return words.map((word) => codesOf(this.grammar.queryTokens(word)));
	}

	/** Records that say it by another name, in another script or number, as one group. */
	async #others(text: string, known: readonly string[]): Promise<Group[]> {
		const found: { via: Via; meant: string; ids: string[] }[] = [];
		const table = await this.bundle.names();
		for (const { via, text: meant } of formsOf(text, table, this.grammar.space)) {
			if (via === 'pinyin' && known.length > 0 && this.#words.includes(fold(text))) continue;
			const { whole } = await this.#standing(meant, true);
			const ids = whole.filter((id) => !known.includes(id));
			if (ids.length > 0) found.push({ via, meant, ids });
		}
		const [first] = found;
		if (!first) return [];
		const ids = this.bundle.inOrder(found.flatMap((one) => one.ids));
		const needles = found.map(({ meant }) => meant);
		return [{ match: 'near', reason: first.via, meant: first.meant, ids, needles }];
	}

	/** What is shown when nothing stands as typed: never nothing where a word is known. */
	async #inexact(query: Query): Promise<Pick<Answer, 'groups' | 'correction'>> {
		const words = contentWords(query.words);
		if (query.isQuoted) return { groups: await this.#apart(words) };
		const asked = questionFor(query.raw, await this.bundle.names());
		const meant = asked ?? (words.length === 1 && words[0] !== query.whole ? words[0] : undefined);
		const answered = meant ? await this.#meaning(meant, 'question') : [];
		if (answered.length > 0) return { groups: answered };
		const apart = await this.#apart(words);
		if (apart.length > 0) return { groups: apart };
		const correction = await this.#correction(query, words);
		if (correction) {
			const corrected = query.raw.replace(correction.from, correction.to);
			const together = await this.#meaning(corrected, 'typo');
			const rest = () => this.#apart(contentWords(parseQuery(corrected).words));
			const groups = together.length > 0 ? together : await rest();
			if (groups.length > 0) return { groups, correction };
		}
		return { groups: await this.#near(words.length > 0 ? words : query.words) };
	}

	/** Records with a text or another of its names, as one group. */
	async #meaning(text: string, reason: Reason): Promise<Group[]> {
		const groups = await this.#direct(parseQuery(text));
		const ids = this.bundle.inOrder(groups.flatMap((group) => group.ids));
		const needles = groups.flatMap((group) => group.needles);
		return ids.length > 0 ? [{ match: 'near', reason, meant: text, ids, needles }] : [];
	}

	/** Records that hold all words apart; else those of a section that holds them all. */
	async #apart(words: readonly string[]): Promise<Group[]> {
		if (words.length < 2) return [];
		const groups = await Promise.all(words.map((word) => this.#meaning(word, 'block')));
		const lists = groups.map(([group]) => group?.ids ?? []);
		const needles = groups.flatMap(([group]) => group?.needles ?? []);
		const groupOf = (reason: Reason, all: readonly string[]): Group[] => {
			const ids = this.bundle.inOrder(all);
			return ids.length > 0 ? [{ match: 'apart', reason, ids, needles }] : [];
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
		const ofNames = names.flatMap((name) => latinWords(name.toLowerCase()));
		const known = new Set([...this.#words, ...ofNames]);
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
		const codes = [...new Set(codesOf(this.grammar.queryTokens(text)))];
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
		const pairs = [...text.matchAll(/\p{Script=Han}(?=(\p{Script=Han}))/gu)];
		const pieces = text.match(/[\p{Script=Latin}\p{N}.]+/gu) ?? [];
		const needles = [...new Set([...pairs.map(([a, b]) => a + b!), ...pieces])];
		return ids.length > 0 ? [{ match: 'near', reason: 'closest', ids, needles }] : [];
	}
}
