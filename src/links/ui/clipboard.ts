import type { Copied } from '../copy-formats.ts';

/** A live region speaks only of what changes after it is shown. */
export const announceDelayMs = 100;

/** Puts words into a live region, so that they are read out. */
export const announce = (region: HTMLElement, words: string) =>
	setTimeout(() => {
		region.textContent = words;
	}, announceDelayMs);

/**
 * Writes text and HTML in one go; whether the browser let us. The text may still be on its way:
 * some browsers allow writing only in the very moment of a click. Rejects when it does not arrive.
 */
export async function writeClipboard(copied: Copied | Promise<Copied>): Promise<boolean> {
	const blob = async (key: keyof Copied, type: string) => new Blob([(await copied)[key]], { type });
	const isWritten = await navigator.clipboard
		?.write([
			new ClipboardItem({
				'text/plain': blob('plain', 'text/plain'),
				'text/html': blob('html', 'text/html'),
			}),
		])
		.then(() => true)
		.catch(() => false);
	await copied;
	return isWritten ?? false;
}
