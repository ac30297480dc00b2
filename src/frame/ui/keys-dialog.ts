/**
 * The list of keys, shown by `?`, with a switch for those that act alone: speech input types
 * them. Escape, the button and a click beside it close it.
 */
import { adoptStyle } from '../../base/adopt-style.ts';
import { element } from '../../base/element.ts';
import type { LinkWords } from '../../base/words/index.ts';
import css from './keys-dialog.css?inline';

function dialogOf({ title, close, alone, keys }: LinkWords['keys']): HTMLDialogElement {
	const keyList = keys.flatMap(([names, what]) => {
		const caps = names.map((name) => element('kbd', { textContent: name }));
		return [element('dt', {}, caps), element('dd', { textContent: what })];
	});
	const box = element('input', { type: 'checkbox' });
	const button = element('button', { type: 'button', textContent: close });
	const dialog = element('dialog', { className: 'keys', ariaLabel: title }, [
		element('dl', {}, keyList),
		element('label', {}, [box, ` ${alone}`]),
		button,
	]);
	dialog.dataset.searchIgnore = '';
	box.checked = document.documentElement.dataset.keys !== 'off';
	box.addEventListener('change', () => {
		const choice = box.checked ? '' : 'off';
		document.documentElement.dataset.keys = choice;
		try {
			localStorage.setItem('keys', choice);
		} catch {
			// Storage may be blocked: the choice then lasts as long as the page.
		}
	});
	dialog.addEventListener('click', ({ target }) => {
		if (target === dialog || target === button) dialog.close();
	});
	document.body.append(dialog);
	adoptStyle(css);
	return dialog;
}

let dialog: HTMLDialogElement | undefined;

/** Shows the dialog, unless another one is open. */
export function showKeys(words: LinkWords['keys']): void {
	dialog ??= dialogOf(words);
	if (!document.querySelector('dialog[open]')) dialog.showModal();
}
