import type { Copied } from '../copy-formats.ts';

/** A live region speaks only of what changes after it is shown. */
export const announceDelayMs = 100;

/** Puts words into a live region, so that they are read out. */
export const announce = (region: HTMLElement, words: string) =>
	setTimeout(() => region.replaceChildren(words), announceDelayMs);

/**
 * Writes text and HTML in one go; whether the browser let us. The text may still be on its way:
 * some browsers allow writing only in the very moment of a click. Rejects when it does not arrive.
 */
export async function writeClipboard(copied: Copied | Promise<Copied>): Promise<boolean> {
	const blob = async (key: keyof Copied, type: string) => new Blob([(await copied)[key]], { type });
	try {
		const plain = blob('plain', 'text/plain');
		const html = blob('html', 'text/html');
		await navigator.clipboard.write([
			new ClipboardItem({ 'text/plain': plain, 'text/html': html }),
		]);
		return true;
	} catch {
		// Older browsers write plain text only.
		const { plain } = await copied;
		const isWritten = navigator.clipboard?.writeText(plain).then(() => true);
		return (await isWritten?.catch(() => false)) ?? false;
	}
}
