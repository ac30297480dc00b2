/** What a reader of a failed build needs: what is wrong, where, and how to fix it. */
export interface Complaint {
	/** What was found and what was expected, one sentence. */
	what: string;
	/** `path/to/file:line` relative to the repository, or a built path. */
	where: string;
	/** What to do about it, one sentence. */
	fix: string;
}

/** One complaint as three lines of text, the form every failed stage prints. */
export function describeComplaint({ what, where, fix }: Complaint): string {
	return `${where}\n  ${what}\n  → ${fix}`;
}

/**
 * Stops a build because of what is in `content/` or in `dist/`.
 * Has every complaint found, not only the first: a writer can correct a page at once.
 */
export class ContentError extends Error {
	constructor(complaints: Complaint | readonly Complaint[]) {
		const texts = [complaints].flat().map(describeComplaint);
		super(`${texts.length} problem${texts.length === 1 ? '' : 's'}\n${texts.join('\n')}`);
		this.name = 'ContentError';
		// The fault is in a file of the writer's, not in the code that found it.
		this.stack = '';
	}
}

/** Throws one `ContentError` with all complaints, if there are any. */
export function refuse(complaints: readonly Complaint[]): void {
	if (complaints.length > 0) throw new ContentError(complaints);
}
