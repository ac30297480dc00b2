import { expect, test } from 'vitest';
import { htmlPaths } from '../dist/dist.ts';
import { axeReport } from './axe.ts';
import { browserSession } from './open.ts';

const session = browserSession();
const paths = await htmlPaths();

const views = [
	{ width: 320, colorScheme: 'light', forcedColors: 'none' },
	{ width: 390, colorScheme: 'dark', forcedColors: 'none' },
	{ width: 1440, colorScheme: 'light', forcedColors: 'none' },
	{ width: 1440, colorScheme: 'dark', forcedColors: 'active' },
] as const;

test.each(views)(
	'axe finds nothing at $width px, $colorScheme, forced: $forcedColors',
	async (view) => {
		expect(paths.length).toBeGreaterThanOrEqual(9);
		const { width, ...media } = view;
		const viewport = { width, height: 850 };
		const page = await session.open('/', { viewport, ...media, reducedMotion: 'reduce' });
		const faults: string[] = [];
		for (const path of paths) {
			await page.goto(session.at(path));
			const report = await axeReport(page);
			expect(report.passes, `${path}: axe checked nothing`).toBeGreaterThan(5);
			faults.push(...report.faults.map((fault) => `${path} ${fault}`));
		}
		await page.context().close();
		expect(faults).toEqual([]);
	},
);

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

test('Tab stops at most 120 times on a page, 130 on that of the errata with its sources', async () => {
	const page = await session.open('/', { viewport: { width: 1440, height: 900 } });
	const faults: string[] = [];
	for (const path of paths.filter((one) => !one.includes('/report/'))) {
		await page.goto(session.at(path), { waitUntil: 'networkidle' });
		const stops = await page.evaluate(
			() =>
				[
					...document.querySelectorAll<HTMLElement>('a[href], button, input, summary, [tabindex]'),
				].filter((element) => element.tabIndex >= 0 && element.checkVisibility()).length,
		);
		expect(stops, path).toBeGreaterThan(5);
		if (stops > (path.endsWith('/notes/') ? 130 : 120)) faults.push(`${path}: ${stops}`);
	}
	await page.context().close();
	expect(faults).toEqual([]);
});
