/** A page's Markdown twin: what the page is, in YAML, then its article. */
import { readReport } from '../../content/readers.ts';
import { languageTags } from '../../base/languages.ts';
import { urlOf, type Address } from '../../base/urls.ts';
import { gbt7714, reportItem } from '../citations.ts';
import { pageNameOf, summaryOf } from '../quote.ts';
import { updatedOf } from '../share.ts';
import type { BuiltPage } from '../../base/built-site.ts';
import { markdownOf } from './markdown.ts';

/** A mapping as YAML; a JSON string is a YAML string too. */
function yamlOf(fields: Record<string, string>): string {
	return Object.entries(fields)
		.map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`)
		.join('');
}

/** The twin of a content page, as the text of its file. */
export function twinOf(page: BuiltPage, address: Address): string {
	const { article, document, language, path } = page;
	const url = urlOf(path, address);
	const frontMatter = yamlOf({
		title: pageNameOf(document),
		description: summaryOf(document),
		url,
		lang: languageTags[language],
		updated: updatedOf(page),
		based_on: gbt7714(reportItem(readReport(), language)),
	});
	return `---\n${frontMatter}---\n\n${markdownOf(article, url)}`;
}
