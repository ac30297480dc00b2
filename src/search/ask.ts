import { loadAgain } from '../base/load-again.ts';
import type { Bundle } from './bundle.ts';
import type { Grammar } from './grammars.ts';
import { contentWords, idOf, knownParts, parseQuery, shortWord, type Query } from './query.ts';
import { characterCode, claimCode, concordanceCode, fold, idCode, latinWords } from './text.ts';

/** How the hits of a group match: as typed; by its words apart; in other words or nearly. */
export type Match = 'exact' | 'apart' | 'near';
/** Why hits are not exact. */
export type Reason = 'name' | 'block' | 'section' | 'question' | 'typo' | 'sameClaim' | 'closest';

/** Records that answer in one way, best first. */
export interface Group {
	match: Match;
	/** Why they are not exact, and what was looked for instead. */
	reason?: Reason | undefined;
	meant?: string | undefined;
	ids: string[];
	/** Texts to mark in the hits. */
	needles: string[];
}

/** Words that no text has, and the nearest ones, which are searched for instead. */
type Respelling = { from: string; to: string };
export interface Answer {
	query: Query;
	groups: Group[];
	correction?: Respelling | undefined;
}

/** How many blocks hold the query as typed. */
export const exactCount = (groups: readonly Group[]): number =>
	groups.find(({ match }) => match === 'exact')?.ids.length ?? 0;

/** Exact hits that are enough: with as many, no other names are fetched and tried. */
const enoughHits = 4;
/** Most hits shown that are only near, and the least share of the best one's weight they need. */
const nearMaximum = 8;
const nearShare = 0.4;

const union = (lists: readonly (readonly string[])[]) => [...new Set(lists.flat())];

/** The search of one edition. Its `ask` rejects when a file of the index is missing. */
export type Search = ReturnType<typeof searchIn>;

