/**
 * Makes `public/report.<language>.pdf` from the built page that holds the whole report: tagged, with
 * bookmarks, page numbers in its contents, and each block's id as a named destination
 * (`report.zh.pdf#k7q2`).
 * The next build carries the files and links them.
 *
 * Usage: `npm run build && npm run pdf`.
 */
import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { languages } from './base/languages.ts';
import { addressFrom, pathOf } from './base/urls.ts';
import { serve } from './preview/serve.ts';
import { launchBrowser } from '../tests/browser/browser.ts';

/** Numbers of the sheets on which ids stand. Chromium writes sheets in order, and both as text. */
function sheetsIn(pdf: Buffer): Record<string, number> {
	const text = pdf.toString('latin1');
	const sheets = [...text.matchAll(/^(\d+) 0 obj\s*<<\/Type \/Page$/gm)].map(([, sheet]) => sheet);
	const destinations = [...text.matchAll(/^\/(\S+) \[(\d+) 0 R \/XYZ/gm)];
	return Object.fromEntries(
		destinations.map(([, id, sheet]) => [id, sheets.indexOf(sheet) + 1] as const),
	);
}

const server = await serve({ root: resolve('dist'), base: addressFrom(process.env).base });
const browser = await launchBrowser();
await mkdir('public', { recursive: true });
for (const language of languages) {
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
	const options = { preferCSSPageSize: true, tagged: true, outline: true };
	const sheets = sheetsIn(await page.pdf(options));
	// Chromium knows no `target-counter()`, by which the style sheet would write the numbers.
	await page.evaluate((sheetById) => {
		const contents = document.querySelector<HTMLElement>('.report-toc')!;
		Object.assign(contents.style, { columnGap: '3em', maxWidth: 'none' });
		for (const part of contents.querySelectorAll<HTMLElement>(':scope > ol > li')) {
			Object.assign(part.style, { paddingInlineEnd: '2em', position: 'relative' });
			for (const link of part.querySelectorAll('a')) {
				const number = link.appendChild(document.createElement('span'));
				const sheet = sheetById[link.hash.slice(1)];
				if (!sheet) throw new Error(`no page of the PDF has the destination ${link.hash}`);
				number.textContent = String(sheet);
				Object.assign(number.style, { insetInlineEnd: '0', position: 'absolute' });
			}
		}
	}, sheets);
	const numbered = sheetsIn(await page.pdf({ ...options, path }));
	if (!isDeepStrictEqual(sheets, numbered))
		throw new Error(`${path}: page numbers in the contents moved the pages`);
	console.log(path);
	await page.close();
}
await browser.close();
await server.close();
