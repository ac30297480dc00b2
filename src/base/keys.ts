/**
 * Whether a shortcut of one key may act: no modifier but Shift is pressed, the focus is in no text
 * field, and the reader has not switched these shortcuts off.
 */
export function isPlainKey(event: KeyboardEvent): boolean {
	const { ctrlKey, metaKey, altKey, isComposing, target } = event;
	const field = (target as Element).closest?.('input, textarea, select, [contenteditable]');
	// A dialog that has just closed keeps the focus in its hidden field until the next frame.
	const isTyped = field && field.getClientRects().length > 0;
	const isOff = document.documentElement.dataset.keys === 'off';
	return !ctrlKey && !metaKey && !altKey && !isComposing && !isTyped && !isOff;
}
