import type { BuiltPage } from '../../base/built-site.ts';
import { textOf, type Block } from '../../base/blocks.ts';
import { homeSlug } from '../../base/urls.ts';
import { claimById, matterById, readReport, type Concordance } from '../../content/readers.ts';
import type { Hit, Part } from '../hit.ts';
import { byRank, type Ranked, type RankedPlace, type RecordKind } from '../rank.ts';
import { grammars } from '../grammars.ts';
import { breakCode, claimCode, concordanceCode, idCode } from '../text.ts';

/** One block as it is handed to Pagefind. */
export interface SearchRecord extends Hit, Ranked {
	/** Slug of the chapter it is about, or of its page. Chapters are the sections of the report. */
	chapter: string;
	/** Its page and the heading it stands under: `origin#origin-launch`. */
	section: string;
	/** Words to index, in order. */
	tokens: string[];
}

const entryKinds: Record<string, { place: RankedPlace; part: Part; kind: RecordKind }> = {
	claims: { place: 'claim', part: 'check', kind: 'claim' },
	notes: { place: 'note', part: 'note', kind: 'errata' },
	glossary: { place: 'term', part: 'term', kind: 'term' },
};

const recordKinds: Record<Block['kind'], RecordKind> = {
	...{ heading: 'heading', paragraph: 'text', item: 'text', note: 'note', code: 'code' },
	...{ figure: 'figure', table: 'figure', row: 'figure' },
};

/** Ids of the claims a block makes, in its `data-claims` and those inside it. */
function claimIdsOf(element: Element): string[] {
	const holders = [element, ...element.querySelectorAll('[data-claims]')];
	const ids = holders.flatMap((holder) => holder.getAttribute('data-claims')?.split(/\s+/) ?? []);
	return [...new Set(ids.filter(Boolean))];
}

/** Numbers of the claims a block makes; of an entry, those it is about. */
function claimNumbersOf({ id, element }: Block): number[] {
	const entry = /^(?:claim|note)-(\d+)$/.exec(id);
	if (entry) return [Number(entry[1])];
	const ids = matterById(id)?.claims ?? claimIdsOf(element);
	return ids.flatMap((claim) => claimById(claim)?.number ?? []);
}

const isOff = (element: Element) => element.closest('[data-search="off"]') !== null;

/** Place and part of what stands on a page without entries. */
function pagePlace(slug: string): { place: RankedPlace; part: Part } {
	return { place: readReport().sections.includes(slug) ? 'chapter' : 'home', part: 'text' };
}

/** Kind, part and place of a block, by the page it stands on and its own kind. */
function placeIn(page: BuiltPage, { kind, element }: Block) {
	const entry = entryKinds[page.slug];
	const own = element.closest('.abstract') && kind !== 'heading' ? 'abstract' : recordKinds[kind];
	if (entry && own !== 'heading' && own !== 'figure') return entry;
	const isNote = own === 'note';
	const place: RankedPlace = isNote ? 'note' : (entry ?? pagePlace(page.slug)).place;
	const part: Part = isNote ? 'note' : own === 'figure' ? 'figure' : (entry?.part ?? 'text');
	return { place, part, kind: own };
}

function pageRecords(page: BuiltPage, concordance: Concordance): SearchRecord[] {
	const { slug, article } = page;
	const { textCodes } = grammars[page.language];
	const texts = new Map(page.blocks.map(({ id, text }) => [id, text]));
	const record = (id: string, text: string, own: Partial<SearchRecord> & Pick<Hit, 'kind'>) => ({
		...(entryKinds[slug] ?? pagePlace(slug)),
		...{ path: `${page.path}#${id}`, text, trail: [page.title], claims: [] },
		...{ chapter: slug, section: `${slug}#`, tokens: textCodes(text) },
		...own,
	});
	const deck = article.querySelector('.deck[id]');
	const blocks = page.blocks
		.filter(({ text, element }) => text && !isOff(element))
		.map((block) => {
			const standing = placeIn(page, block);
			const isChapter = standing.place === 'chapter';
			const ids = isChapter ? claimIdsOf(block.element) : [];
			const pieces = ids.flatMap((claim) => concordance[claim]?.split(' ') ?? []);
			const claims = claimNumbersOf(block);
			return record(block.id, block.text, {
				...standing,
				trail: [page.title, ...block.headingPath.map((id) => texts.get(id) ?? '')],
				claims,
				chapter: block.element.closest<HTMLElement>('[data-section]')?.dataset.section ?? slug,
				section: `${slug}#${block.headingPath[0] ?? ''}`,
				tokens: [
					...textCodes(block.text),
					...[breakCode, idCode(block.id)],
					...new Set(pieces.map(concordanceCode)),
					...(isChapter ? claims.map(claimCode) : []),
				],
			});
		});
	return [
		record(article.closest('main')!.id, page.title, { kind: 'title' }),
		...(deck && !isOff(deck) ? [record(deck.id, textOf(deck), { kind: 'abstract' })] : []),
		...blocks,
	];
}

/** Chapters in the order of the report, then the home page, then all others. */
function readingPlace({ slug }: BuiltPage): number {
	const order = [...readReport().sections, homeSlug];
	return order.includes(slug) ? order.indexOf(slug) : order.length;
}

/**
 * Records of one edition, best first.
 * @param pages its pages
 * @param concordance words of the report's sentences; empty for an edition in another language
 */
export function recordsOf(pages: readonly BuiltPage[], concordance: Concordance): SearchRecord[] {
	return pages
		.filter(({ article }) => !isOff(article))
		.sort((a, b) => readingPlace(a) - readingPlace(b))
		.flatMap((page) => pageRecords(page, concordance))
		.sort(byRank);
}
