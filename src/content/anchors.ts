/** Every fragment a page will have, as far as its source tells. */
import { blockMarkPattern } from '../base/ids.ts';
import { tableNameOf, type Content } from './content.ts';
import { attributeOf, type Node, type PageSource } from './page-source.ts';

/** An id a reader can link to, and where a writer finds it. */
export interface Anchor {
	id: string;
	/** `file:line` where the id is written. */
	where: string;
}

/** Ids of the rows of a table, at their lines in the CSV. */
function rowAnchors(content: Content, table: string): Anchor[] {
	const data = content.tables.get(table);
	return (data?.value ?? []).map((row, at) => ({
		id: row.id,
		where: `${data!.file}:${data!.lineOf([at])}`,
	}));
}

function componentAnchors(page: PageSource, content: Content, node: Node): Anchor[] {
	const id = attributeOf(node, 'id') ?? '';
	if (node.name === 'ReportContents') return rowAnchors(content, 'report-figures');
	if (node.name === 'PagesRead') return [{ id: 'pages-read', where: page.at(node) }];
	if (node.name === 'Note' || node.name === 'Lacks') return id ? [{ id, where: page.at(node) }] : [];
	if (node.name !== 'Figure') return [];
	const figure = content.figures.value.find((entry) => entry.id === id);
	if (!figure) return [];
	return [
		{ id, where: page.at(node) },
		{ id: `${id}-table`, where: page.at(node) },
		...figure.data.flatMap((name) => rowAnchors(content, tableNameOf(name))),
	];
}

/** The mark at a block's end (`… ^k7q2`), in text and in a code block's info line. */
export function markOf(node: Node): string | undefined {
	if (node.type === 'code') return blockMarkPattern.exec(node.meta ?? '')?.[1];
	const last = node.type === 'paragraph' ? node.children?.at(-1) : undefined;
	return last?.type === 'text' ? blockMarkPattern.exec(last.value ?? '')?.[1] : undefined;
}

/** Anchors of one page, in reading order. */
export function anchorsOf(page: PageSource, content: Content): Anchor[] {
	return page.visits.flatMap(({ node }) => {
		const heading = node.type === 'heading' ? node.data?.hProperties?.id : undefined;
		const own = heading ?? markOf(node);
		return [
			...(typeof own === 'string' ? [{ id: own, where: page.at(node) }] : []),
			...componentAnchors(page, content, node),
		];
	});
}
