import type { SearchWords } from '../../base/words/index.ts';
import type { Search } from '../ask.ts';
import { hitParts } from '../hit.ts';
import { element } from '../../base/element.ts';
import { pagesInNav, type Shown } from './hits.ts';

/** What hits are narrowed to, by the names it has in the address, which keeps it. */
const filterNames = ['part', 'chapter'] as const;
type Name = (typeof filterNames)[number];

/** The hits of an answer that the address asks for, and chips that lead to others, with counts. */
export async function narrowed(
	answer: Shown,
	{ bundle }: Search,
	words: SearchWords,
): Promise<Shown> {
	const ids = new Set(answer.groups.flatMap((group) => group.ids));
	const asked = new URLSearchParams(location.search);
	if (ids.size < 2 && !filterNames.some((name) => asked.has(name))) return answer;
	const found = await Promise.all(filterNames.map(bundle.values));
	const valueFor = (id: string, name: Name) => found[filterNames.indexOf(name)]!.get(id)!;
	const fits = (id: string, name: Name) =>
		(asked.get(name) ?? valueFor(id, name)) === valueFor(id, name);
	const titles = { part: words.parts as Record<string, string>, chapter: titlesInNav() };
	const values = { part: hitParts as readonly string[], chapter: Object.keys(titles.chapter) };

	const chip = (name: Name, value: string, textContent: string) => {
		const to = new URLSearchParams(location.search);
		to.set('q', answer.query.raw);
		to.delete(name);
		if (value) to.set(name, value);
		const ariaCurrent = value === (asked.get(name) ?? '') ? 'true' : null;
		return element('a', { href: `?${to}`, textContent, ariaCurrent });
	};
	const rows = filterNames.map((name) => {
		const other = name === 'part' ? 'chapter' : 'part';
		const reachable = [...ids].filter((id) => fits(id, other)).map((id) => valueFor(id, name));
		const some = values[name].flatMap((value) => {
			const count = reachable.filter((one) => one === value).length;
			return count > 0 ? [chip(name, value, `${titles[name][value]} ${count}`)] : [];
		});
		const isChoice = some.length > 1 || asked.has(name);
		const all = isChoice ? [chip(name, '', words.filters.all), ...some] : [];
		return element('div', { role: 'group', ariaLabel: words.filters[name] }, all);
	});
	const isAsked = (id: string) => filterNames.every((name) => fits(id, name));
	const groups = answer.groups
		.map((group) => ({ ...group, ids: group.ids.filter(isAsked) }))
		.filter((group) => group.ids.length > 0);
	return { ...answer, groups, chips: element('div', { className: 'search-filters' }, rows) };
}

/** Titles of the pages in the navigation, by slug, the home page last. */
function titlesInNav(): Record<string, string> {
	const [home, ...others] = pagesInNav();
	const titles = others.map(({ href, textContent }) => [href.split('/').at(-2)!, textContent]);
	return Object.fromEntries([...titles, ['index', home!.textContent]]);
}
