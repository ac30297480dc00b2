/** A block's words as a stranger would quote them; build and browser share it. */
import { textOf, type Block } from '../base/blocks.ts';
import type { Language } from '../base/languages.ts';

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

const gap = { zh: '', en: ' ' } as const;

const numberOf = {
	zh: (number: string) => `第 ${number} 条，`,
	en: (number: string) => `Claim ${number}, `,
} as const;

/**
 * An entry of a register without what only places it: 第 40 条，有出入：报告估计…。论文…。 Nothing
 * for an item of another list.
 */
function entryText({ element }: Block, language: Language): string | undefined {
	const partOf = (selector: string, within = element) => {
		const part = within.querySelector(selector);
		return part ? textOf(part) : '';
	};
	const statement = partOf('.entry-statement');
	if (statement) {
		const head = numberOf[language](partOf('.entry-number')) + partOf('.verdict').toLowerCase();
		return `${head}${colon[language]}${statement}${gap[language]}${partOf('.entry-note')}`.trim();
	}
	const wordings = [...element.querySelectorAll('.wording')].slice(0, 2).map((wording) => {
		const sources = partOf('.sources-list', wording);
		const text = partOf('div', wording).replace(sources, '').trim();
		return partOf('b', wording) + colon[language] + text;
	});
	if (wordings.length > 0) {
		return `${partOf('.entry-head a')}${language === 'zh' ? '，' : ', '}${wordings.join(gap[language])}`;
	}
	const definition = partOf('.term-definition');
	return definition ? partOf('.term-names') + colon[language] + definition : undefined;
}

/** The block's own words as a stranger would quote them. */
export function quoteOf(block: Block, language: Language): string {
	if (block.kind === 'row') return rowText(block, language);
	if (block.kind === 'item') return entryText(block, language) ?? block.text;
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
		const [title, ...lines] = caption ? [...caption.children].map(textOf) : [];
		if (!title) return (caption && textOf(caption)) || block.text;
		return lines.length > 0 ? title + colon[language] + lines.join(gap[language]) : title;
	}
	return block.text;
}
