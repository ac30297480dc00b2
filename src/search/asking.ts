import type { SearchWords } from '../base/words/search-zh.ts';
import { element } from './element.ts';
import type { HitList } from './hit-list.ts';
import { languageTags } from '../base/languages.ts';
import { pathOf, withBase } from '../base/urls.ts';
import { enoughHits, moreHits, type Reply, type SearchSession } from './session.ts';

/** How long typing must rest before the count is read out, so that it is read once. */
const announceDelayMs = 400;

/** The parts of a search box that answer. */
export interface AskingParts {
	input: HTMLInputElement;
	list: HitList;
	/** Says at once what was found, or why not. */
	count: HTMLElement;
	/** Live region that says the same once typing rests. */
	status: HTMLElement;
	/** Where one sentence tells what failed. */
	notice: HTMLElement;
	/** Where a link tells what the other edition has. */
	other: HTMLElement;
	session: SearchSession;
	/** The site's base path. */
	base: string;
	words: SearchWords;
}

/**
 * Asks while a reader types, one question at a time: while one is being answered, only the newest
 * text waits. Nothing is asked while an input method is composing.
 */
export class Asking {
	readonly #parts: AskingParts;
	readonly #onReply: (reply: Reply | undefined) => void;
	#running = false;
	#asked = '';
	#enough = enoughHits;
	#announcement = 0;
	#lookElsewhere = 0;

	/** `onReply` is called after the list changed; without a reply when the box is empty. */
	constructor(parts: AskingParts, onReply: (reply: Reply | undefined) => void) {
		this.#parts = parts;
		this.#onReply = onReply;
		parts.input.addEventListener('input', (event) => {
			if (!(event as InputEvent).isComposing) void this.ask();
		});
		// Some browsers send the last `input` before the composition is told to have ended.
		parts.input.addEventListener('compositionend', () => void this.ask());
	}

	/** Reads further candidate pages. */
	more(): Promise<void> {
		this.#enough += moreHits;
		this.#asked = '';
		return this.ask();
	}

	/** Asks for what stands in the box, unless that was just asked. */
	async ask(): Promise<void> {
		const text = this.#parts.input.value.trim();
		if (text === this.#asked || this.#running) return;
		if (!text) {
			this.#asked = '';
			this.#empty();
			return;
		}
		this.#running = true;
		this.#asked = text;
		this.#parts.list.wait();
		try {
			const reply = await this.#parts.session.ask(text, this.#enough);
			if (this.#parts.input.value.trim() === text) await this.#show(reply);
		} catch (error) {
			// The session answers for every failure it knows of; this one it does not.
			console.error(error);
			this.#parts.list.element.dataset.searchState = 'failed';
			this.#say(this.#parts.words.failed);
		}
		this.#running = false;
		if (this.#parts.input.value.trim() !== text) {
			this.#enough = enoughHits;
			await this.ask();
		}
	}

	#empty(): void {
		this.#parts.list.clear();
		this.#parts.notice.textContent = '';
		this.#parts.other.replaceChildren();
		clearTimeout(this.#lookElsewhere);
		this.#say('');
		this.#onReply(undefined);
	}

	async #show(reply: Reply): Promise<void> {
		const { words, list, notice } = this.#parts;
		await list.show(reply);
		notice.textContent = reply.notices.map((name) => words.notices[name]).join('');
		const { exact, exactCount } = reply.answer;
		if (reply.state === 'failed') this.#say(words.failed);
		else if (exactCount === 0) this.#say(words.none(reply.query.raw));
		else this.#say(words.found(exactCount, exact.length));
		this.#parts.other.replaceChildren();
		clearTimeout(this.#lookElsewhere);
		// Its texts are many bytes: not for words half typed.
		this.#lookElsewhere = window.setTimeout(() => void this.#offerOther(reply), announceDelayMs);
		this.#onReply(reply);
	}

	/** Links to the other edition's hits, which are not mixed in. */
	async #offerOther(reply: Reply): Promise<void> {
		const { session, other, input, count, status, words, base } = this.#parts;
		const found = await session.otherEdition(reply);
		const isCurrent = input.value.trim() === this.#asked && this.#asked.startsWith(reply.query.raw);
		if (!found || !isCurrent || this.#running) return;
		const { language, count: hits, isMore } = found;
		const address = new URLSearchParams({ q: reply.query.raw });
		const link = element('a', {
			href: `${withBase(pathOf('search', language), base)}?${address}`,
			hreflang: languageTags[language],
			textContent: words.other(hits, isMore),
		});
		other.replaceChildren(link);
		status.textContent = words.both(count.textContent, link.textContent);
	}

	#say(text: string): void {
		const { count, status } = this.#parts;
		count.textContent = text;
		clearTimeout(this.#announcement);
		this.#announcement = window.setTimeout(() => (status.textContent = text), announceDelayMs);
	}
}
