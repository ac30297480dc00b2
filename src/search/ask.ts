import { loadAgain } from '../base/load-again.ts';
import type { Bundle } from './bundle.ts';
import type { Grammar } from './grammars.ts';
import type { Via } from './names.ts';
import { contentWords, idOf, parseQuery, type Query } from './query.ts';
import { standingIn } from './standing.ts';
import { concordanceCode, fold, idCode, toldCode } from './text.ts';

/** How the hits of a group answer: as typed; its words apart; in other words or nearly. */
export type Match = 'exact' | 'apart' | 'near';
/** Why hits are not exact. */
export type Reason = Via | 'block' | 'section' | 'question' | 'typo' | 'told' | 'closest';

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
	correction?: Correction | undefined;
}

/** A word that is nowhere, and the nearest one that is shown instead. */
export interface Correction {
	from: string;
	to: string;
}

/** Exact hits after which nobody needs other names: fetching more files would be in vain. */
const enoughHits = 4;
/** Hits shown of those that only come near, and the share of the best one's weight they have. */
const nearMaximum = 8;
const nearShare = 0.4;
/** Most pairs and words of a long query that are asked for one by one. */
const nearTokenMaximum = 120;

const union = (lists: readonly (readonly string[])[]) => [...new Set(lists.flat())];
const latinWords = (text: string): string[] => text.match(/\p{Script=Latin}+/gu) ?? [];

/** Answers queries in one edition. Throws when the index is not known whole. */
export type Search = ReturnType<typeof searchIn>;

