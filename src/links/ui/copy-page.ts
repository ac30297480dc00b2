/** A button beside the link to a page's Markdown version: copies it in one click. */
import { element } from '../../base/element.ts';
import { loadWords } from '../../base/words/load.ts';
import { copiedText } from '../copy-formats.ts';
import { announce, writeClipboard } from './clipboard.ts';

async function markdownAt(address: string) {
	const response = await fetch(address);
	if (!response.ok) throw new Error(String(response.status));
	return copiedText(await response.text());
}

async function addButton(link: HTMLAnchorElement): Promise<void> {
	const words = await loadWords('links');
	const status = element('output');
	const onclick = async () => {
		const isCopied = await writeClipboard(markdownAt(link.href)).catch(() => undefined);
		announce(status, isCopied ? words.copied('Markdown') : words.pageFailed);
	};
	const button = element('button', { type: 'button', textContent: words.copyPage, onclick });
	// Last, so that nothing moves.
	link.parentElement!.append(button, status);
}

const link = document.querySelector<HTMLAnchorElement>('.footer a[data-twin]');
// Without the button, the link leads to the same text.
if (link) addButton(link).catch(() => {});
