/**
 * Makes `public/report.<language>.pdf` from the built page that holds the whole report: tagged, with
 * bookmarks, and with each block's id as a named destination (`report.zh.pdf#k7q2`).
 * The next build carries the files and links them.
 *
 * Usage: `npm run build && npm run pdf`.
 */
import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { publishedLanguages } from './base/editions.ts';
import { addressFrom, pathOf } from './base/urls.ts';
import { serve } from './preview/serve.ts';
import { launchBrowser } from '../tests/browser/browser.ts';

const server = await serve({ root: resolve('dist'), base: addressFrom(process.env).base });
const browser = await launchBrowser();
await mkdir('public', { recursive: true });
for (const language of publishedLanguages()) {
	const page = await browser.newPage();
	await page.goto(server.url + pathOf('report', language).slice(1), { waitUntil: 'networkidle' });
	// Chromium names a destination only where a link of the document leads.
	await page.evaluate(() => {
		for (const { id } of document.querySelectorAll('main [id]')) {
			const link = document.body.appendChild(document.createElement('a'));
			link.href = `#${id}`;
			link.hidden = true;
		}
	});
	const path = `public/report.${language}.pdf`;
	await page.pdf({ path, preferCSSPageSize: true, tagged: true, outline: true });
	console.log(path);
	await page.close();
}
await browser.close();
await server.close();
