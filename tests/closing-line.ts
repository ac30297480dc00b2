import type { Reporter, TestModule, Vitest } from 'vitest/node';

/**
 * Ends the output with `N passed, N failed`, alone on its line, for people and machines alike.
 * A file that could not be loaded and an error outside any test count as failed, and a run that
 * found no test at all fails: a checker must have seen something.
 */
export default class ClosingLine implements Reporter {
	#vitest: Vitest | undefined;

	onInit(vitest: Vitest): void {
		this.#vitest = vitest;
	}

	onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
		let passed = 0;
		let failed = unhandledErrors.length;
		for (const module of modules) {
			failed += module.errors().length;
			for (const suite of module.children.allSuites()) failed += suite.errors().length;
			for (const test of module.children.allTests()) {
				const { state } = test.result();
				if (state === 'passed') passed += 1;
				if (state === 'failed' || state === 'pending') failed += 1;
			}
		}
		if (passed === 0 || failed > 0) process.exitCode = 1;
		// After whatever the other reporters still print.
		this.#vitest?.onClose(() => console.log(`${passed} passed, ${failed} failed`));
	}
}
