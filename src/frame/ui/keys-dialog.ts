/** The list of keys, shown by `?`. Escape, the button and a click beside it close it. */
import { adoptStyle } from '../../base/adopt-style.ts';
import { loadWords } from '../../base/words/load.ts';
import css from './keys-dialog.css?inline';

const { title, close, keys } = (await loadWords('links')).keys;
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