/** The search of one edition, by its bundle and its grammar. */
export function searchIn(bundle: Bundle, grammar: Grammar) {
	const { allWords, standingOf, verbatim } = standingIn(bundle, grammar);
	const wordOf = (text: string) => grammar.wordsOf(text)[0] ?? text.toLowerCase();
	/** What knows other ways to say things; fetched when it is first wanted. */
	const otherWays = async () => ({
		...(await loadAgain(() => import('./names.ts'))),
		table: await bundle.names(),
	});

	/** Answers what a reader typed: as typed or by another name, or else in what comes nearest. */
	async function ask(input: string): Promise<Answer> {
		let query = parseQuery(input);
		if (query.words.length === 0) return { query, groups: [], exactCount: 0 };
		const id = idOf(query.raw);
		const named = id ? await bundle.phrase([idCode(id)]) : [];
		let groups = await direct(query, named);
		const isExact = ({ match }: Group) => match === 'exact';
		if (!groups.some(isExact)) {
			const { table, simplified } = await otherWays();
			const plain = simplified(query.raw, table.variants);
			query = { ...parseQuery(plain), raw: query.raw, isCut: query.isCut };
			if (plain !== query.raw) groups = await direct(query);
		}
		const slip = groups.some(isExact) ? await slipIn(query) : undefined;
		if (slip)
			return { query, groups: await corrected(query, slip), exactCount: 0, correction: slip };
		if (groups.length === 1 && groups.some(isExact))
			groups.push(...(await toldElsewhere(groups[0]!)));
		const answer = { query, groups, exactCount: groups.find(isExact)?.ids.length ?? 0 };
		return groups.length > 0 ? answer : { ...answer, ...(await inexact(query)) };
	}

	/** Records that hold the query as typed, and those that say it by another name, if few or all. */
	async function direct(
		{ whole, isQuoted }: Query,
		named: string[] = [],
		areAllWanted = false,
	): Promise<Group[]> {
		const standing = whole ? await standingOf(whole, isQuoted) : { whole: [], parts: [] };
		if (isQuoted) standing.whole = await verbatim(standing.whole, whole);
		// Among words asked for apart, a part of a word stands for no whole one.
		if (areAllWanted && standing.whole.length > 0) standing.parts = [];
		const exact = union([named, standing.whole, standing.parts]);
		const isChapter = bundle.isChapter(exact[0]) || named.length > 0;
		const isEnough = exact.length >= enoughHits && isChapter && standing.whole.length > 0;
		const others = isQuoted || (isEnough && !areAllWanted) ? [] : await othersOf(whole, exact);
		const group: Group = { match: 'exact', ids: exact, needles: [whole] };
		if (exact.length === 0) return others;
		// Another name that a chapter has comes before exact hits that only registers and notes have,
		// and before parts of words.
		const isWeak = !isChapter || (standing.whole.length === 0 && named.length === 0);
		const isLater = isWeak && bundle.isChapter(others[0]?.ids[0]);
		return isLater ? [...others, group] : [group, ...others];
	}

	/** The blocks of chapters that tell the claims of hits which only registers and notes have. */
	async function toldElsewhere({ ids, needles }: Group): Promise<Group[]> {
		if (bundle.isChapter(ids[0])) return [];
		const hits = await Promise.all(ids.slice(0, enoughHits).map((id) => bundle.hit(id)));
		const claims = union(hits.map((hit) => hit.claims.map(toldCode)));
		const told = union(await Promise.all(claims.map((code) => bundle.phrase([code]))));
		const others = bundle.inOrder(told.filter((id) => !ids.includes(id)));
		return others.length > 0 ? [{ match: 'near', reason: 'told', ids: others, needles }] : [];
	}

	/** Records that say it by another name, in another script or number, as one group. */
	async function othersOf(text: string, known: readonly string[]): Promise<Group[]> {
		const { table, formsOf } = await otherWays();
		const isWord = known.length > 0 && allWords.includes(fold(text));
		const forms = formsOf(text, table, grammar.isStemmed ? ' ' : '', allWords);
		const groups = await Promise.all(
			forms
				.filter(({ via }) => via !== 'pinyin' || !isWord)
				.map(async ({ via, text: meant }) => {
					const { whole } = await standingOf(meant, true);
					return { reason: via, meant, ids: whole.filter((id) => !known.includes(id)) };
				}),
		);
		const found = groups.filter(({ ids }) => ids.length > 0);
		const ids = bundle.inOrder(found.flatMap((one) => one.ids));
		const needles = found.map(({ meant }) => meant);
		return found.slice(0, 1).map((first) => ({ ...first, match: 'near', ids, needles }));
	}

	/** What is shown when nothing stands as typed: never nothing where a word is known. */
	async function inexact(query: Query): Promise<Pick<Answer, 'groups' | 'correction'>> {
		const words = contentWords(query.words);
		if (query.isQuoted) return { groups: await wordsApart(words) };
		const { table, questionFor } = await otherWays();
		const asked = questionFor(query.raw, table);
		const meant = asked ?? (words.length === 1 && words[0] !== query.whole ? words[0] : undefined);
		const answered = meant ? await meaningOf(meant, 'question') : [];
		if (answered.length > 0) return { groups: answered };
		const apart = await wordsApart(words);
		if (bundle.isChapter(apart[0]?.ids[0])) return { groups: apart };
		const isAnswered = apart.length > 0;
		const correction = isAnswered ? undefined : await correctionOf([query.whole, ...words], words);
		const groups = correction ? await corrected(query, correction) : [];
		if (groups.length > 0) return { groups, correction };
		const known = apart.flatMap(({ ids }) => ids);
		return {
			groups: [...apart, ...(await nearestTo(words.length > 0 ? words : query.words, known))],
		};
	}

	/** Records with a text or another of its names, as one group. */
	async function meaningOf(text: string, reason: Reason): Promise<Group[]> {
		const groups = await direct(parseQuery(text), [], true);
		const ids = bundle.inOrder(groups.flatMap((group) => group.ids));
		const needles = groups.flatMap((group) => group.needles);
		return ids.length > 0 ? [{ match: 'near', reason, meant: text, ids, needles }] : [];
	}

	/** Records that hold all words apart; else those of a section that holds them all. */
	async function wordsApart(words: readonly string[]): Promise<Group[]> {
		if (words.length < 2) return [];
		const groups = await Promise.all(words.map((word) => meaningOf(word, 'block')));
		const lists = groups.map(([group]) => group?.ids ?? []);
		const needles = groups.flatMap(([group]) => group?.needles ?? []);
		const groupOf = (reason: Reason, all: readonly string[]): Group[] =>
			all.length > 0 ? [{ match: 'apart', reason, ids: bundle.inOrder(all), needles }] : [];
		const inBlock = lists.reduce((all, ids) => all.filter((id) => ids.includes(id)));
		if (inBlock.length > 0) return groupOf('block', inBlock);
		const sections = await bundle.values('section');
		const found = lists.map((ids) => new Set(ids.map((id) => sections.get(id)!)));
		const isShared = (id: string) => found.every((some) => some.has(sections.get(id)!));
		return groupOf('section', lists.flat().filter(isShared));
	}

	/** What is found with a word replaced by the one that is meant. */
	async function corrected({ raw }: Query, { from, to }: Correction): Promise<Group[]> {
		const text = raw.replace(from, to);
		const together = await meaningOf(text, 'typo');
		return together.length > 0 ? together : wordsApart(contentWords(parseQuery(text).words));
	}

	/** The first word that is nowhere and has a neighbour that is; a slip is no other ending. */
	async function correctionOf(
		han: readonly string[],
		latin: readonly string[],
		isSlip = false,
	): Promise<Correction | undefined> {
		const { table, nearestHan, nearestWord } = await otherWays();
		const [wrong] = han.filter((one) => nearestHan(one, table));
		if (wrong) return { from: wrong, to: nearestHan(wrong, table)! };
		const names = table.names.flat();
		const known = new Set([...allWords, ...latinWords(names.join(' ').toLowerCase())]);
		for (const from of latin.flatMap(latinWords)) {
			const word = wordOf(from);
			const near = nearestWord(word, known, isSlip);
			const to = names.find((name) => name.toLowerCase() === near) ?? near;
			if (to && near !== word) return { from, to };
		}
		return undefined;
	}

	/** A word that shares only its stem with one of the text, by a slip: `reinforcment`. */
	async function slipIn({ raw, isQuoted }: Query): Promise<Correction | undefined> {
		const isNew = (word: string) => !allWords.some((known) => known.startsWith(wordOf(word)));
		const fresh = grammar.isStemmed && !isQuoted ? latinWords(raw).filter(isNew) : [];
		return fresh.length > 0 ? correctionOf([], fresh, true) : undefined;
	}

	/** The blocks that share most with a text, by pairs and words, rare ones counting more. */
	async function nearestTo(words: readonly string[], known: readonly string[]): Promise<Group[]> {
		const text = words.join(' ');
		const pairs = [...text.matchAll(/\p{Script=Han}(?=(\p{Script=Han}))/gu)];
		const latin = text.match(/[\p{Script=Latin}\p{N}.]+/gu) ?? [];
		const needles = [...new Set([...pairs.map(([a, b]) => a + b!), ...latin])];
		const weights = new Map<string, number>();
		for (const piece of needles.slice(0, nearTokenMaximum)) {
			const both = [grammar.queryCodes(piece), [concordanceCode(piece)]];
			const ids = union(await Promise.all(both.map((codes) => bundle.phrase(codes))));
			const weight = Math.log((bundle.size + 1) / ids.length);
			for (const id of ids) weights.set(id, (weights.get(id) ?? 0) + weight);
		}
		const byWeight = (a: string, b: string) => weights.get(b)! - weights.get(a)!;
		const best = bundle.inOrder(weights.keys()).sort(byWeight).slice(0, nearMaximum);
		const least = (weights.get(best[0] ?? '') ?? 0) * nearShare;
		const ids = best.filter((id) => weights.get(id)! >= least && !known.includes(id));
		return ids.length > 0 ? [{ match: 'near', reason: 'closest', ids, needles }] : [];
	}

	return { bundle, ask };
}
