import { isHan, languages, languageTags, type Language } from '../../base/languages.ts';
import { pathOf, withBase } from '../../base/urls.ts';
import { exactCount, searchIn, type Answer, type Search } from '../ask.ts';
import { openBundle } from '../bundle.ts';
import { grammars } from '../grammars.ts';
import { queryMaximumLength } from '../query.ts';
import { element } from '../../base/element.ts';
import type { narrowed } from './filters.ts';
import { pagesInNav, showHits, type Box, type Shown } from './hits.ts';

/** How long an answer may take before the list says that it is being looked for. */
const loadingDelayMs = 150;

/** The parts of a search box that answer. */
export interface AskingParts extends Box {
	input: HTMLInputElement;
	/** Its attributes `data-search-state` and `data-search-exact` tell tests the state. */
	list: HTMLElement;
	/** Shows how much was found, notices and links; the hint while nothing is asked. */
	summary: HTMLElement;
	hint?: string;
	/** Narrows an answer to what readers chose. */
	narrow?: typeof narrowed;
	/** Called after the list changed. */
	onAnswer: () => void;
}

/**
 * Asks while a reader types, one question at a time: while one is being answered, only the newest
 * text waits. Nothing is asked while an input method is composing.
 * @returns `warm` begins to fetch what the first question needs; `ask` asks for what stands in the
 * box, unless that was just asked and is not asked again
 */
export function answering(parts: AskingParts) {
	const { input, list, words, site, summary, onAnswer } = parts;
	const [count, notice, other] = [
		element('p', { className: 'search-count', role: 'status' }),
		element('p', { className: 'search-notice' }),
		element('p', { className: 'search-other' }),
	];
	let search: Promise<Search> | undefined;
	let isRunning = false;
	let asked = '';

	/** Opens the index when it is first wanted, and anew after it failed. */
	const open = () =>
		(search ??= openBundle(site).then((bundle) => searchIn(bundle, grammars[site.language])));

	const textNow = () => input.value.trim();
	const addressOf = (edition: Language, q: string) =>
		`${withBase(pathOf('search', edition), site.base)}?${new URLSearchParams({ q })}`;

	/** Links to all pages, which need no index. */
	function sectionLinks(): HTMLElement {
		const items = pagesInNav().map((page) => element('li', {}, [element('a', page)]));
		return element('ul', { className: 'search-sections' }, items);
	}

	function say(text: string, state: 'idle' | 'done' | 'failed', exact = 0): void {
		count.textContent = text;
		list.dataset.searchExact = String(exact);
		list.dataset.searchState = state;
	}

	function clear(said: string, state: 'idle' | 'failed'): void {
		for (const part of [list, notice, other]) part.replaceChildren();
		if (state === 'failed') list.append(sectionLinks());
		say(said, state);
		onAnswer();
	}

	/** Says what was corrected, cut or not fetched, and offers the other edition. */
	function notify({ query, correction, groups }: Answer, failed: number): void {
		const cut = query.isCut ? words.cut(queryMaximumLength) : '';
		notice.replaceChildren(cut, failed > 0 ? words.partial : '');
		if (correction) {
			const { from, to } = correction;
			const href = addressOf(site.language, `"${from}"`);
			const insist = element('a', { href, textContent: words.insist(from) });
			notice.append(words.correction(from, to), ' ', insist);
		}
		const isForeign = /\p{Script=Han}/u.test(query.raw) !== isHan(site.language);
		const isOffered = exactCount(groups) === 0 || isForeign;
		const others = languages.filter((one) => isOffered && one !== site.language);
		const links = others.map((edition) => {
			const href = addressOf(edition, query.raw);
			return element('a', { href, textContent: words.other, hreflang: languageTags[edition] });
		});
		other.replaceChildren(...links);
	}

	/** Answers a text. When a file fails, the index is opened anew once, as after a new build. */
	async function answer(text: string, isAgain = false): Promise<void> {
		try {
			const opened = await open();
			const isCurrent = () => textNow() === text;
			const whole = await opened.ask(text);
			if (!isCurrent()) return;
			const answer: Shown = (await parts.narrow?.(whole, opened, words)) ?? whole;
			const failed = await showHits(list, answer, parts, opened.bundle.hit, isCurrent);
			if (!isCurrent()) return;
			if (failed > 0 && !isAgain) throw new Error('hits are missing');
			notify(answer, failed);
			if (answer.groups.length === 0) list.replaceChildren(answer.chips ?? '', sectionLinks());
			const exact = exactCount(answer.groups);
			const said = exact > 0 ? words.found(exact) : words.none(answer.query.raw);
			say(said, failed > 0 ? 'failed' : 'done', exact);
			onAnswer();
		} catch (error) {
			search = undefined;
			if (!isAgain) return answer(text, true);
			console.warn(error);
			const reason = navigator.onLine ? words.failed : words.offline;
			if (textNow() === text) clear(import.meta.env.DEV ? words.onlyBuilt : reason, 'failed');
		}
	}

	async function ask(isAgain = false): Promise<void> {
		const text = textNow();
		if ((text === asked && !isAgain) || isRunning) return;
		asked = text;
		if (!text) return clear(parts.hint ?? '', 'idle');
		isRunning = true;
		list.dataset.searchState = 'loading';
		const waiting = setTimeout(() => (count.textContent = words.loading), loadingDelayMs);
		await answer(text);
		clearTimeout(waiting);
		isRunning = false;
		if (textNow() !== text) await ask();
	}

	summary.append(count, other, notice);
	input.addEventListener('input', (event) => {
		if (!(event as InputEvent).isComposing) void ask();
	});
	// Some browsers send the last `input` before the composition is said to have ended.
	input.addEventListener('compositionend', () => void ask());
	list.dataset.searchState = 'idle';
	return { ask, warm: () => void open().catch(() => (search = undefined)) };
}