/** Makes the search of one edition from its bundle and its grammar. */
export function searchIn(bundle: Bundle, grammar: Grammar) {
	const allWords = bundle.table.words.split(' ');
	const wordOf = (text: string) => grammar.wordsOf(text)[0] ?? text.toLowerCase();
	/** Names, spellings and corrections; fetched on first use. */
	const otherWays = async () => ({
		...(await loadAgain(() => import('./names.ts'))),
		table: await bundle.names(),
	});
	/** Records as one group in order of rank; none without records. */
	const grouped = (ids: readonly string[], group: Omit<Group, 'ids'>): Group[] =>
		ids.length > 0 ? [{ ...group, ids: bundle.inOrder(ids) }] : [];

	/** Answers what a reader typed: as typed or by another name, or else in what comes nearest. */
	async function ask(input: string): Promise<Answer> {
		let query = parseQuery(input);
		if (query.words.length === 0) return { query, groups: [] };
		let groups = await direct(query);
		if (exactCount(groups) === 0) {
			const { table, simplified } = await otherWays();
			const plain = simplified(query.raw, table.variants);
			query = { ...parseQuery(plain), raw: query.raw, isCut: query.isCut };
			if (plain !== query.raw) groups = await direct(query);
		}
		const slip = exactCount(groups) > 0 ? await slipIn(query) : undefined;
		if (slip) return { query, groups: await corrected(query, slip), correction: slip };
		if (groups.length === 0) return { query, ...(await inexact(query)) };
		const found = [...groups, ...(await sameClaims(groups))];
		const known = found.flatMap(({ ids }) => ids);
		const words = contentWords(query.words);
		// Blocks follow that hold the words apart; single characters would stand in too many.
		const isClear = !query.isQuoted && words.every((word) => word.length > 1);
		const apart = isClear && known.length < enoughHits ? await wordsApart(words, known) : [];
		return { query, groups: [...found, ...apart.filter(({ reason }) => reason === 'block')] };
	}

	/** Records that hold a text as whole words, and as part of longer ones, each in order of rank. */
	async function standingOf(text: string, isWhole = false) {
		const codes = grammar.queryCodes(text);
		const form = fold(text);
		const whole = await (codes.length > 0 || !form
			? bundle.phrase(codes)
			: bundle.beginning(characterCode(form)));
		if (isWhole || (whole.length > 0 && shortWord.test(form))) return { whole, parts: [] };
		const rows = grammar.partCodes(text, allWords);
		return { whole, parts: bundle.inOrder((await Promise.all(rows.map(bundle.phrase))).flat()) };
	}

	/** The records whose text has words just as typed: Pagefind finds all forms of an English word. */
	async function verbatim(ids: readonly string[], text: string): Promise<string[]> {
		const words = (some: string) => grammar.wordsOf(some).map((word) => ` ${word} `);
		const hits = await Promise.all(ids.map(bundle.hit));
		return ids.filter((_, at) => words(hits[at]!.text).join('').includes(words(text).join('')));
	}

	/** Records that hold the query as typed, and those that say it by another name, if few or all. */
	async function direct({ raw, whole: text, isQuoted }: Query, areAllWanted = false) {
		const id = idOf(raw);
		const named = id ? await bundle.phrase([idCode(id)]) : [];
		const all = await standingOf(text, isQuoted);
		const whole = isQuoted && grammar.isStemmed ? await verbatim(all.whole, text) : all.whole;
		// Among words asked for apart, a part of a word stands for no whole one.
		const parts = areAllWanted && whole.length > 0 ? [] : all.parts;
		const exact = union([named, whole, parts]);
		const isInChapter = named.length > 0 || (whole.length > 0 && bundle.isChapter(exact[0]));
		const isEnough = isInChapter && exact.length >= enoughHits && !areAllWanted;
		const others = isQuoted || isEnough ? [] : await othersOf(text, exact);
		const group: Group = { match: 'exact', ids: exact, needles: [text] };
		if (exact.length === 0) return others;
		// Another name in a chapter comes before exact hits outside chapters and parts of words.
		const isLater = !isInChapter && bundle.isChapter(others[0]?.ids[0]);
		return isLater ? [...others, group] : [group, ...others];
	}

	/** Blocks of chapters that make the claims of the hits, if no hit is in a chapter itself. */
	async function sameClaims([group, ...others]: readonly Group[]): Promise<Group[]> {
		const { ids, needles } = group!;
		if (others.length > 0 || bundle.isChapter(ids[0])) return [];
		const hits = await Promise.all(ids.slice(0, enoughHits).map(bundle.hit));
		const codes = [...new Set(hits.flatMap(({ claims }) => claims.map(claimCode)))];
		const making = union(await Promise.all(codes.map((code) => bundle.phrase([code]))));
		const elsewhere = making.filter((id) => !ids.includes(id));
		return grouped(elsewhere, { match: 'near', reason: 'sameClaim', needles });
	}

	/** Records that say it by another name, in another script or number, as one group. */
	async function othersOf(text: string, known: readonly string[]): Promise<Group[]> {
		const { table, formsOf } = await otherWays();
		const forms = formsOf(text, table, grammar.isStemmed ? ' ' : '', allWords);
		const all = await Promise.all(forms.map((form) => standingOf(form, true)));
		const ids = all.map(({ whole }) => whole.filter((id) => !known.includes(id)));
		const needles = forms.filter((_, at) => ids[at]!.length > 0);
		return grouped(ids.flat(), { match: 'near', reason: 'name', meant: needles[0], needles });
	}

	/** What is shown when no text has the query as typed; something, if any word is known. */
	async function inexact(query: Query): Promise<Omit<Answer, 'query'>> {
		const { table, questionFor, togetherNamed } = await otherWays();
		const typed = contentWords(query.words);
		const words = query.isQuoted ? typed : togetherNamed(typed, table);
		const asked = query.isQuoted ? undefined : questionFor(query.raw, table);
		const meant = asked ?? (words.length === 1 && words[0] !== query.whole ? words[0] : undefined);
		const answered = meant ? await meaningOf(meant, 'question') : [];
		if (answered.length > 0) return { groups: answered };
		let apart = await wordsApart(words);
		if (query.isQuoted) return { groups: apart };
		if (apart.length === 0) {
			const correction = await correctionOf([query.whole, ...words], words);
			const groups = correction ? await corrected(query, correction) : [];
			if (groups.length > 0) return { groups, correction };
			const parts = words.map((word) => knownParts(word, (part) => meaningOf(part, 'block')));
			apart = await wordsApart((await Promise.all(parts)).flat());
		}
		const known = apart[0]?.ids ?? [];
		if (bundle.isChapter(known[0])) return { groups: apart };
		const text = words.length > 0 ? words : query.words;
		return { groups: [...apart, ...(await nearestTo(text.join(' '), known))] };
	}

	/** Records with a text or another of its names, as one group. */
	async function meaningOf(meant: string, reason: Reason): Promise<Group[]> {
		const groups = await direct(parseQuery(meant), true);
		const needles = groups.flatMap((group) => group.needles);
		return grouped(union(groups.map(({ ids }) => ids)), { match: 'near', reason, meant, needles });
	}

	/** Records that hold all words apart; if in no chapter, first those of a section that does. */
	async function wordsApart(words: readonly string[], known: string[] = []): Promise<Group[]> {
		if (words.length < 2) return [];
		const groups = await Promise.all(words.map((word) => meaningOf(word, 'block')));
		const lists = groups.map(([group]) => group?.ids ?? []);
		const needles = groups.flatMap(([group]) => group?.needles ?? []);
		const isInAll = (id: string) => lists.every((ids) => ids.includes(id)) && !known.includes(id);
		const block = grouped(lists[0]!.filter(isInAll), { match: 'apart', reason: 'block', needles });
		if (bundle.isChapter(block[0]?.ids[0])) return block;
		// Reference pages are long lists: only a section of a chapter is about one thing.
		const sections = await bundle.values('section');
		const found = lists.map((ids) => new Set(ids.map((id) => sections.get(id)!)));
		const isShared = (id: string) => found.every((some) => some.has(sections.get(id)!));
		const shared = lists.flat().filter(bundle.isChapter).filter(isShared);
		const all = grouped(shared, { match: 'apart', reason: 'section', needles });
		const heldBy = (id: string) => lists.filter((ids) => ids.includes(id)).length;
		all[0]?.ids.sort((a, b) => heldBy(b) - heldBy(a));
		return [...all, ...block];
	}

	/** What is found with words replaced by their corrections. */
	async function corrected({ raw }: Query, { from, to }: Respelling): Promise<Group[]> {
		const text = from
			.split(' ')
			.reduce((all, one, at) => all.replace(one, to.split(' ')[at]!), raw);
		const words = contentWords(parseQuery(text).words);
		const together = await meaningOf(words.length === 1 ? words[0]! : text, 'typo');
		return together.length > 0 ? together : wordsApart(words);
	}

	/** Words that no text has and that known ones resemble; a slip keeps the ending. */
	async function correctionOf(han: readonly string[], latin: readonly string[], isSlip = false) {
		const { table, nearestHan, nearestWord } = await otherWays();
		const [wrong] = han.filter((one) => nearestHan(one, table));
		if (wrong) return { from: wrong, to: nearestHan(wrong, table)! };
		const names = table.names.flat();
		const known = new Set([...allWords, ...latinWords(names.join(' ').toLowerCase())]);
		const all = latin.flatMap(latinWords).flatMap((from) => {
			const near = nearestWord(wordOf(from), known, isSlip);
			const to = names.find((name) => name.toLowerCase() === near) ?? near;
			return to && near !== wordOf(from) ? { from, to } : [];
		});
		const listed = (key: keyof Respelling) => all.map((one) => one[key]).join(' ');
		return all.length > 0 ? { from: listed('from'), to: listed('to') } : undefined;
	}

	/** A misspelt word that Pagefind finds all the same, by its stem: `reinforcment`. */
	async function slipIn({ raw, isQuoted }: Query): Promise<Respelling | undefined> {
		const isNew = (word: string) => !allWords.some((known) => known.startsWith(wordOf(word)));
		const fresh = grammar.isStemmed && !isQuoted ? latinWords(raw).filter(isNew) : [];
		return fresh.length > 0 ? correctionOf([], fresh, true) : undefined;
	}

	/** The blocks that share most with a text, by pairs, words and names, rare ones counting more. */
	async function nearestTo(text: string, known: readonly string[]): Promise<Group[]> {
		const pieces = text.matchAll(/\p{Script=Han}(?=(\p{Script=Han}))|[\p{Script=Latin}\p{N}.]+/gu);
		const needles = [...new Set([...pieces].map(([one, next = '']) => one + next))];
		const { table, namesIn } = await otherWays();
		const asNames = namesIn(text, table).map((name) => meaningOf(name, 'closest'));
		const named = (await Promise.all(asNames)).flat();
		const lists = named.map(({ ids }) => ids);
		for (const piece of needles) {
			const both = [grammar.queryCodes(piece), [concordanceCode(piece)]];
			lists.push(union(await Promise.all(both.map(bundle.phrase))));
		}
		needles.push(...named.flatMap((group) => group.needles));
		const weights = new Map<string, number>();
		for (const list of lists) {
			const weight = Math.log((bundle.size + 1) / list.length);
			for (const id of list) weights.set(id, (weights.get(id) ?? 0) + weight);
		}
		const ids = bundle.inOrder(weights.keys()).sort((a, b) => weights.get(b)! - weights.get(a)!);
		const isNear = (id: string) => weights.get(id)! >= weights.get(ids[0]!)! * nearShare;
		const near = ids.slice(0, nearMaximum).filter((id) => isNear(id) && !known.includes(id));
		return near.length > 0 ? [{ match: 'near', reason: 'closest', ids: near, needles }] : [];
	}

	return { bundle, ask };
}
