/**
 * The list of keys, shown by `?`, with a switch for those that act alone: programs for speech type
 * them. Escape, the button and a click beside it close it.
 */
import { adoptStyle } from '../../base/adopt-style.ts';
import { loadWords } from '../../base/words/load.ts';
import css from './keys-dialog.css?inline';

const { title, close, alone, keys } = (await loadWords('links')).keys;
const dialog = document.createElement('dialog');
dialog.className = 'keys';
dialog.setAttribute('aria-label', title);
dialog.dataset.searchIgnore = '';
const list = dialog.appendChild(document.createElement('dl'));
for (const [names, what] of keys) {
	const term = list.appendChild(document.createElement('dt'));
	for (const name of names) term.appendChild(document.createElement('kbd')).textContent = name;
	list.appendChild(document.createElement('dd')).textContent = what;
}
const label = dialog.appendChild(document.createElement('label'));
const box = document.createElement('input');
box.type = 'checkbox';
box.checked = document.documentElement.dataset.keys !== 'off';
label.append(box, ` ${alone}`);
box.addEventListener('change', () => {
	const choice = box.checked ? '' : 'off';
	document.documentElement.dataset.keys = choice;
	try {
		localStorage.setItem('keys', choice);
	} catch {
		// Storage may be blocked: the choice then lasts as long as the page.
	}
});
const button = dialog.appendChild(document.createElement('button'));
button.type = 'button';
button.textContent = close;
dialog.addEventListener('click', ({ target }) => {
	if (target === dialog || target === button) dialog.close();
});
document.body.append(dialog);
adoptStyle(css);

/** Shows the dialog, unless another one is open. */
export function showKeys(): void {
	if (!document.querySelector('dialog[open]')) dialog.showModal();
}
