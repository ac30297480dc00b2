import { expect } from 'vitest';
import { builtSite } from '../dist/dist.ts';
import { excuse } from './flows.ts';
import { at, pageTests } from './pages.ts';

const test = pageTests();
const { pages } = await builtSite();

/** Blocks that are paired: those at the top level of the text, and the items of its lists. */
const paired =
	'.prose > :is(h2, h3, h4, p, pre, figure, table, aside)[id], .prose > :is(ul, ol) > li[id]';

/** Blocks on a page, and what is wrong with the places of their translations; runs in the page. */
const pairsOf = ([selector, isWide]: readonly [string, boolean]) => {
	const own = [...document.querySelectorAll(selector)].filter((one) => !one.closest('.edition'));
	const wrong = own.flatMap((element) => {
		const inList = element.querySelector(':scope > .pair > .edition');
		const translation = inList ?? element.nextElementSibling;
		if (!translation?.classList.contains('edition')) return [`${element.id}: no translation`];
		if (translation.getAttribute('lang') === document.documentElement.lang) {
			return [`${element.id}: in the language of the page`];
		}
		const text = inList ? element.querySelector(':scope > .pair > div')! : element;
		const [a, b] = [text.getBoundingClientRect(), translation.getBoundingClientRect()];
		const isBeside = b.left >= a.right && Math.abs(b.top - a.top) < 120;
		const isBelow = b.top >= a.bottom - 1;
		return (isWide ? isBeside : isBelow) ? [] : [`${element.id}: out of line`];
	});
	return { count: own.length, wrong };
};

test('each block has its translation beside it on a desk and below it on a phone', async ({
	open,
}) => {
	const page = await open('/');
	const faults: string[] = [];
	page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
	let seen = 0;
	for (const { path, language } of pages) {
		await page.goto(at(`${path}?with=${language === 'zh' ? 'en' : 'zh'}`));
		await page.locator('.prose.is-paired').waitFor();
		for (const width of [390, 1440]) {
			await page.setViewportSize({ width, height: 900 });
			const { count, wrong } = await page.evaluate(pairsOf, [paired, width > 960] as const);
			seen += count;
			faults.push(...wrong.map((fault) => `${path} at ${width} px, ${fault}`));
		}
	}
	expect(seen).toBeGreaterThan(400);
	expect(faults).toEqual([]);
});

test('the link turns both editions on and off, and the address keeps it', async ({ open }) => {
	const page = await open('/risks/');
	await page.locator('both-editions a').click();
	await page.waitForURL(/\?with=en$/);
	await page.locator('.prose.is-paired').waitFor();
	await page.locator('language-switch a').click();
	await page.waitForURL(/\/en\/risks\/\?with=zh/);
	await page.locator('.prose.is-paired .edition[lang="zh-Hans"]').first().waitFor();
	await page.locator('both-editions a').click();
	await page.waitForURL(/\/en\/risks\/$/);
	expect(await page.locator('.edition').count()).toBe(0);
});

test('a block is linked and quoted in the language of the page alone', async ({ open }) => {
	const permissions = ['clipboard-read', 'clipboard-write'];
	const page = await open('/risks/?with=en', { permissions });
	await page.locator('.prose.is-paired').waitFor();
	const { blocks } = pages.find(({ path }) => path === '/risks/')!;
	const item = blocks.find(({ kind }) => kind === 'item')!;
	await page.locator(`.permalink > a[href="#${item.id}"]`).click();
	await page.locator('link-menu').getByRole('button', { name: '引文' }).click();
	await page.locator('link-menu output').filter({ hasText: '引文：已复制' }).waitFor();
	const quote = await page.evaluate(() => navigator.clipboard.readText());
	expect(quote).toMatch(`> ${item.text}\n`);
	expect(quote).toContain(`[风险因素 § ${item.headingText}](`);
});

test.for([404, 0])('says that the other edition is missing (%i)', async (status, { open }) => {
	const page = await open('/');
	const errors: string[] = [];
	page.on('pageerror', ({ message }) => errors.push(message));
	await page.route('**/en/risks/article.txt', (route) =>
		status ? route.fulfill({ status, body: 'Not found' }) : route.abort(),
	);
	await page.goto(at('/risks/?with=en'));
	await page.locator(excuse).waitFor();
	expect(await page.locator('.is-paired').count()).toBe(0);
	expect(errors).toEqual([]);
});
