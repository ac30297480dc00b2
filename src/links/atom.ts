import { escaped } from '../base/html.ts';
import { languageTags, punctuation, type Language } from '../base/languages.ts';
import { pathOf, sharePathOf, urlOf, type Address } from '../base/urls.ts';
import { wordsIn } from '../base/words/index.ts';
import { readReport } from '../content/readers.ts';
import type { Correction } from './changes.ts';

/** What a feed of corrections is made of. */
export interface Feed {
	language: Language;
	corrections: readonly Correction[];
	/** Titles of pages by slug. */
	titles: ReadonlyMap<string, string>;
	address: Address;
	/** Day of the latest change, for a feed without entries. */
	updated: string;
}

/** Corrections as an Atom feed (RFC 4287), one entry a block and edition. */
export function atomFeed({ language, corrections, titles, address, updated }: Feed): string {
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
<id>${escaped(urlOf(path, address))}</id><title>${escaped(name + colon + words.title)}</title>${timeOf(corrections[0]?.date ?? updated)}
<author><name>${escaped(name)}</name></author>
<link href="${escaped(urlOf(path, address))}"/><link rel="self" href="${escaped(urlOf(`${path.slice(0, -1)}.xml`, address))}"/>
${entries.join('\n')}
</feed>
`;
}
