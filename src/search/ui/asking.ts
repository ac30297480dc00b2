import { languageTags, otherLanguage } from '../../base/languages.ts';
import { pathOf, withBase } from '../../base/urls.ts';
import type { SearchWords } from '../../base/words/index.ts';
import type { Answer, Opener, Search } from '../ask.ts';
import { queryMaximumLength } from '../query.ts';
import { element } from './element.ts';
import type { HitList } from './hit-list.ts';
import { sectionLinks } from './section-links.ts';

/** How long an answer may take before the list says that it is being looked for. */
const loadingDelayMs = 150;
/** How long typing must rest before the count is read out, so that it is read once. */
const announceDelayMs = 400;

/** The parts of a search box that answer. */
export interface AskingParts {
	input: HTMLInputElement;
	list: HitList;
	opener: Opener;
	words: SearchWords;
	/** Where what was found is said, with notices and links. */
	summary: HTMLElement;
	/** Narrows an answer to what readers chose. */
	narrow?: (answer: Answer, search: Search) => Promise<Answer>;
	/** Called after the list changed; without an answer when there is none. */
	onAnswer: (answer: Answer | undefined) => void;
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
	#running = false;
	#asked = '';
	#announcement = 0;

	constructor(parts: AskingParts) {
		this.#parts = parts;
		parts.summary.append(this.#count, this.#other, this.#notice, this.#status);
		parts.input.addEventListener('input', (event) => {
			if (!(event as InputEvent).isComposing) void this.ask();
		});
		// Some browsers send the last `input` before the composition is told to have ended.
		parts.input.addEventListener('compositionend', () => void this.ask());
	}

	/** Asks again, because what the answer is narrowed to changed. */
	again(): Promise<void> {
		this.#asked = '';
		return this.ask();
	}

	/** Asks for what stands in the box, unless that was just asked. */
	async ask(): Promise<void> {
		const { list, words, opener, onAnswer } = this.#parts;
		const text = this.#text;
		if (text === this.#asked || this.#running) return;
		this.#asked = text;
		if (!text) {
			this.#clear('');
			return;
		}
		this.#running = true;
		list.state = 'loading';
		const waiting = setTimeout(() => this.#say(words.loading), loadingDelayMs);
		try {
			// When a file fails, the index is opened anew once, as after a new build.
			await this.#attempt(text, false).catch(() => {
				opener.close();
				return this.#attempt(text, true);
			});
		} catch (error) {
			console.warn(error);
			if (this.#text === text) {
				const reason = navigator.onLine ? words.failed : words.offline;
				this.#clear(import.meta.env.DEV ? words.onlyBuilt : reason);
				list.state = 'failed';
				list.element.append(sectionLinks(opener.site, words));
				onAnswer(undefined);
			}
		}
		clearTimeout(waiting);
		this.#running = false;
		if (this.#text !== text) await this.ask();
	}

	get #text(): string {
		return this.#parts.input.value.trim();
	}

	async #attempt(text: string, isLenient: boolean): Promise<void> {
		const { opener, list, narrow, words, onAnswer } = this.#parts;
		const search = await opener.open();
		const isCurrent = () => this.#text === text;
		const whole = await search.ask(text);
		if (!isCurrent()) return;
		const answer = (await narrow?.(whole, search)) ?? whole;
		const fetch = (id: string) => search.bundle.hit(id);
		const failed = await list.show(answer, { fetch, isCurrent, isLenient });
		if (!isCurrent()) return;
		const { query, exactCount, groups } = answer;
		this.#say(exactCount > 0 ? words.found(exactCount) : words.none(query.raw));
		this.#notify(answer, failed);
		if (groups.length === 0) list.element.append(sectionLinks(opener.site, words));
		list.state = failed > 0 ? 'failed' : 'done';
		onAnswer(answer);
	}

	/** Says what was corrected, cut or not fetched, and offers the other edition. */
	#notify({ query, correction, exactCount }: Answer, failed: number): void {
		const { words, opener } = this.#parts;
		const { base, language } = opener.site;
		const linkTo = (edition: typeof language, asked: string, textContent: string) => {
			const query = new URLSearchParams({ q: asked });
			return element('a', {
				href: `${withBase(pathOf('search', edition), base)}?${query}`,
				textContent,
			});
		};
		const cut = query.isCut ? words.cut(queryMaximumLength) : '';
		this.#notice.replaceChildren(cut, failed > 0 ? words.partial : '');
		if (correction) {
			const { from, to } = correction;
			const insist = linkTo(language, `"${from}"`, words.insist(from));
			this.#notice.append(words.correction(from, to), ' ', insist);
		}
		this.#other.replaceChildren();
		const hasHan = /\p{Script=Han}/u.test(query.raw);
		if (exactCount > 0 && hasHan === (language === 'zh')) return;
		const link = linkTo(otherLanguage(language), query.raw, words.other);
		link.hreflang = languageTags[otherLanguage(language)];
		this.#other.append(link);
	}

	#clear(said: string): void {
		this.#parts.list.clear();
		this.#notice.replaceChildren();
		this.#other.replaceChildren();
		this.#say(said);
		if (!said) this.#parts.onAnswer(undefined);
	}

	#say(text: string): void {
		this.#count.textContent = text;
		clearTimeout(this.#announcement);
		const announce = () => (this.#status.textContent = text);
		this.#announcement = window.setTimeout(announce, announceDelayMs);
	}
}
