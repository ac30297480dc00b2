import { defineConfig } from 'vitest/config';

/** Seconds are plenty for what starts no browser or build; the limit only ends what hangs. */
const testTimeout = 120_000;
/** A browser test may sweep all pages on a busy machine; its limit only ends what hangs. */
const slowTimeout = 600_000;

export default defineConfig({
	test: {
		allowOnly: false,
		// Browser tests mostly wait for the browser: two files at a time even on two cores.
		maxWorkers: 2,
		globalSetup: './tests/temporary.ts',
		reporters: ['./tests/closing-line.ts', 'default'],
		projects: [
			{
				test: {
					name: 'unit',
					isolate: false,
					include: ['src/**/*.test.ts', 'tests/*.test.ts'],
					testTimeout,
				},
			},
			{
				test: {
					name: 'dist',
					isolate: false,
					include: ['tests/dist/**/*.test.ts', 'tests/servers/**/*.test.ts'],
					testTimeout: slowTimeout,
					hookTimeout: slowTimeout,
				},
			},
			{
				test: {
					name: 'browser',
					isolate: false,
					include: ['tests/browser/**/*.test.ts'],
					globalSetup: './tests/browser/setup.ts',
					expect: { poll: { timeout: testTimeout } },
					// A failed expectation stays one. Only these are tried again, and named: a test or a step
					// that hangs until its limit (a page's network never idle, seen once in three tests in
					// a row), and a tab that the browser opened but Playwright did not report (seen in
					// 2 of 300 middle clicks: the tab was there and had taken the marks).
					retry: {
						count: 1,
						condition: /^Test timed out|Timeout 120000ms exceeded|waiting for event "page"/,
					},
					testTimeout: slowTimeout,
					hookTimeout: slowTimeout,
				},
			},
		],
	},
});
