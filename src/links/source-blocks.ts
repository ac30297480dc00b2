/**
 * The blocks of an MDX source that carry an id, with the place where one goes. Reads lines, not a
 * tree: a block here is what stands between blank lines, as the pages of the report are written.
 */
import { blockMarkPattern } from '../base/ids.ts';

export interface SourceBlock {
	kind: 'heading' | 'paragraph' | 'item' | 'note' | 'code';
	/** Line of the file, from 1. */
	line: number;
	/** The id it carries; headings carry theirs by hand. */
	id: string | undefined;
	/** Its words without mark and markup. */
	text: string;
	/** Offset at which an id is put in, and the text to put there; none where none can stand. */
	insert: { at: number; text: (id: string) => string } | undefined;
}

/** Components that stand in a line of text; all others are blocks of their own. */
const inlineComponents = ['Claim', 'Term', 'Zh'];
/** Components whose id is an attribute. */
const attributed = ['Note', 'Lacks'];

const fence = /^\s*(`{3,}|~{3,})(.*)$/;
const heading = /^#{1,6}\s/;
const item = /^(?:[-*+]|\d+[.)])\s/;
const nestedItem = /^\s+(?:[-*+]|\d+[.)])\s/;
const tag = /^\s*<\/?([A-Za-z][\w-]*)/;

/** Name of the block component whose tag begins a line. */
function componentOf(line: string): string | undefined {
	const name = tag.exec(line)?.[1];
	return name && !inlineComponents.includes(name) ? name : undefined;
}

const startsBlock = (line: string) =>
	!line.trim() || fence.test(line) || heading.test(line) || componentOf(line) !== undefined;

const markup = /<[^>]*>|\[([^\]]*)\]\([^)]*\)|\{#[^}]*\}|[*`]/g;
const wordsOf = (source: string) => source.replace(markup, '$1').replace(/\s+/gu, ' ').trim();

/** All blocks of an MDX source, in order. Items of lists inside lists belong to the item around. */
export function sourceBlocksOf(source: string): SourceBlock[] {
	const lines = source.split('\n');
	const offsets = lines.reduce<number[]>((all, _, at) => {
		all.push(at === 0 ? 0 : all[at - 1]! + lines[at - 1]!.length + 1);
		return all;
	}, []);
	const blocks: SourceBlock[] = [];
	/** Number of the first line from `at` that meets a condition, or of the line after the last. */
	const next = (at: number, is: (line: string) => boolean) => {
		const found = lines.slice(at).findIndex(is);
		return found < 0 ? lines.length : at + found;
	};
	const addProse = (kind: 'paragraph' | 'item', from: number, to: number) => {
		const text = lines.slice(from, to).join('\n').trimEnd();
		const at = offsets[from]! + text.length;
		blocks.push({
			kind,
			line: from + 1,
			id: blockMarkPattern.exec(text)?.[1],
			text: wordsOf(text.replace(blockMarkPattern, '').replace(item, '')),
			insert: { at, text: (id) => ` ^${id}` },
		});
	};
	/** A note or another block component from its tag on; the number of the line after it. */
	const addComponent = (name: string, from: number): number => {
		if (!attributed.includes(name) || /^\s*<\//.test(lines[from]!)) return from + 1;
		const end = next(from, (line) => line.includes('/>') || line.includes(`</${name}>`));
		const text = lines.slice(from, end + 1).join('\n');
		blocks.push({
			kind: 'note',
			line: from + 1,
			id: /\sid="([^"]*)"/.exec(text.slice(0, text.indexOf('>')))?.[1],
			text: wordsOf(text),
			insert: {
				at: offsets[from]! + lines[from]!.indexOf(`<${name}`) + name.length + 1,
				text: (id) => ` id="${id}"`,
			},
		});
		return end + 1;
	};

	let at = lines[0] === '---' ? next(1, (line) => line === '---') + 1 : 0;
	while (at < lines.length) {
		const line = lines[at]!;
		const [, marks, info = ''] = fence.exec(line) ?? [];
		const component = componentOf(line);
		if (marks) {
			const end = next(at + 1, (other) => other.trim() === marks);
			const hasLanguage = /^[\w-]/.test(info);
			blocks.push({
				kind: 'code',
				line: at + 1,
				id: blockMarkPattern.exec(info)?.[1],
				text: lines.slice(at + 1, end).join('\n'),
				// Without a language the mark would be taken for one.
				insert: hasLanguage
					? { at: offsets[at]! + line.trimEnd().length, text: (id) => ` ^${id}` }
					: undefined,
			});
			at = end + 1;
		} else if (heading.test(line)) {
			const id = /\{#([^}]+)\}\s*$/.exec(line)?.[1];
			const text = wordsOf(line.replace(/^#+/, ''));
			blocks.push({ kind: 'heading', line: at + 1, id, text, insert: undefined });
			at += 1;
		} else if (component) {
			at = addComponent(component, at);
		} else if (!line.trim() || /^(?:import|export)\s|^\s*\||^\{/.test(line)) {
			at += 1;
		} else if (nestedItem.test(line)) {
			at = next(at, startsBlock);
		} else {
			const isItem = item.test(line);
			const ends = (other: string) =>
				startsBlock(other) || item.test(other) || nestedItem.test(other);
			const end = next(at + 1, isItem ? ends : startsBlock);
			addProse(isItem ? 'item' : 'paragraph', at, end);
			at = end;
		}
	}
	return blocks;
}
