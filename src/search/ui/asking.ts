import { languageTags } from '../../base/languages.ts';
import { pathOf, withBase } from '../../base/urls.ts';
import type { SearchWords } from '../../base/words/search-zh.ts';
import type { Answer } from '../ask.ts';
import { otherLanguage } from '../forms.ts';
import { queryMaximumLength } from '../query.ts';
import type { Opener, Opened } from '../site.ts';
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
	/** Narrows an answer to what readers chose; by default it stays whole. */
	narrow?: (answer: Answer, opened: Opened) => Promise<Answer>;
}

/**
 * Asks while a reader types, one question at a time: while one is being answered, only the newest
 * text waits. Nothing is asked while an input method is composing.
 */
export class Asking {
	readonly #parts: AskingParts;
	readonly #onAnswer: (answer: Answer | undefined) => void;
	readonly #count = element('p', { className: 'search-count', ariaHidden: 'true' });
	readonly #status = element('p', { className: 'visually-hidden', role: 'status' });
	readonly #notice = element('p', { className: 'search-notice' });
	readonly #other = element('p', { className: 'search-other' });
	#running = false;
	#asked = '';
	#announcement = 0;

	/** `onAnswer` is called after the list changed; without an answer when the box is empty. */
	constructor(parts: AskingParts, onAnswer: (answer: Answer | undefined) => void) {
		this.#parts = parts;
		this.#onAnswer = onAnswer;
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
		const { input, list, words } = this.#parts;
		const text = input.value.trim();
		if (text === this.#asked || this.#running) return;
		this.#asked = text;
		if (!text) return this.#empty();
		this.#running = true;
		list.state = 'loading';
		const waiting = setTimeout(() => this.#say(words.loading), loadingDelayMs);
		try {
			await this.#answer(text);
		} catch (error) {
			console.warn(error);
			if (this.#isCurrent(text)) this.#fail();
		}
		clearTimeout(waiting);
		this.#running = false;
		if (!this.#isCurrent(text)) await this.ask();
	}

	#isCurrent(text: string): boolean {
		return this.#parts.input.value.trim() === text;
	}

	/** Answers; when a file fails, once more with the index opened anew, as after a new build. */
	async #answer(text: string): Promise<void> {
		const { opener } = this.#parts;
		try {
			return await this.#attempt(text, false);
		} catch {
			opener.close();
			return await this.#attempt(text, true);
		}
	}

	async #attempt(text: string, isLenient: boolean): Promise<void> {
		const { opener, list, narrow, words } = this.#parts;
		const opened = await opener.open();
		const whole = await opened.search.ask(text);
		if (!this.#isCurrent(text)) return;
		const answer = (await narrow?.(whole, opened)) ?? whole;
		const failed = await list.show(answer, {
			fetch: (id) => opened.bundle.hit(id),
			isCurrent: () => this.#isCurrent(text),
			isLenient,
		});
		if (!this.#isCurrent(text)) return;
		const { query, exactCount } = answer;
		this.#say(exactCount > 0 ? words.found(exactCount) : words.none(query.raw));
		this.#notify(answer, failed);
		if (answer.groups.length === 0) list.element.append(sectionLinks(opener.site, words));
		list.state = failed > 0 ? 'failed' : 'done';
		this.#onAnswer(answer);
	}

	/** Says what was corrected, cut or not fetched, and offers the other edition. */
	#notify({ query, correction, exactCount }: Answer, failed: number): void {
		const { words, opener } = this.#parts;
		const { base, language } = opener.site;
		const linkTo = (path: string, asked: string, textContent: string) =>
			element('a', {
				href: `${withBase(path, base)}?${new URLSearchParams({ q: asked })}`,
				textContent,
			});
		this.#notice.replaceChildren();
		if (query.isCut) this.#notice.append(words.cut(queryMaximumLength));
		if (failed > 0) this.#notice.append(words.partial);
		if (correction) {
			const { from, to } = correction;
			const insist = linkTo(pathOf('search', language), `"${from}"`, words.insist(from));
			this.#notice.append(words.correction(from, to), ' ', insist);
		}
		this.#other.replaceChildren();
		const hasHan = /\p{Script=Han}/u.test(query.raw);
		if (exactCount > 0 && hasHan === (language === 'zh')) return;
		const there = otherLanguage(language);
		const link = linkTo(pathOf('search', there), query.raw, words.other);
		link.hreflang = languageTags[there];
		this.#other.append(link);
	}

	#empty(): void {
		this.#parts.list.clear();
		this.#notice.replaceChildren();
		this.#other.replaceChildren();
		this.#say('');
		this.#onAnswer(undefined);
	}

	/** Says that the index did not arrive, and offers what needs none. */
	#fail(): void {
		const { list, words, opener } = this.#parts;
		list.clear();
		list.state = 'failed';
		this.#say(navigator.onLine ? words.failed : words.offline);
		this.#notice.replaceChildren();
		this.#other.replaceChildren();
		this.#onAnswer(undefined);
		list.element.append(sectionLinks(opener.site, words));
	}

	#say(text: string): void {
		this.#count.textContent = text;
		clearTimeout(this.#announcement);
		this.#announcement = window.setTimeout(
			() => (this.#status.textContent = text),
			announceDelayMs,
		);
	}
}
