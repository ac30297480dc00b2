/** What we use of Google's generator of text fragments, which has no types of its own. */
declare module 'text-fragments-polyfill/dist/fragment-generation-utils.js' {
	/** Names the words of a range, which grows to whole words. */
	export function generateFragmentFromRange(range: Range): {
		fragment?: { prefix?: string; textStart: string; textEnd?: string; suffix?: string };
	};
}
