/** Whether a one-key shortcut may act: without modifiers but Shift, in no field, not switched off. */
export function isPlainKey(event: KeyboardEvent): boolean {
	const { ctrlKey, metaKey, altKey, isComposing, target } = event;
	const field = (target as Element).closest?.('input, textarea, select, [contenteditable]');
	// A dialog that has just closed keeps the focus in its hidden field until the next frame.
	const isTyped = field && field.getClientRects().length > 0;
	const isOff = document.documentElement.dataset.keys === 'off';
	return !ctrlKey && !metaKey && !altKey && !isComposing && !isTyped && !isOff;
}
