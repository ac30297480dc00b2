import type { Language } from '../base/languages.ts';
import type { Bundle } from './bundle.ts';
import { fold } from './fold.ts';
import {
	contentWords,
	formsOf,
	nearestHan,
	nearestWord,
	questionFor,
	simplified,
	type Via,
} from './forms.ts';
import { parseQuery, type Query } from './query.ts';
import { concordanceCode, idCode, queryTokens, type Token } from './tokens.ts';

/** How the hits of a group answer: as typed; its words apart; in other words or nearly. */
export type Match = 'exact' | 'apart' | 'near';
/** Why hits are not exact. */
export type Reason = Via | 'block' | 'section' | 'question' | 'typo' | 'closest';

/** Records that answer in one way, best first. */
export interface Group {
	match: Match;
	reason?: Reason;
	/** What was looked for instead, where that is not what was typed. */
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
	correction?: { from: string; to: string };
}

/** Most forms that a word cut by an end of the query is taken for. */
const cutFormMaximum = 400;
/** A word of one or two letters is part of too many: looked for inside words only if it is none. */
const partMinimumLength = 3;
/** Exact hits after which nobody needs those for other names: fetching more files would be in vain. */
const enoughHits = 8;
/** Hits shown of those that only come near, and the share of the best one's weight they have. */
const nearMaximum = 8;
const nearShare = 0.4;
/** Most words of a long query that are asked for one by one. */
const nearTokenMaximum = 120;

const union = (lists: Iterable<readonly string[]>) => [...new Set([...lists].flat())];

/** Answers queries in one edition. */
export class Search {
	readonly #bundle: Bundle;
	readonly #language: Language;
	readonly #words: readonly string[];

	constructor(bundle: Bundle, language: Language) {
		this.#bundle = bundle;
		this.#language = language;
		this.#words = bundle.table.words.split(' ');
	}

