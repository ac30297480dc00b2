/**
 * Compares pictures of each kind of page, in both themes, at two widths and as printed, with those
 * in `tests/pictures/`. The bundled browser draws them with fonts from packages, at half size, so
 * that every machine draws the same. `npm run pictures -- --accept` keeps new ones as they are.
 */
import { existsSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import sharp from 'sharp';
import { serve } from '../src/preview/serve.ts';
import { launchBrowser } from './browser/browser.ts';

/** Part of the pixels that may differ, and by how much of a channel (0 to 255) one does. */
const tolerance = { pixels: 0.002, channel: 24 };
/** CSS px of a page's top that a picture shows. */
const height = 1200;

const paths = [
	'/',
	'/technical-logic/',
	'/investment-advice/',
	'/claims/',
	'/notes/',
	'/about/',
	'/search/?q=GPT',
	'/404.html',
	'/en/application-scenarios/',
];
const views = [
	{ name: 'phone-light', width: 390, colorScheme: 'light', media: 'screen' },
	{ name: 'phone-dark', width: 390, colorScheme: 'dark', media: 'screen' },
	{ name: 'desk-light', width: 1440, colorScheme: 'light', media: 'screen' },
	{ name: 'desk-dark', width: 1440, colorScheme: 'dark', media: 'screen' },
	{ name: 'print', width: 794, colorScheme: 'light', media: 'print' },
] as const;

/** Fonts that come with `npm ci`, in place of those a reader's system has. */
const fontPackages = '/node_modules/@fontsource-variable/';
const fonts = `
@import url(${fontPackages}noto-sans-sc/index.css);
@import url(${fontPackages}noto-serif-sc/index.css);
:root, :root:lang(en) {
	--font-body: 'Noto Sans SC Variable';
	--font-heading: 'Noto Serif SC Variable';
	--font-note: 'Noto Serif SC Variable';
	--font-mono: 'Noto Sans SC Variable';
}`;

/** Part of the pixels in which two PNG files differ; 1 when their sizes do. */
async function differenceIn(file: string, picture: Buffer): Promise<number> {
	const pixelsOf = (png: string | Buffer) => sharp(png).removeAlpha().raw().toBuffer();
	const [one, other] = await Promise.all([file, picture].map(pixelsOf));
	if (one!.length !== other!.length) return 1;
	let different = 0;
	for (let at = 0; at < one!.length; at += 3) {
		const isFar = [at, at + 1, at + 2].some(
			(part) => Math.abs(one![part]! - other![part]!) > tolerance.channel,
		);
		if (isFar) different += 1;
	}
	return (different * 3) / one!.length;
}

const isAccepting = process.argv.includes('--accept');
process.env.CHROME_PATH = 'bundled';
const server = await serve({ root: resolve('dist'), base: '/' });
const browser = await launchBrowser();
const differing: string[] = [];
let compared = 0;

for (const { name, width, colorScheme, media } of views) {
	const context = await browser.newContext({
		viewport: { width, height },
		deviceScaleFactor: 0.5,
		colorScheme,
		reducedMotion: 'reduce',
		bypassCSP: true,
	});
	await context.route(`**${fontPackages}**`, (route) =>
		route.fulfill({ path: resolve(new URL(route.request().url()).pathname.slice(1)) }),
	);
	const page = await context.newPage();
	for (const path of paths) {
		await page.goto(server.url + path.slice(1), { waitUntil: 'networkidle' });
		await page.emulateMedia({ media });
		await page.addStyleTag({ content: fonts });
		await page.waitForLoadState('networkidle');
		await page.evaluate(() => document.fonts.ready);
		const picture = await page.screenshot({ caret: 'hide', animations: 'disabled' });
		const kind = path.replace(/\W+/g, '-').replace(/^-|-$/g, '') || 'home';
		const file = join('tests/pictures', `${kind}.${name}.png`);
		const difference = existsSync(file) ? await differenceIn(file, picture) : 1;
		compared += 1;
		if (difference <= tolerance.pixels) continue;
		if (isAccepting) writeFileSync(file, picture);
		else writeFileSync(file.replace(/png$/, 'new.png'), picture);
		differing.push(`${file}: ${(difference * 100).toFixed(1)} % of the pixels differ`);
	}
	await context.close();
}
await browser.close();
await server.close();

if (!isAccepting) for (const line of differing) console.log(line);
const verdict = isAccepting ? 'written' : 'differ';
console.log(`${compared} pictures compared, ${differing.length} ${verdict}`);
process.exitCode = isAccepting || differing.length === 0 ? 0 : 1;
