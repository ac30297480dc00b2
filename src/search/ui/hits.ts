import { withBase } from '../../base/urls.ts';
import type { SearchWords } from '../../base/words/index.ts';
import type { Answer, Group } from '../ask.ts';
import { IncompleteIndexError, type Site } from '../bundle.ts';
import { excerptOf, stretchesOf } from '../excerpt.ts';
import { grammars } from '../grammars.ts';
import type { Hit } from '../hit.ts';
import { announceArrival, type Arrival } from './mark.ts';
import { element } from './element.ts';

/** What the parts of a search box share. */
export interface Box {
	words: SearchWords;
	site: Site;
	/** Whether hits are options of a combobox, else plain links. */
	hasOptions: boolean;
	/** What following a hit means to whoever shows the list. */
	onFollow(arrival: Arrival, link: HTMLAnchorElement): void;
}

/** How an answer is shown. */
export interface Showing {
	/** Fetches what to show of a record. */
	fetch(id: string): Promise<Hit>;
	/** Whether the answer is still the one wanted. */
	isCurrent(): boolean;
	/** Whether hits that fail are left out; else the first of them ends the showing. */
	isLenient: boolean;
}

/** Hits fetched and shown at a time: a screen of them, then the browser may do something else. */
const sliceHits = 24;

/**
 * Shows an answer in a list, slice by slice. Everything from the index or the query is set as text.
 * Returns how many hits could not be fetched. Throws an `IncompleteIndexError` unless lenient.
 */
export async function showHits(
	list: HTMLElement,
	{ groups }: Answer,
	box: Box,
	{ fetch, isCurrent, isLenient }: Showing,
): Promise<number> {
	let failed = 0;
	const shown: HTMLElement[] = [];
	for (const group of groups) {
		const { section, add } = groupSection(group, box);
		for (let from = 0; from < group.ids.length; from += sliceHits) {
			const ids = group.ids.slice(from, from + sliceHits);
			const hits = await Promise.allSettled(ids.map(fetch));
			if (!isCurrent()) return failed;
			for (const hit of hits) {
				if (hit.status === 'fulfilled') add(hit.value);
				else if (isLenient) failed++;
				else throw new IncompleteIndexError('a hit is missing', { cause: hit.reason });
			}
			if (from > 0) continue;
			shown.push(section);
			list.replaceChildren(...shown);
		}
	}
	if (shown.length === 0) list.replaceChildren();
	return failed;
}

/** The section of a group, and what adds a hit to it: under one that tells the same claim. */
function groupSection(group: Group, box: Box) {
	const { words, hasOptions } = box;
	const role = hasOptions ? 'presentation' : null;
	const rows = element('ul', { role });
	const label = group.reason ? words.reasons[group.reason](group.meant ?? '') : words.results;
	const line = element('p', { className: 'hit-label', textContent: label, ariaHidden: 'true' });
	const named = { className: 'hit-group', role: hasOptions ? 'group' : null, ariaLabel: label };
	const section = element('div', named, group.reason ? [line, rows] : [rows]);
	section.dataset.searchGroup = group.match;
	const byClaim = new Map<number, HTMLElement>();

	function add(hit: Hit): void {
		const { kind, trail, text, claims } = hit;
		const isFact = hit.part === 'check' || hit.part === 'note';
		const above = isFact && claims.map((claim) => byClaim.get(claim)).find(Boolean);
		const excerpt = excerptElement(text, group, box);
		if (above) {
			const nested = above.querySelector('ul') ?? element('ul', { role, className: 'hit-also' });
			nested.dataset.label = words.seeAlso;
			above.append(nested);
			const name = kind === 'claim' ? words.claim(claims[0]!) : words.kinds[kind];
			// Its text is for readers who hear the list; others see the fact above.
			excerpt.className = 'visually-hidden';
			nested.append(element('li', { role }, [hitLink(hit, group, [name, ' ', excerpt], box)]));
			return;
		}
		const steps = trail.filter((step, at) => step !== text || at === 0).join(' › ');
		const place = [element('span', { textContent: words.kinds[kind] }), steps];
		const head = element('span', { className: 'hit-trail' }, place);
		const item = element('li', { role }, [hitLink(hit, group, [head, ' ', excerpt], box)]);
		for (const claim of claims) if (!byClaim.has(claim)) byClaim.set(claim, item);
		rows.append(item);
	}
	return { section, add };
}

function excerptElement(text: string, { needles }: Group, { site }: Box): HTMLElement {
	const grammar = grammars[site.language];
	const segments = excerptOf(text, stretchesOf(text, needles, grammar), grammar);
	const pieces = segments.map((piece) =>
		piece.marked ? element('mark', { textContent: piece.text }) : piece.text,
	);
	return element('span', { className: 'hit-text' }, pieces);
}

function hitLink(
	{ path }: Hit,
	{ match, needles }: Group,
	content: (Node | string)[],
	{ site, hasOptions, onFollow }: Box,
): HTMLAnchorElement {
	const link = element('a', { className: 'hit', href: withBase(path, site.base) }, content);
	if (hasOptions) Object.assign(link, { role: 'option', ariaSelected: 'false', tabIndex: -1 });
	const id = match === 'exact' ? '' : path.split('#')[1]!;
	const arrivalNow = () => ({ path: link.pathname, needles, id, at: Date.now() });
	link.addEventListener('click', (event) => {
		const isElsewhere = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
		announceArrival(arrivalNow(), isElsewhere);
		if (!isElsewhere) onFollow(arrivalNow(), link);
	});
	link.addEventListener('auxclick', () => announceArrival(arrivalNow(), true));
	return link;
}
