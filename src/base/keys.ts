/** Whether a key was pressed by itself (Shift aside), and not where one types. */
export function isPlainKey(event: KeyboardEvent): boolean {
	const { ctrlKey, metaKey, altKey, isComposing, target } = event;
	const field = (target as Element).closest?.('input, textarea, select, [contenteditable]');
	return !ctrlKey && !metaKey && !altKey && !isComposing && !field;
}
