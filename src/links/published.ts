/** What the ledger needs to know of each block of the built site. */
import type { Block, BlockKind } from '../base/blocks.ts';
import type { Language } from '../base/languages.ts';
import type { BuiltPage, BuiltSite } from '../base/built-site.ts';
import { fingerprintOf, piecesOf } from './fingerprint.ts';

/** One block as published, in one language. */
export interface Published {
	id: string;
	kind: BlockKind;
	/** Slug of its page. */
	page: string;
	language: Language;
	/** Digest of what the block is about; see `fingerprintOf` and `aboutOf`. */
	fingerprint: string;
	/** Claims of the report it tells, sorted. */
	claims: string[];
}

/** Ids of the blocks that stand under a heading, down to the next of its rank or higher. */
function idsUnder(heading: Block, blocks: readonly Block[]): string[] {
	return blocks
		.filter((block) => block !== heading && block.headingPath.includes(heading.id))
		.map(({ id }) => id);
}

/**
 * What a block is about, as a set that outlives rewriting where it can: a heading, figure or table
 * is the blocks it holds, so it may be renamed; a row is the thing its first cell names; other
 * blocks are their words.
 */
function aboutOf(block: Block, blocks: readonly Block[]): Set<string> {
	const held =
		block.kind === 'heading'
			? idsUnder(block, blocks)
			: block.kind === 'figure' || block.kind === 'table'
				? blocks
						.filter((other) => other !== block && block.element.contains(other.element))
						.map(({ id }) => id)
				: [];
	if (held.length > 0) return new Set(held);
	if (block.kind === 'row') {
		return piecesOf(block.element.querySelector('th, td')?.textContent ?? '');
	}
	return piecesOf(block.text);
}

/** Claims told in a block, in its `data-claims` and those inside it. */
function claimsOf({ element, kind }: Block): string[] {
	if (kind === 'heading' || kind === 'figure' || kind === 'table') return [];
	const holders = [element, ...element.querySelectorAll('[data-claims]')];
	const ids = holders.flatMap((holder) => holder.getAttribute('data-claims')?.split(/\s+/) ?? []);
	return [...new Set(ids.filter(Boolean))].sort();
}

function publishedOf(page: BuiltPage): Published[] {
	return page.blocks.map((block) => ({
		id: block.id,
		kind: block.kind,
		page: page.slug,
		language: page.language,
		fingerprint: fingerprintOf(aboutOf(block, page.blocks)),
		claims: claimsOf(block),
	}));
}

/** Every block with an id on every page, in order of pages and document. */
export function publishedBlocksOf({ pages }: Pick<BuiltSite, 'pages'>): Published[] {
	return pages.flatMap(publishedOf);
}
