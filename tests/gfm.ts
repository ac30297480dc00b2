import { markdownToMdast } from 'satteri';

interface Node {
	type: string;
	url?: string;
	value?: string;
	children?: Node[];
}

/** Addresses of all links a GFM parser finds, autolinks included, and the text of the whole. */
export function readAsGfm(source: string): { urls: string[]; text: string } {
	const urls: string[] = [];
	let text = '';
	const walk = (node: Node) => {
		if (node.type === 'link') urls.push(node.url!);
		text += node.value ?? '';
		node.children?.forEach(walk);
	};
	walk(markdownToMdast(source, { features: { gfm: true } }) as unknown as Node);
	return { urls, text };
}
