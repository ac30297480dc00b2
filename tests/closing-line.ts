import type { Reporter, TestModule, Vitest } from 'vitest/node';

/**
 * Ends the output with `N passed, N failed`, alone on its line, for people and machines alike.
 * A file that could not be loaded and an error outside any test count as failed, and a run that
 * found no test at all fails: a checker must have seen something. Tests that passed only when they
 * were repeated are named, so that nobody takes them for steady.
 */
export default class ClosingLine implements Reporter {
	#vitest: Vitest | undefined;

	onInit(vitest: Vitest): void {
		this.#vitest = vitest;
	}

	onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
		let passed = 0;
		let failed = unhandledErrors.length;
		const repeated: string[] = [];
		for (const module of modules) {
			failed += module.errors().length;
			for (const suite of module.children.allSuites()) failed += suite.errors().length;
			for (const test of module.children.allTests()) {
				const { state } = test.result();
				if (state === 'passed') passed += 1;
				if (test.diagnostic()?.flaky) repeated.push(test.fullName);
				if (state === 'failed' || state === 'pending') failed += 1;
			}
		}
		if (passed === 0 || failed > 0) process.exitCode = 1;
		// After whatever the other reporters still print.
		this.#vitest?.onClose(() => {
			for (const name of repeated) console.log(`Passed when repeated: ${name}`);
			console.log(`${passed} passed, ${failed} failed`);
		});
	}
}
