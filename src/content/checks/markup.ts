/** The vocabulary of our MDX: what may be in a page, and where. MDX is code: the rest is not. */
import { attributeOf, idsOf, isTag, textOfNode, type Visit } from '../mdx.ts';
import { numbersMissing } from '../numerals.ts';
import type { PageCheck } from './page.ts';

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
	Draft: { place: 'block', attributes: [] },
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

type Finding = [what: string, fix: string];

const expression: Finding = [
	'An expression in braces in a page.',
	'Write the text itself; write \\{ for a brace.',
];
const image: Finding = ['An image in a page.', 'Draw a figure from content/data and place it.'];
const footnote: Finding = ['A footnote.', 'Write <Note id="…" matter="…" />.'];
const byReference: Finding = ['A link by reference.', 'Write [text](address).'];

/** Kinds of node that never belong into a page. */
const refusedNodes: Record<string, Finding> = {
	mdxjsEsm: ['A line of code (import or export) in a page.', 'Remove it: components are there.'],
	mdxFlowExpression: expression,
	mdxTextExpression: expression,
	html: ['Raw HTML in a page.', 'Use Markdown or a component.'],
	image,
	imageReference: image,
	table: ['A table written by hand.', 'Put the data into content/data/*.csv and place a figure.'],
	footnoteReference: footnote,
	footnoteDefinition: footnote,
	linkReference: byReference,
	definition: byReference,
	delete: ['Text struck out, perhaps by two ~ meant as ranges.', 'Write ranges as 7–10.'],
	thematicBreak: ['A rule across the page.', 'Use a heading, or nothing.'],
};

/** What a reference names further down is no fault of its own. */
const definedBy: Record<string, string> = {
	footnoteDefinition: 'footnoteReference',
	definition: 'linkReference',
};

const nodes: PageCheck = (page, refuse) => {
	const types = new Set(page.visits.map(({ node }) => node.type));
	for (const { node } of page.visits) {
		const finding = refusedNodes[node.type];
		if (finding && !types.has(definedBy[node.type] ?? '')) refuse(node, ...finding);
	}
};

function faultOfTag({ node, ancestors }: Visit): Finding | undefined {
	const name = node.name ?? '';
	const component = Object.hasOwn(components, name) ? components[name] : undefined;
	if (!component) {
		const isHtml = /^[a-z]/.test(name);
		return [
			`<${name}> is ${isHtml ? 'raw HTML' : 'no component'}; expected one of ${Object.keys(components).join(', ')}.`,
			isHtml ? 'Use Markdown or a component.' : 'Correct the name.',
		];
	}
	const { place, attributes, optional = [], empty } = component;
	const allowed = [...attributes, ...optional];
	const given = (node.attributes ?? []).map((attribute) => attribute.name ?? '{…}');
	const unknown = given.find((attribute) => !allowed.includes(attribute));
	const missing = attributes.find((attribute) => !attributeOf(node, attribute)?.trim());
	const doubled = given.find((attribute, at) => given.indexOf(attribute) < at);
	const hasContent = (node.children ?? []).length > 0;
	if (unknown) {
		const expected = allowed.join(', ') || 'none';
		return [`<${name}> has the attribute ${unknown}; expected ${expected}.`, 'Correct its name.'];
	}
	if (missing) {
		const fix = `Write <${name} ${missing}="…"${empty ? ' />' : '>…'}.`;
		return [`<${name}> has no ${missing}="…" with a plain text in it.`, fix];
	}
	if (doubled) return [`<${name}> has ${doubled} twice.`, 'Keep one of the two.'];
	if (empty && hasContent) {
		return [`<${name}> holds text.`, `Write <${name} … />, nothing inside.`];
	}
	if (!empty && !hasContent) return [`<${name}> is empty.`, 'Write the words between its tags.'];
	if (place === 'block' && (node.type !== 'mdxJsxFlowElement' || ancestors.length > 0)) {
		const fix = 'Put it on its own line with a blank line before and after, outside lists.';
		return [`<${name}> is not on its own.`, fix];
	}
	if (place === 'inline' && node.type === 'mdxJsxFlowElement') {
		const fix = 'Leave the closing punctuation outside: <Claim id="…">…</Claim>。';
		return [`<${name}> is a whole paragraph, which would be lost.`, fix];
	}
	if (ancestors.some((ancestor) => ancestor.name === name)) {
		return [`<${name}> inside <${name}>.`, 'Close the outer one before.'];
	}
	if (name === 'Claim' && ancestors.some((ancestor) => ancestor.name === 'Abstract')) {
		return ['A <Claim> in the abstract.', 'Put it into the sections; the abstract sums them up.'];
	}
	return undefined;
}

const tags: PageCheck = (page, refuse) => {
	for (const visit of page.visits) {
		const fault = isTag(visit.node) && faultOfTag(visit);
		if (fault) refuse(visit.node, ...fault);
	}
};

/** Attributes by which a component names an entry of a data file, which must exist. */
const pointers: PageCheck = (page, refuse, { claims, matters, glossary, figureIds }) => {
	const known: Record<string, [attribute: string, file: string, ids?: string[] | undefined]> = {
		Claim: ['id', 'claims.json', claims?.value.map(({ id }) => id)],
		Note: ['matter', 'matters.yaml', matters?.value.map(({ id }) => id)],
		Term: ['id', 'glossary.yaml', glossary?.value.map(({ id }) => id)],
		Figure: ['id', 'src/figures', figureIds],
	};
	for (const { node } of page.visits) {
		const name = isTag(node) && Object.hasOwn(known, node.name ?? '') ? node.name! : '';
		const [attribute = '', file = '', ids] = known[name] ?? [];
		for (const [at, id] of (ids ? idsOf(node, attribute) : []).entries()) {
			if (!ids!.includes(id)) {
				refuse(node, `<${node.name}> names “${id}”, which is not in ${file}.`, 'Correct the id.');
			} else if (idsOf(node, attribute).indexOf(id) < at) {
				refuse(node, `<${node.name}> names “${id}” twice.`, 'Name it once.');
			}
		}
	}
};

/** Words that make a claim have no number but those of its statement. */
const claimNumbers: PageCheck = (page, refuse, { claims }) => {
	for (const { node } of page.visits) {
		if (node.name !== 'Claim') continue;
		const ids = idsOf(node);
		const made = claims?.value.filter(({ id }) => ids.includes(id)) ?? [];
		if (made.length < ids.length) continue;
		const texts = made.flatMap(({ statement, figures }) => [statement.zh, statement.en, ...figures]);
		const [number] = numbersMissing(textOfNode(node), ...texts);
		if (!number) continue;
		const what = `The number ${number} is not in the statement of ${ids.join(', ')}.`;
		refuse(node, what, 'Correct it here or in claims.json, or put it outside <Claim>.');
	}
};

export const markupChecks: readonly PageCheck[] = [nodes, tags, pointers, claimNumbers];
