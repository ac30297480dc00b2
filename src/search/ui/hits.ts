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
	let isFirst = true;
	for (const group of groups) {
		const rows = element('ul', presentation(box));
		const shown = new Map<number, HTMLElement>();
		const section = groupSection(group, rows, box);
		for (let from = 0; from < group.ids.length; from += sliceHits) {
			const ids = group.ids.slice(from, from + sliceHits);
			const hits = await Promise.allSettled(ids.map(fetch));
			if (!isCurrent()) return failed;
			const lost = hits.filter(({ status }) => status === 'rejected').length;
			if (lost > 0 && !isLenient) throw new IncompleteIndexError(`${lost} hits failed`);
			failed += lost;
			for (const hit of hits) {
				if (hit.status === 'fulfilled') addHit(hit.value, group, rows, shown, box);
			}
			if (isFirst) list.replaceChildren();
			isFirst = false;
			list.append(section);
		}
	}
	if (isFirst) list.replaceChildren();
	return failed;
}

const presentation = ({ hasOptions }: Box) => ({ role: hasOptions ? 'presentation' : null });

function groupSection({ match, reason, meant = '' }: Group, rows: HTMLElement, box: Box) {
	const { words, hasOptions } = box;
	const label = reason ? words.reasons[reason](meant) : words.results;
	const line = element('p', { className: 'hit-label', textContent: label, ariaHidden: 'true' });
	const role = hasOptions ? 'group' : null;
	const className = 'hit-group';
	const parts = reason ? [line, rows] : [rows];
	const section = element('div', { className, role, ariaLabel: label }, parts);
	section.dataset.searchGroup = match;
	return section;
}

/** Adds a hit, under an earlier one that tells the same claim if there is one. */
function addHit(
	hit: Hit,
	group: Group,
	rows: HTMLElement,
	shown: Map<number, HTMLElement>,
	box: Box,
) {
	const { words } = box;
	const isFact = hit.part === 'check' || hit.part === 'note';
	const above = isFact && hit.claims.map((claim) => shown.get(claim)).find(Boolean);
	const text = excerptElement(hit, group, box);
	if (above) {
		const nested = above.querySelector('ul') ?? element('ul', presentation(box));
		nested.className = 'hit-also';
		nested.dataset.label = words.seeAlso;
		above.append(nested);
		const name = hit.kind === 'claim' ? words.claim(hit.claims[0]!) : words.kinds[hit.kind];
		// Its text is for readers who hear the list; others see the fact above.
		text.className = 'visually-hidden';
		const link = hitLink(hit, group, [name, ' ', text], box);
		nested.append(element('li', presentation(box), [link]));
		return;
	}
	const steps = hit.trail.filter((step, at) => step !== hit.text || at === 0).join(' › ');
	const kind = element('span', { textContent: words.kinds[hit.kind] });
	const trail = element('span', { className: 'hit-trail' }, [kind, steps]);
	const link = hitLink(hit, group, [trail, ' ', text], box);
	const item = element('li', presentation(box), [link]);
	for (const claim of hit.claims) if (!shown.has(claim)) shown.set(claim, item);
	rows.append(item);
}

function excerptElement({ text }: Hit, { needles }: Group, { site }: Box): HTMLElement {
	const grammar = grammars[site.language];
	const segments = excerptOf(text, stretchesOf(text, needles, grammar), grammar);
	const pieces = segments.map(({ text: piece, marked }) =>
		marked ? element('mark', { textContent: piece }) : piece,
	);
	return element('span', { className: 'hit-text' }, pieces);
}

function hitLink(
	hit: Hit,
	{ match, needles }: Group,
	content: (Node | string)[],
	{ site, hasOptions, onFollow }: Box,
): HTMLAnchorElement {
	const link = element('a', { className: 'hit', href: withBase(hit.path, site.base) }, content);
	if (hasOptions) Object.assign(link, { role: 'option', ariaSelected: 'false', tabIndex: -1 });
	const id = match === 'exact' ? '' : hit.path.split('#')[1]!;
	const arrivalNow = () => ({ path: link.pathname, needles, id, at: Date.now() });
	link.addEventListener('click', (event) => {
		const isElsewhere = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
		announceArrival(arrivalNow(), isElsewhere);
		if (!isElsewhere) onFollow(arrivalNow(), link);
	});
	link.addEventListener('auxclick', () => announceArrival(arrivalNow(), true));
	return link;
}