	/** Answers what a reader typed. Throws when the index is not known whole. */
	async ask(input: string): Promise<Answer> {
		const typed = parseQuery(input);
		const text = simplified(typed.raw, this.#bundle.table.variants);
		const query = { ...parseQuery(text), ...pick(typed) };
		if (query.words.length === 0) return { query, groups: [], exactCount: 0 };
		const exact = await this.#exact(query);
		const isEnough = exact.length >= enoughHits && (await this.#isChapter(exact));
		const others = query.isQuoted || isEnough ? [] : await this.#others(query.whole, exact);
		const asTyped: Group = { match: 'exact', ids: exact, needles: [query.whole] };
		if (exact.length > 0 || others.length > 0) {
			const groups = exact.length === 0 ? others : await this.#chaptersFirst(asTyped, others);
			return { query, groups, exactCount: exact.length };
		}
		return { query, exactCount: 0, ...(await this.#inexact(query)) };
	}

	/** Blocks found by id or number, then those that hold the query as typed. */
	async #exact({ raw, whole, isQuoted }: Query): Promise<string[]> {
		const id = idOf(raw);
		const named = id ? await this.#bundle.phrase([idCode(id)]) : [];
		const standing = whole ? await this.#standing(whole, isQuoted) : [];
		return union([named, standing]);
	}

	/** Records that hold a text: whole words before parts of words, each in the order of rank. */
	async #standing(text: string, isWhole = false): Promise<string[]> {
		const tokens = queryTokens(text, this.#language);
		const character = fold(text);
		if (tokens.length === 0) {
			const isHan = /^\p{Script=Han}$/u.test(character);
			return isHan ? this.#bundle.character(character) : [];
		}
		const whole = await this.#bundle.phrase(codesOf(tokens));
		if (isWhole) return whole;
		const parts = await this.#cut(tokens, whole.length > 0);
		return union([whole, this.#bundle.inOrder(parts)]);
	}

	/** Records in which the first or last word of a query is part of a longer one. */
	async #cut(tokens: readonly Token[], isKnown: boolean): Promise<string[]> {
		const [first] = tokens as [Token];
		const last = tokens.at(-1)!;
		if (tokens.length === 1) {
			const { word } = first;
			if (!word || (isKnown && (word.length < partMinimumLength || /^\d/.test(word)))) return [];
			const begun = this.#wordsWith((known) => known.startsWith(word));
			const isEnough = this.#language === 'en' && (isKnown || begun.length > 0);
			const forms = isEnough ? begun : this.#wordsWith((known) => known.includes(word));
			return union(await this.#all(forms.map((form) => codeOf(form, this.#language))));
		}
		const isEnglish = this.#language === 'en';
		const middle = tokens.slice(1, -1);
		const lefts = isEnglish ? [[first.code]] : this.#lefts(first, tokens[1]!);
		const rights = this.#rights(last, tokens.at(-2)!);
		const before = lefts.map((left) => [...left, ...codesOf(middle)]);
		if (rights.length === 0) return [];
		const kept: string[][] = [];
		for (const codes of before) {
			const isCertain = codes.length === 0 || before.length === 1;
			if (isCertain || (await this.#bundle.phrase(codes)).length > 0) kept.push(codes);
		}
		const phrases = kept.flatMap((codes) => rights.map((right) => [...codes, ...right]));
		return union(await this.#all(phrases.filter((codes) => codes.length > 0)));
	}

	/** Ways to read the first word: as it is, or as the end of a longer one. */
	#lefts({ code, word }: Token, next: Token): string[][] {
		if (!word) return [[code]];
		// The pair across the border holds the one character already.
		if (word.length === 1 && next.isEdge) return [[]];
		const longer = this.#wordsWith((known) => known.endsWith(word));
		return [[code], ...longer.map((form) => [codeOf(form, this.#language)].flat())];
	}

	#rights({ code, word }: Token, before: Token): string[][] {
		const isLetter = word?.length === 1;
		if (!word || (isLetter && this.#language === 'en')) return [[code]];
		if (isLetter && before.isEdge) return [[]];
		const longer = this.#wordsWith((known) => known.startsWith(word));
		return [[code], ...longer.map((form) => [codeOf(form, this.#language)].flat())];
	}

	#wordsWith(fits: (word: string) => boolean): string[] {
		return this.#words.filter(fits).slice(0, cutFormMaximum);
	}

	#all(phrases: readonly (readonly string[] | string)[]): Promise<string[][]> {
		return Promise.all(phrases.map((codes) => this.#bundle.phrase([codes].flat())));
	}

	/** Records that say it by another name, in another script or number, as one group. */
	async #others(text: string, known: readonly string[]): Promise<Group[]> {
		const seen = new Set(known);
		const found: { via: Via; meant: string; ids: string[] }[] = [];
		for (const { via, text: meant } of formsOf(text, await this.#bundle.names(), this.#language)) {
			if (via === 'pinyin' && known.length > 0) continue;
			const ids = (await this.#standing(meant, true)).filter((id) => !seen.has(id));
			if (ids.length > 0) found.push({ via, meant, ids });
			for (const id of ids) seen.add(id);
		}
		const [first] = found;
		if (!first) return [];
		const ids = this.#bundle.inOrder(found.flatMap((one) => one.ids));
		const needles = found.map(({ meant }) => meant);
		return [{ match: 'near', reason: first.via, meant: first.meant, ids, needles }];
	}

	/** Other names that a chapter has come before exact hits that only registers and notes have. */
	async #chaptersFirst(exact: Group, others: readonly Group[]): Promise<Group[]> {
		if (others.length === 0) return [exact];
		const [isExact, isOther] = [
			await this.#isChapter(exact.ids),
			await this.#isChapter(others.flatMap(({ ids }) => ids)),
		];
		return isOther && !isExact ? [...others, exact] : [exact, ...others];
	}

	/** Whether the first of some records stands in a chapter. */
	async #isChapter([first]: readonly string[]): Promise<boolean> {
		const section = (await this.#bundle.values('section')).get(first ?? '') ?? '';
		return section !== '' && !/ (?:claims|notes|glossary|index|about)#/.test(section);
	}

	/** What is shown when nothing stands as typed: never nothing where a word is known. */
	async #inexact(query: Query): Promise<Pick<Answer, 'groups' | 'correction'>> {
		const words = contentWords(query.words);
		const asked = query.isQuoted ? undefined : questionFor(query.raw, await this.#bundle.names());
		const stripped = words.join(' ');
		const isQuestion = stripped !== query.words.join(' ') || asked !== undefined;
		if (asked) {
			const ids = await this.#standing(asked);
			const rest = ids.length > 0 ? { match: 'near', reason: 'question', meant: asked } : undefined;
			if (rest) return { groups: [{ ...(rest as Group), ids, needles: [asked] }] };
		}
		if (isQuestion && words.length === 1) {
			const ids = await this.#meaning(stripped);
			const group: Group = {
				match: 'near',
				reason: 'question',
				meant: stripped,
				ids,
				needles: words,
			};
			if (ids.length > 0) return { groups: [group] };
		}
		const apart = words.length > 1 ? await this.#apart(words) : [];
		if (apart.length > 0) return { groups: apart };
		const correction = query.isQuoted ? undefined : await this.#corrected(query, words);
		if (correction) {
			const text = query.raw.replace(correction.from, correction.to);
			const groups = await this.#correctedGroups(text);
			if (groups.length > 0) return { groups, correction };
		}
		return { groups: await this.#near(words.length > 0 ? words : query.words) };
	}

	/** Hits of a corrected text, none of them exact. */
	async #correctedGroups(text: string): Promise<Group[]> {
		const { whole, words } = parseQuery(text);
		const ids = union([
			await this.#standing(whole),
			...(await this.#others(whole, [])).map((group) => group.ids),
		]);
		if (ids.length > 0)
			return [{ match: 'near', reason: 'typo', meant: text, ids, needles: [whole] }];
		return this.#apart(contentWords(words));
	}

	/** Records with a word or another of its names. */
	async #meaning(word: string): Promise<string[]> {
		const standing = await this.#standing(word);
		const others = (await this.#others(word, standing)).flatMap(({ ids }) => ids);
		return this.#bundle.inOrder([...standing, ...others]);
	}

	/** Records that hold all words apart; else those of a section that holds them all. */
	async #apart(words: readonly string[]): Promise<Group[]> {
		const lists = await Promise.all(words.map((word) => this.#meaning(word)));
		if (lists.some((ids) => ids.length === 0)) return [];
		const group = (reason: Reason, ids: Iterable<string>): Group => ({
			match: 'apart',
			reason,
			ids: this.#bundle.inOrder(ids),
			needles: [...words],
		});
		const inBlock = lists.reduce((all, ids) => all.filter((id) => ids.includes(id)));
		if (inBlock.length > 0) return [group('block', inBlock)];
		const sections = await this.#bundle.values('section');
		const sectionsOf = (ids: readonly string[]) => new Set(ids.map((id) => sections.get(id)!));
		const found = lists.map(sectionsOf);
		const ids = lists.flat().filter((id) => found.every((some) => some.has(sections.get(id)!)));
		return ids.length > 0 ? [group('section', ids)] : [];
	}

	/** The first word that is nowhere and has a neighbour that is. */
	async #corrected(query: Query, words: readonly string[]): Promise<Answer['correction']> {
		const forms = await this.#bundle.names();
		const known = new Set([
			...this.#words,
			...forms.names
				.flat()
				.flatMap((name) => name.toLowerCase().match(/\p{Script=Latin}+/gu) ?? []),
		]);
		for (const word of [query.whole, ...words]) {
			const near = nearestHan(word, forms);
			if (near) return { from: word, to: near };
		}
		for (const word of words.flatMap((one) => one.match(/\p{Script=Latin}+/gu) ?? [])) {
			const near = nearestWord(word.toLowerCase(), known);
			const name = forms.names.flat().find((one) => one.toLowerCase() === near);
			if (near && near !== word.toLowerCase()) return { from: word, to: name ?? near };
		}
		return undefined;
	}

	/** The blocks that share most with a text, by pairs and words, rare ones counting more. */
	async #near(words: readonly string[]): Promise<Group[]> {
		const text = words.join(' ');
		const tokens = queryTokens(text, this.#language);
		const codes = [...new Set(codesOf(tokens))].slice(0, nearTokenMaximum);
		const weights = new Map<string, number>();
		for (const code of codes) {
			const ids = union(await this.#all([[code], [concordanceCode(code)]]));
			if (ids.length === 0) continue;
			const weight = Math.log((this.#bundle.size + 1) / ids.length);
			for (const id of ids) weights.set(id, (weights.get(id) ?? 0) + weight);
		}
		const order = new Map(this.#bundle.inOrder(weights.keys()).map((id, at) => [id, at]));
		const best = [...weights].sort((a, b) => b[1] - a[1] || order.get(a[0])! - order.get(b[0])!);
		const least = (best[0]?.[1] ?? 0) * nearShare;
		const ids = best
			.filter(([, weight]) => weight >= least)
			.slice(0, nearMaximum)
			.map(([id]) => id);
		const needles = piecesOf(text);
		return ids.length > 0 ? [{ match: 'near', reason: 'closest', ids, needles }] : [];
	}
}

const codesOf = (tokens: readonly Token[]) => tokens.map(({ code }) => code);
const pick = ({ raw, isCut }: Query) => ({ raw, isCut });

/** The code of one word of the text. */
function codeOf(word: string, language: Language): string[] {
	return codesOf(queryTokens(word, language));
}

/** The id that a query names: `k7j2`, `#claim-131`, `第 131 条`, `claim 131`. */
export function idOf(raw: string): string | undefined {
	const text = raw.normalize('NFKC').trim().toLowerCase();
	const claim = /^(?:核对)?\s*第?\s*(\d{1,4})\s*条$|^(?:claim|check)[\s#-]*(\d{1,4})$/u.exec(text);
	if (claim) return `claim-${claim[1] ?? claim[2]}`;
	const id = /^#?([a-z][a-z0-9-]{1,30})$/.exec(text)?.[1];
	return id && /[0-9-]/.test(id) ? id : undefined;
}

/** Pairs of Han characters and words of a text, to be marked where they stand. */
function piecesOf(text: string): string[] {
	const han = [...text.matchAll(/\p{Script=Han}{2,}/gu)].flatMap(([run]) => {
		const characters = [...run];
		return characters.slice(1).map((character, at) => characters[at]! + character);
	});
	return [...new Set([...han, ...(text.match(/[\p{Script=Latin}\p{N}.]+/gu) ?? [])])];
}
