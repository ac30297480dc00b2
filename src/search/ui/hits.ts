import { withBase } from '../../base/urls.ts';
import type { SearchWords } from '../../base/words/index.ts';
import type { Answer, Group } from '../ask.ts';
import type { Site } from '../bundle.ts';
import { excerptOf, stretchesOf } from '../excerpt.ts';
import { grammars } from '../grammars.ts';
import type { Hit } from '../hit.ts';
import { announceArrival } from './mark.ts';
import { element } from '../../base/element.ts';

/** What the parts of a search box share. */
export interface Box {
	words: SearchWords;
	site: Site;
	/** Called when a reader follows a hit. */
	onFollow(link: HTMLAnchorElement): void;
}

/** Address and title of the pages in the navigation; a number may precede the title in its link. */
export const pagesInNav = () =>
	[...document.querySelectorAll<HTMLAnchorElement>('nav.contents > * > ol > li > a')].map(
		({ href, lastChild }) => ({ href, textContent: lastChild!.textContent!.trim() }),
	);

/** An answer and the chips above its hits, shown together so that neither moves the other. */
export type Shown = Answer & { chips?: HTMLElement };

/** Hits fetched and shown at a time: a screen of them, then the browser may do something else. */
const sliceHits = 24;

/**
 * Shows groups of hits in a list, slice by slice, while they are the ones wanted. Everything from
 * the index or the query is set as text. Returns how many hits could not be fetched.
 */
export async function showHits(
	list: HTMLElement,
	{ groups, chips }: Shown,
	box: Box,
	fetch: (id: string) => Promise<Hit>,
	isCurrent: () => boolean,
): Promise<number> {
	let failed = 0;
	const shown = chips ? [chips] : [];
	for (const group of groups) {
		const { section, add } = groupSection(group, box);
		for (let from = 0; from < group.ids.length; from += sliceHits) {
			const hits = await Promise.allSettled(group.ids.slice(from, from + sliceHits).map(fetch));
			if (!isCurrent()) return failed;
			for (const hit of hits) {
				if (hit.status === 'fulfilled') add(hit.value);
				else failed++;
			}
			if (from > 0) continue;
			shown.push(section);
			list.replaceChildren(...shown);
		}
	}
	return failed;
}

/** The section of a group, and a function that adds a hit: below one that makes the same claim. */
function groupSection(group: Group, box: Box) {
	const { words, site } = box;
	const grammar = grammars[site.language];
	const rows = element('ul', { className: 'hit-rows' });
	const label = group.reason ? words.reasons[group.reason](group.meant ?? '') : words.results;
	const line = element('p', { className: 'hit-label', textContent: label, ariaHidden: 'true' });
	const parts = group.reason ? [line, rows] : [rows];
	const section = element('div', { role: 'group', ariaLabel: label }, parts);
	section.dataset.searchGroup = group.match;
	const byClaim = new Map<number, HTMLElement>();

	/** A link to a hit; the page it leads to marks what was looked for. */
	function hitLink({ path }: Hit, content: (Node | string)[]): HTMLAnchorElement {
		const link = element('a', { className: 'hit', href: withBase(path, site.base) }, content);
		const id = group.match === 'exact' ? '' : path.split('#')[1]!;
		const follow = ({ type, metaKey, ctrlKey, shiftKey, altKey }: MouseEvent) => {
			announceArrival({ path: link.pathname, needles: group.needles, id });
			if (type === 'click' && !(metaKey || ctrlKey || shiftKey || altKey)) box.onFollow(link);
		};
		link.addEventListener('click', follow);
		link.addEventListener('auxclick', follow);
		return link;
	}

	function add(hit: Hit): void {
		const { kind, trail, text, claims, part } = hit;
		const isFact = part === 'check' || part === 'note';
		const above = isFact && claims.map((claim) => byClaim.get(claim)).find(Boolean);
		const segments = excerptOf(text, stretchesOf(text, group.needles, grammar), grammar);
		const pieces = segments.map((piece) =>
			piece.marked ? element('mark', { textContent: piece.text }) : piece.text,
		);
		const excerpt = element('div', {}, pieces);
		const item = element('li');
		if (above) {
			const label = element('li', { textContent: words.seeAlso });
			const also = element('ul', { className: 'hit-also' }, [label]);
			if (!above.querySelector('ul')) above.append(also);
			const name = kind === 'claim' ? words.claim(claims[0]!) : words.kinds[kind];
			item.append(hitLink(hit, [name, ' ', excerpt]));
			above.querySelector('ul')!.append(item);
			return;
		}
		const steps = trail.filter((step, at) => step !== text || at === 0).join(' › ');
		const place = [words.kinds[kind], steps].filter(Boolean).join(' · ');
		const head = element('div', { className: 'hit-trail', textContent: place });
		item.append(hitLink(hit, [head, ' ', excerpt]));
		for (const claim of claims) if (!byClaim.has(claim)) byClaim.set(claim, item);
		rows.append(item);
	}
	return { section, add };
}
