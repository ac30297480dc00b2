import { expect, test } from 'vitest';
import { builtSite } from '../dist/dist.ts';
import { axeReport } from './axe.ts';
import { browserSession } from './open.ts';

const session = browserSession();
const { pages } = await builtSite();

/** Blocks that are paired: those at the top level of the text, and the items of its lists. */
const paired =
	'.prose > :is(h2, h3, h4, p, pre, figure, table, aside)[id], .prose > :is(ul, ol) > li[id]';

test.each([1440, 390])('each block has its twin beside it or below it, %i px', async (width) => {
	const page = await session.open('/', { viewport: { width, height: 900 } });
	const faults: string[] = [];
	const refused: string[] = [];
	page.on('console', (message) => message.type() === 'error' && refused.push(message.text()));
	let seen = 0;
	for (const { path, language } of pages) {
		const other = language === 'zh' ? 'en' : 'zh';
		await page.goto(session.at(`${path}?with=${other}`));
		await page.locator('.prose.is-paired').waitFor();
		const { count, wrong } = await page.evaluate(
			([selector, isWide]) => {
				const own = [...document.querySelectorAll(selector as string)].filter(
					(element) => !element.closest('.edition'),
				);
				const wrong = own.flatMap((element) => {
					const inList = element.querySelector(':scope > .pair > .edition');
					const twin = inList ?? element.nextElementSibling;
					if (!twin?.classList.contains('edition')) return [`${element.id}: no twin`];
					if (twin.getAttribute('lang') === document.documentElement.lang) {
						return [`${element.id}: in the language of the page`];
					}
					const text = inList ? element.querySelector(':scope > .pair > div')! : element;
					const [a, b] = [text.getBoundingClientRect(), twin.getBoundingClientRect()];
					const isBeside = b.left >= a.right && Math.abs(b.top - a.top) < 120;
					const isBelow = b.top >= a.bottom - 1;
					return (isWide ? isBeside : isBelow) ? [] : [`${element.id}: out of line`];
				});
				return { count: own.length, wrong };
			},
			[paired, width > 960] as const,
		);
		seen += count;
		faults.push(...wrong.map((fault) => `${path} ${fault}`));
	}
	await page.context().close();
	expect(seen).toBeGreaterThan(200);
	expect(faults).toEqual([]);
	expect(refused).toEqual([]);
});

test('the link turns both editions on and off, and the address keeps it', async () => {
	const page = await session.open('/risks/');
	await page.locator('both-editions a').click();
	await page.waitForURL(/\?with=en$/);
	await page.locator('.prose.is-paired').waitFor();
	expect((await axeReport(page)).faults).toEqual([]);
	await page.locator('language-switch a').click();
	await page.waitForURL(/\/en\/risks\/\?with=zh/);
	await page.locator('.prose.is-paired .edition[lang="zh-Hans"]').first().waitFor();
	await page.locator('both-editions a').click();
	await page.waitForURL(/\/en\/risks\/$/);
	expect(await page.locator('.edition').count()).toBe(0);
	await page.context().close();
});
