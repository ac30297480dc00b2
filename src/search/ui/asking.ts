import { languages, languageTags, type Language } from '../../base/languages.ts';
import { pathOf, withBase } from '../../base/urls.ts';
import { Search, type Answer } from '../ask.ts';
import { Bundle } from '../bundle.ts';
import { grammars } from '../grammars.ts';
import { queryMaximumLength } from '../query.ts';
import { element } from './element.ts';
import { showHits, type Box } from './hits.ts';

/** How long an answer may take before the list says that it is being looked for. */
const loadingDelayMs = 150;
/** How long typing must rest before the count is read out, so that it is read once. */
const announceDelayMs = 400;

/** The parts of a search box that answer. */
export interface AskingParts extends Box {
	input: HTMLInputElement;
	/** Its state is open to tools: `data-search-state`, `data-search-exact`. */
	list: HTMLElement;
	/** Where what was found is said, with notices and links. */
	summary: HTMLElement;
	/** Opens the index. */
	open?: () => Promise<Search>;
	/** Narrows an answer to what readers chose. */
	narrow?: (answer: Answer, search: Search) => Promise<Answer>;
	/** Called after the list changed; without an answer when there is none. */
	onAnswer: (answer?: Answer) => void;
}

/**
 * Asks while a reader types, one question at a time: while one is being answered, only the newest
 * text waits. Nothing is asked while an input method is composing.
 */
export class Asking {
	readonly #parts: AskingParts;
	readonly #count = element('p', { className: 'search-count', ariaHidden: 'true' });
	readonly #status = element('p', { className: 'visually-hidden', role: 'status' });
	readonly #notice = element('p', { className: 'search-notice' });
	readonly #other = element('p', { className: 'search-other' });
	#search: Promise<Search> | undefined;
	#running = false;
	#asked = '';
	#announcement = 0;

	constructor(parts: AskingParts) {
		this.#parts = parts;
		parts.summary.append(this.#count, this.#other, this.#notice, this.#status);
		parts.input.addEventListener('input', (event) => {
			if (!(event as InputEvent).isComposing) void this.ask();
		});
		// Some browsers send the last `input` before the composition is said to have ended.
		parts.input.addEventListener('compositionend', () => void this.ask());
		this.#show('idle');
	}

	/** Begins to fetch what the first question needs. */
	warm(): void {
		this.#open().catch(() => {});
	}

	/** Asks again, because what the answer is narrowed to changed. */
	again(): Promise<void> {
		this.#asked = '';
		return this.ask();
	}

	/** Asks for what stands in the box, unless that was just asked. */
	async ask(): Promise<void> {
		const { list, words, onAnswer } = this.#parts;
		const text = this.#text;
		if (text === this.#asked || this.#running) return;
		this.#asked = text;
		if (!text) {
			this.#clear('');
			onAnswer();
			return;
		}
		this.#running = true;
		list.dataset.searchState = 'loading';
		const waiting = setTimeout(() => this.#say(words.loading), loadingDelayMs);
		try {
			// When a file fails, the index is opened anew once, as after a new build.
			await this.#attempt(text, false).catch(() => {
				this.#search = undefined;
				return this.#attempt(text, true);
			});
		} catch (error) {
			console.warn(error);
			if (this.#text === text) {
				const reason = navigator.onLine ? words.failed : words.offline;
				this.#clear(import.meta.env.DEV ? words.onlyBuilt : reason);
				this.#show('failed', this.#sectionLinks());
				onAnswer();
			}
		}
		clearTimeout(waiting);
		this.#running = false;
		if (this.#text !== text) await this.ask();
	}

	get #text(): string {
		return this.#parts.input.value.trim();
	}

	/** Opens the index when it is first wanted, and anew after it failed. */
	#open(): Promise<Search> {
		const { site, open } = this.#parts;
		const opened = () => Bundle.open(site).then((one) => new Search(one, grammars[site.language]));
		this.#search ??= (open ?? opened)();
		this.#search.catch(() => (this.#search = undefined));
		return this.#search;
	}

	async #attempt(text: string, isLenient: boolean): Promise<void> {
		const { list, narrow, words, onAnswer } = this.#parts;
		const search = await this.#open();
		const isCurrent = () => this.#text === text;
		const whole = await search.ask(text);
		if (!isCurrent()) return;
		const answer = (await narrow?.(whole, search)) ?? whole;
		const fetch = (id: string) => search.bundle.hit(id);
		const failed = await showHits(list, answer, this.#parts, { fetch, isCurrent, isLenient });
		if (!isCurrent()) return;
		const { query, exactCount, groups } = answer;
		this.#say(exactCount > 0 ? words.found(exactCount) : words.none(query.raw));
		this.#notify(answer, failed);
		list.dataset.searchExact = String(exactCount);
		this.#show(failed > 0 ? 'failed' : 'done', groups.length === 0 ? this.#sectionLinks() : '');
		onAnswer(answer);
	}

	/** Says what was corrected, cut or not fetched, and offers the other edition. */
	#notify({ query, correction, exactCount }: Answer, failed: number): void {
		const { words, site } = this.#parts;
		const linkTo = (edition: Language, asked: string, textContent: string) => {
			const address = withBase(pathOf('search', edition), site.base);
			return element('a', { href: `${address}?${new URLSearchParams({ q: asked })}`, textContent });
		};
		const cut = query.isCut ? words.cut(queryMaximumLength) : '';
		this.#notice.replaceChildren(cut, failed > 0 ? words.partial : '');
		if (correction) {
			const { from, to } = correction;
			const insist = linkTo(site.language, `"${from}"`, words.insist(from));
			this.#notice.append(words.correction(from, to), ' ', insist);
		}
		this.#other.replaceChildren();
		if (exactCount > 0 && grammars[site.language].isNative(query.raw)) return;
		for (const edition of languages.filter((one) => one !== site.language)) {
			const link = linkTo(edition, query.raw, words.other);
			link.hreflang = languageTags[edition];
			this.#other.append(link);
		}
	}

	/** Pages of the navigation, and the report on one page: they need no index. */
	#sectionLinks(): HTMLElement {
		const { words, site } = this.#parts;
		const links = document.querySelectorAll<HTMLAnchorElement>('nav.contents > * > ol > li > a');
		const pages = [...links].map(({ href, textContent }) => element('a', { href, textContent }));
		const href = withBase(pathOf('report', site.language), site.base);
		const all = [...pages, element('a', { href, textContent: words.wholeReport })];
		const items = all.map((link) => element('li', {}, [link]));
		return element('ul', { className: 'search-sections' }, items);
	}

	#show(state: 'idle' | 'done' | 'failed', links: Node | string = ''): void {
		this.#parts.list.append(links);
		this.#parts.list.dataset.searchState = state;
	}

	#clear(said: string): void {
		const { list } = this.#parts;
		for (const part of [list, this.#notice, this.#other]) part.replaceChildren();
		list.dataset.searchExact = '0';
		this.#show('idle');
		this.#say(said);
	}

	#say(text: string): void {
		this.#count.textContent = text;
		clearTimeout(this.#announcement);
		const announce = () => (this.#status.textContent = text);
		this.#announcement = window.setTimeout(announce, announceDelayMs);
	}
}
