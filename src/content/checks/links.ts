/** Links of the pages: inside the site each must land, outside only https. */
import { referenceSlugs } from '../../base/reference-pages.ts';
import { isExternal, pathOf, plainAddress, trackingParameter } from '../../base/urls.ts';
import { anchorsOf } from '../anchors.ts';
import type { Content, ContentCheck } from '../content.ts';
import { textOfNode, type PageSource, type Visit } from '../page-source.ts';
import { nearest } from '../suggestion.ts';

/** Pages the code makes, which writers may link to; the dist tests follow every link. */
const otherPaths: readonly string[] = ['search', ...referenceSlugs];

/** Why an address outside the site is refused. */
const outside: readonly { pattern: RegExp; what: string; mend: string }[] = [
	{
		pattern: /^http:/i,
		what: 'The link is http.',
		mend: 'Write the https address of the same page.',
	},
	{
		pattern: /^(?!https:)/i,
		what: 'The link is neither https nor inside the site.',
		mend: 'Write https://… or a path such as /technical-logic/#rlhf-steps.',
	},
	{
		pattern: trackingParameter,
		what: 'The link carries a tracking parameter.',
		mend: 'Cut the parameter off.',
	},
	{ pattern: /^https:\/\/\S*\s/, what: 'The link holds a space.', mend: 'Write %20.' },
];

/** Where a link inside the site goes wrong, if it does. */
function lost(url: string, page: PageSource, anchors: Map<string, Map<string, Set<string>>>) {
	const here = pathOf(page.slug, page.language);
	const [address = '', fragment] = url.split('#') as [string, string?];
	const path = address.replace(/\?.*$/, '');
	const edition = anchors.get(page.language)!;
	const target = path || here;
	const isOther = otherPaths.some((slug) => target === pathOf(slug, page.language));
	const ids = edition.get(target);
	if (path && !path.startsWith('/')) {
		return {
			what: `The link “${url}” is relative.`,
			mend: 'Write the path from the root: /technical-logic/#rlhf-steps.',
		};
	}
	if (!ids && !isOther) {
		const known = [...edition.keys(), ...otherPaths.map((slug) => pathOf(slug, page.language))];
		return { what: `The link “${url}” leads nowhere.`, mend: `Pages: ${known.join(' ')}.` };
	}
	if (fragment === undefined || isOther || ids?.has(fragment)) return undefined;
	if (fragment === '') return { what: `The link “${url}” has no fragment.`, mend: 'Cut off #.' };
	const elsewhere = [...edition].find(([, known]) => known.has(fragment))?.[0];
	return {
		what: `The link “${url}” leads to a place that is not on ${target}.`,
		mend: elsewhere
			? `It is on another page: write ${elsewhere}#${fragment}.`
			: nearest(fragment, [...(ids ?? [])]),
	};
}

/** Ids by path by language; pages that do not parse have none. */
function anchorMap(content: Content): Map<string, Map<string, Set<string>>> {
	const map = new Map(content.languages.map((language) => [language as string, new Map()]));
	for (const page of content.pages) {
		const ids = new Set(anchorsOf(page, content).map(({ id }) => id));
		map.get(page.language)?.set(pathOf(page.slug, page.language), ids);
	}
	return map;
}

const links: ContentCheck = (content) => {
	const anchors = anchorMap(content);
	return content.pages.flatMap((page) =>
		page.visits
			.filter(({ node }) => node.type === 'link')
			.flatMap(({ node }) => {
				const url = node.url ?? '';
				const where = page.at(node);
				if (textOfNode(node).trim() === '') {
					return [{ what: `The link to “${url}” has no text.`, where, mend: 'Name its target.' }];
				}
				if (!url) return [{ what: 'The link has no address.', where, mend: 'Write it.' }];
				const wrong = isExternal(url)
					? outside.find(({ pattern }) => pattern.test(url))
					: lost(url, page, anchors);
				return wrong ? [{ what: wrong.what, where, mend: wrong.mend }] : [];
			}),
	);
};

/** Links that leave the site lead to sources, and the data files say when each was read. */
const datedSources: ContentCheck = ({ claims, matters, pages }) => {
	if (!claims || !matters) return [];
	const known = [...claims.value, ...matters.value].flatMap(({ sources }) =>
		sources.map(({ url }) => plainAddress(url)),
	);
	const undated = ({ node }: Visit, page: PageSource) => {
		const url = node.url ?? '';
		if (node.type !== 'link' || !isExternal(url) || known.includes(plainAddress(url))) return [];
		return [
			{
				what: `The link ${url} is no source of any claim or matter, so nobody is told when it was read.`,
				where: page.at(node),
				mend: `Add it to the sources in ${matters.file} or ${claims.file}.`,
			},
		];
	};
	return pages.flatMap((page) => page.visits.flatMap((visit) => undated(visit, page)));
};

export const linkChecks: ContentCheck[] = [links, datedSources];
