import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { parseHTML } from 'linkedom/worker';
import { articleSelector, blocksOf, type Block } from './blocks.ts';
import { languageOfPath, type Language } from './languages.ts';
import type { Address } from './urls.ts';

/** One content page as Astro wrote it. */
export interface BuiltPage {
	/** Root-relative path without the base: `/origin/`, `/en/origin/`, `/`. */
	path: string;
	/** Absolute file name of its HTML. */
	file: string;
	/** `data-page` of its article: the slug, equal in both languages. */
	slug: string;
	language: Language;
	title: string;
	/** The page's only tree: the stages change it, and it is written once after the last of them. */
	document: Document;
	article: Element;
	blocks: Block[];
}

/** What the stages after Astro work on: the folder and the content pages in it. */
export interface BuiltSite {
	/** Absolute path of `dist/`. */
	root: string;
	address: Address;
	/** Pages that hold an article, sorted by path. Read once, before the first stage. */
	pages: BuiltPage[];
	/** HTML of all other pages by absolute file name; the stages change it and add to it. */
	others: Map<string, string>;
}

/** A named step after Astro wrote `dist/`. It throws a `ContentError` when it cannot finish. */
export interface Stage {
	name: string;
	run(site: BuiltSite): Promise<void>;
}

/** Every file below a folder whose name ends with `ending`, sorted. */
export async function filesBelow(folder: string, ending = ''): Promise<string[]> {
	const entries = await readdir(folder, { recursive: true, withFileTypes: true });
	return entries
		.filter((entry) => entry.isFile() && entry.name.endsWith(ending))
		.map((entry) => join(entry.parentPath, entry.name))
		.sort();
}

/** Reads the content pages out of a built folder. Throws when there is none. */
export async function readBuiltSite(root: string, address: Address): Promise<BuiltSite> {
	const pages: BuiltPage[] = [];
	const others = new Map<string, string>();
	for (const file of await filesBelow(root, '.html')) {
		const html = await readFile(file, 'utf8');
		const document = html.includes('data-page=') ? parseHTML(html).document : undefined;
		const article = document?.querySelector(articleSelector);
		if (!document || !article) {
			others.set(file, html);
			continue;
		}
		const folder = relative(root, file).split(sep).slice(0, -1).join('/');
		const path = folder ? `/${folder}/` : '/';
		pages.push({
			path,
			file,
			slug: article.getAttribute('data-page') ?? '',
			language: languageOfPath(path),
			title: document.querySelector('h1')?.textContent?.trim() ?? '',
			document: document as unknown as Document,
			article,
			blocks: blocksOf(article),
		});
	}
	if (pages.length === 0) throw new Error(`No content page in ${root}. Run: npm run build`);
	return { root, address, pages, others };
}
