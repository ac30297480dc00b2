/**
 * Runs Pagefind off the main thread; `pagefind-thread.ts` talks to it. The index step bundles it
 * as `pagefind-worker.js`, in the place of Pagefind's own.
 */
import {
	openPagefind,
	type FoundPages,
	type PagefindPaths,
	type PhraseSearch,
} from './pagefind-engine.ts';

/** What is asked: to open, or for pages. Each is answered once, by the same number. */
export type WorkerQuestion = { id: number } & (
	{ open: PagefindPaths } | { phrases: readonly (readonly string[])[] }
);
export type WorkerReply = { id: number } & ({ found: FoundPages[] } | { error: string });

let search: Promise<PhraseSearch> | undefined;

async function replyTo(question: WorkerQuestion): Promise<FoundPages[]> {
	if ('open' in question) {
		search = openPagefind(question.open);
		await search;
		return [];
	}
	if (!search) throw new Error('Pagefind was not opened');
	return (await search)(question.phrases);
}

self.addEventListener('message', ({ data }: MessageEvent<WorkerQuestion>) => {
	const { id } = data;
	const send = (reply: WorkerReply) => self.postMessage(reply);
	replyTo(data).then(
		(found) => send({ id, found }),
		(error: unknown) => send({ id, error: String(error) }),
	);
});
