import type { SearchWords } from '../../base/words/index.ts';
import type { Answer, Search } from '../ask.ts';
import { parts } from '../hit.ts';
import { element } from './element.ts';

/** Chosen part and chapter, by the names they have in the address. */
const names = ['part', 'chapter'] as const;
type Name = (typeof names)[number];

/** Chips that narrow an answer to a part of the site or a chapter, kept in the address. */
export class Filters {
	readonly element = element('div', { className: 'search-filters' });
	readonly #words: SearchWords;
	readonly #onChange: () => void;
	readonly #chosen: Record<Name, string>;

	constructor(words: SearchWords, onChange: () => void) {
		const asked = new URLSearchParams(location.search);
		this.#words = words;
		this.#onChange = onChange;
		this.#chosen = { part: asked.get('part') ?? '', chapter: asked.get('chapter') ?? '' };
	}

	/** Writes what is chosen into an address. */
	writeTo(url: URL): void {
		for (const name of names) {
			if (this.#chosen[name]) url.searchParams.set(name, this.#chosen[name]);
			else url.searchParams.delete(name);
		}
	}

	/** The hits of an answer that are chosen; the chips say how many there are of each kind. */
	async narrow(answer: Answer, { bundle }: Search): Promise<Answer> {
		const ids = new Set(answer.groups.flatMap((group) => group.ids));
		this.element.replaceChildren();
		if (ids.size < 2) return answer;
		const [part, section] = await Promise.all([bundle.values('part'), bundle.values('section')]);
		const valueIn = {
			part: (id: string) => part.get(id)!,
			chapter: (id: string) => section.get(id)!.split(' ')[0]!,
		};
		const fits = (id: string, name: Name) =>
			!this.#chosen[name] || valueIn[name](id) === this.#chosen[name];
		const titles = { part: this.#words.parts as Record<string, string>, chapter: chapterTitles() };
		const orders = { part: [...parts] as string[], chapter: Object.keys(titles.chapter) };
		for (const name of names) {
			const other = name === 'part' ? 'chapter' : 'part';
			const reachable = [...ids].filter((id) => fits(id, other)).map(valueIn[name]);
			const counts = Map.groupBy(reachable, (value) => value);
			const values = orders[name].filter((value) => counts.has(value));
			if (values.length < 2 && !this.#chosen[name]) continue;
			const chips = values.map((value) =>
				this.#chip(name, value, `${titles[name][value]} ${counts.get(value)!.length}`),
			);
			const all = this.#chip(name, '', this.#words.filters.all);
			const row = element('div', { role: 'group', ariaLabel: this.#words.filters[name] });
			row.append(all, ...chips);
			this.element.append(row);
		}
		const isChosen = (id: string) => names.every((name) => fits(id, name));
		const groups = answer.groups
			.map((group) => ({ ...group, ids: group.ids.filter(isChosen) }))
			.filter((group) => group.ids.length > 0);
		const exact = groups.filter(({ match }) => match === 'exact').flatMap((group) => group.ids);
		return { ...answer, groups, exactCount: exact.length };
	}

	#chip(name: Name, value: string, text: string): HTMLElement {
		const chip = element('button', { type: 'button', textContent: text });
		chip.ariaPressed = String(this.#chosen[name] === value);
		chip.addEventListener('click', () => {
			this.#chosen[name] = value;
			this.#onChange();
			const again = [...this.element.querySelectorAll('button')];
			again.find(({ ariaPressed, textContent }) => ariaPressed && textContent === text)?.focus();
		});
		return chip;
	}
}

/** Titles of the pages in the navigation, by slug, in its order. */
function chapterTitles(): Record<string, string> {
	const links = document.querySelectorAll<HTMLAnchorElement>('nav.contents > * > ol > li > a');
	const titles = [...links].map(({ pathname, lastChild }) => [
		pathname.split('/').at(-2) ?? '',
		lastChild?.textContent?.trim() ?? '',
	]);
	const [home, ...others] = titles;
	return Object.fromEntries([...others, ['index', home?.[1] ?? '']]) as Record<string, string>;
}
