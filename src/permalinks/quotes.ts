/** A block's words as a stranger would quote them; build and browser share it. */
import { textOf, type Block } from '../lib/blocks.ts';
import type { Language } from '../lib/languages.ts';

const colon = { zh: '：', en: ': ' } as const;
const separator = { zh: '；', en: '; ' } as const;
const comma = { zh: '、', en: ', ' } as const;
const stop = { zh: '。', en: '.' } as const;

/** A row with its column heads: 英伟达：市值 4,355；2021A 44.7. */
function rowText({ element }: Block, language: Language): string {
	const heads = [...(element.closest('table')?.querySelectorAll('thead th') ?? [])].map(textOf);
	const cells = [...element.querySelectorAll('th, td')].map(textOf);
	const values = cells
		.slice(1)
		.map((cell, at) => `${heads[at + 1] ?? ''} ${cell}`.trim())
		.filter(Boolean);
	return `${cells[0] ?? ''}${colon[language]}${values.join(separator[language])}`;
}

/** The block's own words as a stranger would quote them. */
export function quoteOf(block: Block, language: Language): string {
	if (block.kind === 'row') return rowText(block, language);
	if (block.kind === 'table') {
		const caption = block.element.querySelector('caption');
		const rows = [...block.element.querySelectorAll('tbody tr')].map(
			(row) => [...row.querySelectorAll('th, td')].map(textOf)[0],
		);
		const list = rows.join(comma[language]);
		return `${caption ? textOf(caption) : block.text}${colon[language]}${list}${stop[language]}`;
	}
	if (block.kind === 'figure') {
		const caption = block.element.querySelector('figcaption');
		const lines = caption ? [...caption.children].map(textOf) : [];
		return (
			(lines.length > 1 ? lines.join(colon[language]) : caption && textOf(caption)) || block.text
		);
	}
	return block.text;
}
