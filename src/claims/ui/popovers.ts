/**
 * Opens a card with what a link of this site leads to, after a short rest of pointer or focus. At
 * verdicts and terms a click or tap opens it too; other links are followed.
 * Only these listeners come with the page; the card and the target's page are fetched on first
 * use. Without script, and where the browser has no popovers, the links are links.
 */
import { followPlainly } from '../../base/follow.ts';
import { loadAgain } from '../../base/load-again.ts';

const clicked = 'a:is(.verdicts, .term-link)';
const previewed = `${clicked}, main a:is([href^="#"], [href^="/"]:is([href$="/"], [href*="/#"])):not(nav a, target-card a, .sections a, .permalink a, .entry-number, [data-value])`;

/** Long enough to cross a link without opening its card, short enough to feel immediate. */
const cardRestMs = 250;

const linkAt = ({ target }: Event, selector: string) =>
	target instanceof Element && 'popover' in target
		? target.closest<HTMLAnchorElement>(selector)
		: null;

async function show(link: HTMLAnchorElement, by: 'pointer' | 'focus' | 'click') {
	const { showCard } = await loadAgain(() => import('./target-card.ts'));
	await showCard(link, by, () => {
		const isAt = link.matches(by === 'focus' ? ':focus' : ':hover');
		return by === 'click' || (isAt && !document.querySelector(':modal, link-menu:popover-open'));
	});
}

let cardRest: ReturnType<typeof setTimeout> | undefined;

/** Shows the card of a link that pointer or focus has reached and rests on. */
function offerCard(event: Event) {
	clearTimeout(cardRest);
	const link = linkAt(event, previewed);
	const by = event.type === 'focusin' ? 'focus' : 'pointer';
	if (!link || (event as PointerEvent).pointerType === 'touch') return;
	if (by === 'focus' && !link.matches(':focus-visible')) return;
	// The link itself is still there when nothing can be fetched.
	cardRest = setTimeout(() => show(link, by).catch(() => {}), cardRestMs);
}

document.addEventListener('pointerover', offerCard);
document.addEventListener('focusin', offerCard);
document.addEventListener('click', (event) => {
	const link = linkAt(event, clicked);
	clearTimeout(cardRest);
	const asks = event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey);
	// The second tap or Enter follows the link whose card the first one opened; so does a click when
	// the pointer opened the card.
	const isSecond = link?.dataset.card === 'click' || (event.detail && link?.ariaExpanded);
	if (!link || !asks || isSecond) return;
	event.preventDefault();
	show(link, 'click').catch(() => followPlainly(link));
});
