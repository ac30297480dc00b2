import { expect, test } from 'vitest';
import { htmlPaths } from '../dist/dist.ts';
import { axeReport } from './axe.ts';
import { browserSession } from './open.ts';

const session = browserSession();
const paths = await htmlPaths();

const views = [
	{ width: 390, height: 844, colorScheme: 'light' },
	{ width: 390, height: 844, colorScheme: 'dark' },
	{ width: 1440, height: 900, colorScheme: 'light' },
	{ width: 1440, height: 900, colorScheme: 'dark' },
] as const;

test.each(views)('axe finds nothing at $width px, $colorScheme', async (view) => {
	expect(paths.length).toBeGreaterThanOrEqual(9);
	const page = await session.open('/', {
		viewport: { width: view.width, height: view.height },
		colorScheme: view.colorScheme,
		reducedMotion: 'reduce',
	});
	const faults: string[] = [];
	for (const path of paths) {
		await page.goto(session.at(path));
		const report = await axeReport(page);
		expect(report.passes, `${path}: axe checked nothing`).toBeGreaterThan(5);
		faults.push(...report.faults.map((fault) => `${path} ${fault}`));
	}
	await page.context().close();
	expect(faults).toEqual([]);
});

test('no page is wider than the window at 320 to 1440 px', async () => {
	const page = await session.open('/');
	const faults: string[] = [];
	for (const path of paths) {
		await page.goto(session.at(path));
		for (const width of [320, 360, 414, 768, 959, 960, 1279, 1280, 1440]) {
			await page.setViewportSize({ width, height: 800 });
			const overflow = await page.evaluate(
				() => document.documentElement.scrollWidth - document.documentElement.clientWidth,
			);
			if (overflow > 0) faults.push(`${path} at ${width} px: ${overflow} px too wide`);
		}
	}
	await page.context().close();
	expect(faults).toEqual([]);
});
