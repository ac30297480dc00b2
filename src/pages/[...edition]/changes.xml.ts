import type { APIRoute } from 'astro';
import { editionPaths } from '../../base/editions.ts';
import { languageTags, punctuation, type Language } from '../../base/languages.ts';
import { addressFrom, pathOf, sharePathOf, urlOf } from '../../base/urls.ts';
import { permalinkWords } from '../../base/words/index.ts';
import { latestChange, openReport } from '../../content/open-report.ts';
import { readReport } from '../../content/readers.ts';
import { correctionsIn } from '../../links/changes.ts';
import { escaped } from '../../base/html.ts';

export const getStaticPaths = editionPaths;

/** Corrections as an Atom feed (RFC 4287), one entry a block and edition. */
export const GET: APIRoute = async ({ props, site }) => {
	const { language } = props as { language: Language };
	const address = addressFrom({ SITE_URL: site?.origin, BASE_PATH: import.meta.env.BASE_URL });
	const words = permalinkWords[language].changes;
	const { colon, gap } = punctuation[language];
	const { home, sections, about } = await openReport(language);
	const titles = new Map([home, ...sections, about].map((stop) => [stop?.slug, stop?.title]));
	const corrections = correctionsIn(language);
	const page = urlOf(pathOf('changes', language), address);
	const updated = corrections[0]?.edition.date ?? (await latestChange(language));
	const entries = corrections.map(({ edition, change, was, now = words.removed }) => {
		const url = urlOf(sharePathOf(change.id, language), address);
		const why = change.why ? change.why[language] + gap : '';
		const text = `${why}${words.was}${colon}${was}${gap}${words.now}${colon}${now}`;
		const title = `${titles.get(change.page) ?? change.page} · ${words.block(change.id)}`;
		return `<entry><id>${escaped(`${url}#${edition.tag}`)}</id><title>${escaped(title)}</title><updated>${edition.date}T00:00:00Z</updated><link href="${escaped(url)}"/><content>${escaped(text)}</content></entry>`;
	});
	const name = readReport().site[language];
	const feed = `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${languageTags[language]}">
<id>${escaped(page)}</id><title>${escaped(name + colon + words.title)}</title><updated>${updated}T00:00:00Z</updated>
<author><name>${escaped(name)}</name></author>
<link href="${escaped(page)}"/><link rel="self" href="${escaped(page.replace(/\/$/, '.xml'))}"/>
${entries.join('\n')}
</feed>
`;
	return new Response(feed, { headers: { 'content-type': 'application/atom+xml; charset=utf-8' } });
};
