/** A problem in a file: what is wrong, where, and how to fix it. */
export interface Problem {
	/** What was found and what was expected, one sentence. */
	what: string;
	/** `path/to/file:line` relative to the repository, or a built path. */
	where: string;
	/** What to do about it, one sentence. */
	fix: string;
}

/** One problem as three lines of text, the form every failed stage prints. */
export function describeProblem({ what, where, fix }: Problem): string {
	return `${where}\n  ${what}\n  → ${fix}`;
}

/**
 * Stops a build because of what is in `content/` or in `dist/`.
 * Has every problem found, not only the first: a writer can correct a page at once.
 */
export class ContentError extends Error {
	constructor(problems: Problem | readonly Problem[]) {
		const texts = [problems].flat().map(describeProblem);
		super(`${texts.length} problem${texts.length === 1 ? '' : 's'}\n${texts.join('\n')}`);
		this.name = 'ContentError';
		// The cause is in a file of the writer's, not in the code that found it.
		this.stack = '';
	}
}

/** Throws one `ContentError` with all problems, if there are any. */
export function throwProblems(problems: readonly Problem[]): void {
	if (problems.length > 0) throw new ContentError(problems);
}
