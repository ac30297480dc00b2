import type { APIRoute } from 'astro';
import { editionPaths } from '../../base/editions.ts';
import { languageTags, type Language } from '../../base/languages.ts';
import { addressFrom, pathOf, sharePathOf, urlOf } from '../../base/urls.ts';
import { permalinkWords } from '../../base/words/index.ts';
import { latestChange } from '../../content/open-report.ts';
import { readReport } from '../../content/readers.ts';
import { changesIn, readChanges } from '../../links/changes.ts';
import { escaped } from '../../links/html.ts';

export const getStaticPaths = editionPaths;

/** Corrections as an Atom feed (RFC 4287), one entry a block and edition. */
export const GET: APIRoute = async ({ props, site }) => {
	const { language } = props as { language: Language };
	const address = addressFrom({ SITE_URL: site?.origin, BASE_PATH: import.meta.env.BASE_URL });
	const words = permalinkWords[language].changes;
	const editions = readChanges();
	const page = urlOf(pathOf('changes', language), address);
	const updated = `${editions[0]?.date ?? (await latestChange(language))}T00:00:00Z`;
	const entries = editions.flatMap((edition) =>
		changesIn(edition, language).map((change) => {
			const { was, now = words.removed } = change[language]!;
			const url = urlOf(sharePathOf(change.id, language), address);
			const text = `${change.why?.[language] ?? ''} ${words.was}: ${was} ${words.now}: ${now}`;
			return `<entry><id>${escaped(`${url}#${edition.tag}`)}</id><title>${escaped(change.id)}</title><updated>${edition.date}T00:00:00Z</updated><link href="${escaped(url)}"/><content>${escaped(text.trim())}</content></entry>`;
		}),
	);
	const name = readReport().site[language];
	const feed = `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${languageTags[language]}">
<id>${escaped(page)}</id><title>${escaped(`${name}: ${words.title}`)}</title><updated>${updated}</updated>
<author><name>${escaped(name)}</name></author>
<link href="${escaped(page)}"/><link rel="self" href="${escaped(page.replace(/\/$/, '.xml'))}"/>
${entries.join('\n')}
</feed>
`;
	return new Response(feed, { headers: { 'content-type': 'application/atom+xml; charset=utf-8' } });
};
