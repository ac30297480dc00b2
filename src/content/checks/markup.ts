/** The vocabulary of our MDX: what may stand in a page, and where. MDX is code: the rest is not. */
import type { Complaint } from '../../base/content-error.ts';
import type { PageCheck } from '../content.ts';
import { attributeOf, isTag, type Node, type Visit } from '../page-source.ts';

interface Component {
	/** `block`: alone on its line; `inline`: inside a paragraph, beside other text. */
	place: 'block' | 'inline';
	attributes: readonly string[];
	optional?: readonly string[];
	empty?: boolean;
}

/** Components a writer may use, as `src/frame/writing-components.ts` offers them. */
export const components: Record<string, Component> = {
	Abstract: { place: 'block', attributes: [] },
	Lacks: { place: 'block', attributes: ['id'] },
	Listing: { place: 'block', attributes: ['title'] },
	Claim: { place: 'inline', attributes: ['id'] },
	Note: { place: 'block', attributes: ['matter'], optional: ['id'], empty: true },
	Term: { place: 'inline', attributes: ['id'] },
	Figure: { place: 'block', attributes: ['id'], empty: true },
	Abstracts: { place: 'block', attributes: [], empty: true },
	PagesRead: { place: 'block', attributes: [], empty: true },
	ReportContents: { place: 'block', attributes: [], empty: true },
	Imprint: { place: 'block', attributes: [], empty: true },
	Zh: { place: 'inline', attributes: [] },
};

type Finding = Omit<Complaint, 'where'>;

/** Kinds of node that never belong into a page. */
const refusedNodes: Record<string, Finding> = {
	mdxjsEsm: {
		what: 'A line of code (import or export) in a page.',
		mend: 'Remove it: components are there without import.',
	},
	mdxFlowExpression: {
		what: 'An expression in braces in a page.',
		mend: 'Write the text itself; write \\{ for a brace.',
	},
	mdxTextExpression: {
		what: 'An expression in braces in a page.',
		mend: 'Write the text itself; write \\{ for a brace.',
	},
	html: { what: 'Raw HTML in a page.', mend: 'Use Markdown or a component.' },
	image: { what: 'An image in a page.', mend: 'Draw a figure from content/data and place it.' },
	imageReference: {
		what: 'An image in a page.',
		mend: 'Draw a figure from content/data and place it.',
	},
	table: {
		what: 'A table written by hand.',
		mend: 'Put the data into content/data/*.csv and place a figure.',
	},
	footnoteReference: { what: 'A footnote.', mend: 'Write <Note id="…" matter="…" />.' },
	footnoteDefinition: { what: 'A footnote.', mend: 'Write <Note id="…" matter="…" />.' },
	linkReference: { what: 'A link by reference.', mend: 'Write [text](address).' },
	definition: { what: 'A link by reference.', mend: 'Write [text](address).' },
	delete: {
		what: 'Text struck out, perhaps by two ~ meant as ranges.',
		mend: 'Write ranges with an en dash: 7–10.',
	},
	thematicBreak: { what: 'A rule across the page.', mend: 'Use a heading, or nothing.' },
};

const nodes: PageCheck = (page) =>
	page.visits.flatMap(({ node }) => {
		const finding = refusedNodes[node.type];
		return finding ? [{ ...finding, where: page.at(node) }] : [];
	});

function wrongTag({ node, ancestors }: Visit): Finding[] {
	const name = node.name ?? '';
	const component = components[name];
	if (!component) {
		const isHtml = /^[a-z]/.test(name);
		return [
			{
				what: `<${name}> is ${isHtml ? 'raw HTML' : 'no component'}; expected one of ${Object.keys(components).join(', ')}.`,
				mend: isHtml ? 'Use Markdown or a component.' : 'Correct the name.',
			},
		];
	}
	return [
		...wrongAttributes(name, component, node),
		...wrongPlace(name, component, node, ancestors),
	];
}

function wrongAttributes(name: string, component: Component, node: Node): Finding[] {
	const allowed = [...component.attributes, ...(component.optional ?? [])];
	const given = node.attributes ?? [];
	const unknown = given
		.filter((attribute) => !allowed.includes(attribute.name ?? ''))
		.map((attribute) => ({
			what: `<${name}> has the attribute ${attribute.name ?? '{…}'}; expected ${allowed.join(', ') || 'none'}.`,
			mend: 'Remove the attribute or correct its name.',
		}));
	const missing = component.attributes
		.filter((attribute) => !attributeOf(node, attribute)?.trim())
		.map((attribute) => ({
			what: `<${name}> has no ${attribute}="…" with a plain text in it.`,
			mend: `Write <${name} ${attribute}="…"${component.empty ? ' />' : '>…'}.`,
		}));
	return [...unknown, ...missing];
}

function wrongPlace(
	name: string,
	{ place, empty }: Component,
	node: Node,
	ancestors: readonly Node[],
): Finding[] {
	const findings: Finding[] = [];
	const hasContent = (node.children ?? []).length > 0;
	if (empty && hasContent) {
		findings.push({ what: `<${name}> holds text.`, mend: `Write <${name} … />, nothing inside.` });
	}
	if (!empty && !hasContent) {
		findings.push({ what: `<${name}> is empty.`, mend: 'Write the words it stands round.' });
	}
	if (place === 'block' && (node.type !== 'mdxJsxFlowElement' || ancestors.length > 0)) {
		findings.push({
			what: `<${name}> does not stand on its own.`,
			mend: 'Put it on its own line with a blank line before and after, outside lists.',
		});
	}
	if (place === 'inline' && node.type === 'mdxJsxFlowElement') {
		findings.push({
			what: `<${name}> stands alone, so its paragraph would be lost.`,
			mend: 'Leave the closing punctuation outside: <Claim id="…">…</Claim>。',
		});
	}
	if (ancestors.some((ancestor) => ancestor.name === name)) {
		findings.push({ what: `<${name}> inside <${name}>.`, mend: 'Close the outer one before.' });
	}
	return findings;
}

const tags: PageCheck = (page) =>
	page.visits
		.filter(({ node }) => isTag(node))
		.flatMap((visit) =>
			wrongTag(visit).map((finding) => ({ ...finding, where: page.at(visit.node) })),
		);

export const markupChecks: PageCheck[] = [nodes, tags];
