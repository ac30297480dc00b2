import { escaped } from '../base/html.ts';
import { languageTags, punctuation, type Language } from '../base/languages.ts';
import { pathOf, sharePathOf, urlOf, type Address } from '../base/urls.ts';
import { wordsIn } from '../base/words/index.ts';
import { latestChange } from '../content/open-report.ts';
import { readReport } from '../content/readers.ts';
import { correctionsIn } from './changes.ts';
import { pageTitles } from './page-titles.ts';

/** Corrections as an Atom feed (RFC 4287), one entry for each block and release. */
export function atomFeed(
	language: Language,
	address: Address,
	corrections = correctionsIn(language),
): string {
	const titles = pageTitles(language);
	const updated = corrections[0]?.date ?? latestChange(language);
	const words = wordsIn(language).links.changes;
	const { colon } = punctuation[language];
	const name = readReport().site[language];
	const path = pathOf('changes', language);
	const timeOf = (day: string) => `<updated>${day}T00:00:00Z</updated>`;
	const entries = corrections.map(({ date, tag, id, page, why, was, now }) => {
		const url = urlOf(sharePathOf(id, language), address);
		const link = now ? url : urlOf(pathOf(page, language), address);
		const title = `${titles.get(page) ?? page} · ${words.block(id)}`;
		const wordings = [words.was + colon + was, words.now + colon + (now ?? words.removed)];
		const content = [...(why ? [why] : []), ...wordings].join('\n');
		return `<entry><id>${escaped(`${url}#${tag}`)}</id><title>${escaped(title)}</title>${timeOf(date)}
<link href="${escaped(link)}"/>
<content>${escaped(content)}</content></entry>`;
	});
	return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${languageTags[language]}">
<id>${escaped(urlOf(path, address))}</id><title>${escaped(name + colon + words.title)}</title>${timeOf(updated)}
<author><name>${escaped(name)}</name></author>
<link href="${escaped(urlOf(path, address))}"/><link rel="self" href="${escaped(urlOf(`${path.slice(0, -1)}.xml`, address))}"/>
${entries.join('\n')}
</feed>
`;
}
