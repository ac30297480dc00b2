import type { BuiltPage } from '../../base/built-site.ts';
import { textOf, type Block } from '../../base/blocks.ts';
import { claimById, matterById, readReport, type Concordance } from '../../content/readers.ts';
import type { Hit, Part } from '../hit.ts';
import { byRank, type Ranked, type RankedPlace, type RecordKind } from '../rank.ts';
import { grammars } from '../grammars.ts';
import { breakCode, concordanceCode, idCode, toldCode } from '../text.ts';

/** One block as it is handed to Pagefind. */
export interface SearchRecord extends Hit, Ranked {
	/** Id of the heading it stands under, with its page: `origin#origin-launch`. */
	section: string;
	/** Words to index, in order. */
	tokens: string[];
}

const registers: Record<string, { place: RankedPlace; part: Part; kind: RecordKind }> = {
	claims: { place: 'register', part: 'check', kind: 'claim' },
	notes: { place: 'note', part: 'note', kind: 'errata' },
	glossary: { place: 'term', part: 'term', kind: 'term' },
};

const kinds: Record<Block['kind'], RecordKind> = {
	...{ heading: 'heading', paragraph: 'text', item: 'text', note: 'note', code: 'code' },
	...{ figure: 'figure', table: 'figure', row: 'figure' },
};

/** Claims told by a block, in its `data-claims` and those inside it. */
function claimIdsOf(element: Element): string[] {
	const holders = [element, ...element.querySelectorAll('[data-claims]')];
	const ids = holders.flatMap((holder) => holder.getAttribute('data-claims')?.split(/\s+/) ?? []);
	return [...new Set(ids.filter(Boolean))];
}

/** Numbers of the claims a block tells; an entry of a register tells the claim it is about. */
function claimsOf({ id, element }: Block): number[] {
	const entry = /^(?:claim|note)-(\d+)$/.exec(id);
	if (entry) return [Number(entry[1])];
	const told = matterById(id)?.claims ?? claimIdsOf(element);
	return told.flatMap((claim) => claimById(claim)?.number ?? []);
}

const isOff = (element: Element) => element.closest('[data-search="off"]') !== null;

/** Place and part of what stands on a page that is no register. */
function pagePlace(slug: string): { place: RankedPlace; part: Part } {
	return { place: readReport().sections.includes(slug) ? 'chapter' : 'home', part: 'text' };
}

/** Kind, part and place of a block, by the page it stands on and its own kind. */
function placed(page: BuiltPage, { kind, element }: Block) {
	const register = registers[page.slug];
	const own = element.closest('.abstract') && kind !== 'heading' ? 'abstract' : kinds[kind];
	if (register && own !== 'heading' && own !== 'figure') return register;
	const isNote = own === 'note';
	const place: RankedPlace = isNote ? 'note' : (register ?? pagePlace(page.slug)).place;
	const part: Part = isNote ? 'note' : own === 'figure' ? 'figure' : (register?.part ?? 'text');
	return { place, part, kind: own };
}

function pageRecords(page: BuiltPage, order: number, concordance: Concordance): SearchRecord[] {
	const { slug, article } = page;
	const { textCodes } = grammars[page.language];
	const texts = new Map(page.blocks.map(({ id, text }) => [id, text]));
	const record = (
		id: string,
		text: string,
		own: Partial<SearchRecord> & Pick<SearchRecord, 'kind' | 'position'>,
	): SearchRecord => ({
		...(registers[slug] ?? pagePlace(slug)),
		...{ path: `${page.path}#${id}`, text, trail: [page.title], claims: [], chapter: slug },
		...{ section: `${slug}#`, tokens: textCodes(text) },
		...own,
		position: order + own.position,
	});
	const deck = article.querySelector('.deck[id]');
	const blocks = page.blocks
		.filter(({ text, element }) => text && !isOff(element))
		.map((block, at) => {
			const told = placed(page, block);
			const isChapter = told.place === 'chapter';
			const ids = isChapter ? claimIdsOf(block.element) : [];
			const pieces = ids.flatMap((claim) => concordance[claim]?.split(' ') ?? []);
			const claims = claimsOf(block);
			return record(block.id, block.text, {
				...told,
				trail: [page.title, ...block.headingPath.map((id) => texts.get(id) ?? '')],
				claims,
				chapter: block.element.closest('[data-section]')?.getAttribute('data-section') ?? slug,
				section: `${slug}#${block.headingPath[0] ?? ''}`,
				tokens: [
					...textCodes(block.text),
					...[breakCode, idCode(block.id)],
					...new Set(pieces.map(concordanceCode)),
					...(isChapter ? claims.map(toldCode) : []),
				],
				position: at + 2,
			});
		});
	const summary = { kind: 'abstract', position: 1 } as const;
	return [
		record(article.closest('main')!.id, page.title, { kind: 'title', position: 0 }),
		...(deck && !isOff(deck) ? [record(deck.id, textOf(deck), summary)] : []),
		...blocks,
	];
}

/** More blocks than a page has: positions of one page come before those of the next. */
const pageStep = 10_000;

/**
 * Records of one edition, best first.
 * @param pages its pages that are indexed, in reading order
 * @param concordance words of the report's sentences; empty for an edition in another language
 */
export function recordsOf(pages: readonly BuiltPage[], concordance: Concordance): SearchRecord[] {
	return pages
		.filter(({ article }) => !isOff(article))
		.flatMap((page, at) => pageRecords(page, at * pageStep, concordance))
		.sort(byRank);
}
