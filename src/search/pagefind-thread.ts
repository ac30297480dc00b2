import {
	openPagefind,
	patienceMs,
	within,
	type FoundPages,
	type PagefindPaths,
	type PhraseSearch,
} from './pagefind-engine.ts';
import type { WorkerQuestion, WorkerReply } from './pagefind-worker.ts';

type Unsent<Question> = Question extends unknown ? Omit<Question, 'id'> : never;

/** A worker that cannot run: blocked by a policy, missing or cut. Pagefind itself may be sound. */
class WorkerFailure extends Error {}

/** Opens Pagefind in a worker, or here where workers cannot run. Throws as `openPagefind` does. */
export async function openPhraseSearch(paths: PagefindPaths): Promise<PhraseSearch> {
	try {
		return await openInWorker(paths);
	} catch (error) {
		if (error instanceof WorkerFailure) return openPagefind(paths);
		throw error;
	}
}

async function openInWorker(paths: PagefindPaths): Promise<PhraseSearch> {
	let worker: Worker;
	try {
		worker = new Worker(`${paths.engine}pagefind-worker.js`);
	} catch {
		throw new WorkerFailure();
	}
	const waiting = new Map<number, (reply: WorkerReply | WorkerFailure) => void>();
	worker.addEventListener('message', ({ data }: MessageEvent<WorkerReply>) => {
		waiting.get(data.id)?.(data);
		waiting.delete(data.id);
	});
	worker.addEventListener('error', () => {
		for (const answer of waiting.values()) answer(new WorkerFailure());
		waiting.clear();
	});
	let count = 0;
	const ask = (question: Unsent<WorkerQuestion>): Promise<FoundPages[]> => {
		const reply = new Promise<FoundPages[]>((resolve, reject) => {
			const id = count++;
			waiting.set(id, (answer) => {
				if (answer instanceof WorkerFailure) reject(answer);
				else if ('error' in answer) reject(new Error(answer.error));
				else resolve(answer.found);
			});
			worker.postMessage({ id, ...question });
		});
		// The worker loses patience with Pagefind first; this is for one that says nothing at all.
		return within(reply, patienceMs * 2);
	};
	try {
		await ask({ open: paths });
	} catch (error) {
		worker.terminate();
		throw error;
	}
	return (phrases) => ask({ phrases });
}
