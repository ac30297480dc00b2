import type { SearchWords } from '../../base/words/index.ts';
import type { Answer, Search } from '../ask.ts';
import { parts } from '../hit.ts';
import { element } from './element.ts';

/** What hits are narrowed to, by the names it has in the address, which keeps it. */
const names = ['part', 'chapter'] as const;
type Name = (typeof names)[number];

/**
 * The hits of an answer that the address asks for, and chips that change it, each with its count.
 * @param onChange called after a chip changed the address
 */
export async function narrowed(
	answer: Answer,
	{ bundle }: Search,
	words: SearchWords,
	onChange: () => void,
): Promise<{ answer: Answer; chips: HTMLElement[] }> {
	const ids = new Set(answer.groups.flatMap((group) => group.ids));
	const asked = new URLSearchParams(location.search);
	if (ids.size < 2 && !names.some((name) => asked.has(name))) return { answer, chips: [] };
	const [part, section] = await Promise.all([bundle.values('part'), bundle.values('section')]);
	const valueBy = {
		part: (id: string) => part.get(id)!,
		chapter: (id: string) => section.get(id)!.split(' ')[0]!,
	};
	const fits = (id: string, name: Name) =>
		(asked.get(name) ?? valueBy[name](id)) === valueBy[name](id);
	const titles: Record<Name, Record<string, string>> = { part: words.parts, chapter: pageTitles() };
	const orders: Record<Name, readonly string[]> = {
		part: parts,
		chapter: Object.keys(titles.chapter),
	};

	const chip = (name: Name, value: string, textContent: string) => {
		const to = new URL(location.href);
		to.searchParams.delete(name);
		if (value) to.searchParams.set(name, value);
		const link = element('a', { href: to.href, textContent });
		if (value === (asked.get(name) ?? '')) link.ariaCurrent = 'true';
		link.addEventListener('click', (event) => {
			if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
			event.preventDefault();
			history.replaceState(history.state, '', to);
			onChange();
		});
		return link;
	};
	const rows = names.map((name) => {
		const other = name === 'part' ? 'chapter' : 'part';
		const reachable = [...ids].filter((id) => fits(id, other)).map(valueBy[name]);
		const countOf = (value: string) => reachable.filter((one) => one === value).length;
		const values = orders[name].filter((value) => reachable.includes(value));
		const chips = values.map((value) =>
			chip(name, value, `${titles[name][value]} ${countOf(value)}`),
		);
		const all = [chip(name, '', words.filters.all), ...chips];
		const isChoice = values.length > 1 || asked.has(name);
		return element('div', { role: 'group', ariaLabel: words.filters[name] }, isChoice ? all : []);
	});
	const groups = answer.groups
		.map((group) => ({
			...group,
			ids: group.ids.filter((id) => names.every((name) => fits(id, name))),
		}))
		.filter((group) => group.ids.length > 0);
	const exactCount = groups.find(({ match }) => match === 'exact')?.ids.length ?? 0;
	return { answer: { ...answer, groups, exactCount }, chips: rows };
}

/** Titles of the pages in the navigation, by slug, the home page last. */
function pageTitles(): Record<string, string> {
	const links = document.querySelectorAll<HTMLAnchorElement>('nav.contents > * > ol > li > a');
	const [home, ...others] = [...links].map(({ pathname, lastChild }) => [
		pathname.split('/').at(-2) ?? '',
		lastChild?.textContent?.trim() ?? '',
	]);
	return Object.fromEntries([...others, ['index', home?.[1] ?? '']]) as Record<string, string>;
}
