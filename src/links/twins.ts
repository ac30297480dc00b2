/** Each content page as Markdown beside its HTML, and lists of them for programs that read it. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BuiltPage, Stage } from '../base/built-site.ts';
import { sourceHash, fromCache } from '../base/cache.ts';
import { languages, languageTags, rootOf, type Language } from '../base/languages.ts';
import { markdownInline } from '../base/markdown-text.ts';
import { figureLabel } from '../base/numbers.ts';
import {
	aboutSlug,
	homeSlug,
	referenceSlugs,
	twinPathOf,
	urlOf,
	type Address,
} from '../base/urls.ts';
import { wordsIn } from '../base/words/index.ts';
import { readFigures, readReport } from '../content/readers.ts';
import { citationFormats, reportItem } from './citations.ts';
import { pageNameOf, summaryOf, updatedOf } from './quote.ts';

/** What a page is, in YAML, then its article; a JSON string is a YAML string too. */
async function twinOf(
	{ article, document, language, path }: BuiltPage,
	address: Address,
	source: string,
): Promise<string> {
	const url = urlOf(path, address);
	const fields = {
		title: pageNameOf(document),
		description: summaryOf(document),
		url,
		lang: languageTags[language],
		updated: updatedOf(document),
		based_on: citationFormats.txt([[reportItem(readReport(), language)]], language).trim(),
	};
	const lines = Object.entries(fields).map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`);
	const from = [source, article.outerHTML, url];
	const markdown = await fromCache('twins', from, async (file) => {
		const { markdownOf } = await import('./markdown.ts');
		await writeFile(file, markdownOf(article, url));
	});
	return `---\n${lines.join('')}---\n\n${await readFile(markdown, 'utf8')}`;
}

const llmsPathOf = (language: Language, name = 'llms') => `${rootOf(language)}${name}.txt`;

/** What an edition holds: name, summary, notes, then lists of links (https://llmstxt.org). */
function llmsTxtOf(language: Language, edition: readonly BuiltPage[], address: Address): string {
	const report = readReport();
	const words = wordsIn(language).site.llms;
	const line = (name: string, path: string, about: string) =>
		`- [${markdownInline(name)}](${urlOf(path, address)}): ${markdownInline(about)}`;
	const pageOf = (wanted: string) => edition.find(({ slug }) => slug === wanted);
	const linesOf = (slugs: readonly string[]) =>
		slugs.flatMap((slug) => {
			const { document } = pageOf(slug) ?? {};
			if (!document) return [];
			return line(pageNameOf(document), twinPathOf(slug, language), summaryOf(document));
		});
	const data = readFigures().flatMap(({ data: names, number, title }) => {
		const about = `${figureLabel(number, language)} ${title[language]}`;
		return names.map((name) => line(`${name}.csv`, `/data/${name}.csv`, about));
	});
	const others = languages.filter((other) => other !== language);
	const lists: Record<string, string[]> = {
		[words.pages]: linesOf([homeSlug, ...report.sections]),
		[words.reference]: linesOf([...referenceSlugs, aboutSlug]),
		[words.data]: [line('claims.json', '/claims.json', words.claims), ...data],
		// The standard's own word for what may be left out.
		Optional: others.map((other) =>
			line(report.site[other], llmsPathOf(other), words.otherEdition),
		),
	};
	return [
		`# ${report.site[language]}`,
		`> ${markdownInline(summaryOf(pageOf(homeSlug)!.document))}`,
		...words.notes,
		...Object.entries(lists).map(([heading, lines]) => `## ${heading}\n\n${lines.join('\n')}`),
		'',
	].join('\n\n');
}

/** Writes twins, their list for each edition (`llms.txt`) and all of them in one file. */
export const twinStage: Stage = {
	name: 'markdown twins',
	async run({ root, address, pages }) {
		const write = (path: string, text: string) => writeFile(join(root, path), text);
		const source = sourceHash();
		for (const language of languages) {
			const edition = pages.filter((page) => page.language === language);
			const twins = await Promise.all(edition.map((page) => twinOf(page, address, source)));
			for (const [at, { slug }] of edition.entries()) {
				await write(twinPathOf(slug, language), twins[at]!);
			}
			await write(llmsPathOf(language), llmsTxtOf(language, edition, address));
			await write(llmsPathOf(language, 'llms-full'), twins.join('\n'));
		}
	},
};
