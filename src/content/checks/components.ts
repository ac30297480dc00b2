/** The vocabulary of our MDX: which components a page may use, where and how. */
import { attributeOf, idsOf, textOfNode } from '../mdx.ts';
import { numbersMissing } from '../numerals.ts';
import type { Fault, Rule } from './check.ts';

interface Component {
	/** `block`: alone on its line; `inline`: inside a paragraph, beside other text. */
	place: 'block' | 'inline';
	attributes?: readonly string[];
	optional?: readonly string[];
	empty?: boolean;
}

/** Components a writer may use, as `src/frame/writing-components.ts` offers them. */
export const components: Record<string, Component> = {
	Abstract: { place: 'block' },
	Draft: { place: 'block' },
	Lacks: { place: 'block', attributes: ['id'] },
	Listing: { place: 'block', attributes: ['title'] },
	Claim: { place: 'inline', attributes: ['id'] },
	Note: { place: 'block', attributes: ['matter'], optional: ['id'], empty: true },
	Term: { place: 'inline', attributes: ['id'] },
	Figure: { place: 'block', attributes: ['id'], empty: true },
	Abstracts: { place: 'block', empty: true },
	PagesRead: { place: 'block', empty: true },
	ReportContents: { place: 'block', empty: true },
	Imprint: { place: 'block', empty: true },
	Zh: { place: 'inline' },
};

/** The component is known, has its attributes and stands where it may. */
export const tag: Rule = ({ node, ancestors }) => {
	const name = node.name ?? '';
	const component = Object.hasOwn(components, name) ? components[name] : undefined;
	if (!component) {
		const isHtml = /^[a-z]/.test(name);
		return [
			`<${name}> is ${isHtml ? 'raw HTML' : 'no component'}; expected one of ${Object.keys(components).join(', ')}.`,
			isHtml ? 'Use Markdown or a component.' : 'Correct the name.',
		];
	}
	const { place, attributes = [], optional = [], empty } = component;
	const allowed = [...attributes, ...optional];
	const given = (node.attributes ?? []).map((attribute) => attribute.name ?? '{…}');
	const unknown = given.find((attribute) => !allowed.includes(attribute));
	const missing = attributes.find((attribute) => !attributeOf(node, attribute)?.trim());
	const doubled = given.find((attribute, at) => given.indexOf(attribute) < at);
	const hasContent = (node.children ?? []).length > 0;
	const isFlow = node.type === 'mdxJsxFlowElement';
	const isInside = (outer: string) => ancestors.some((ancestor) => ancestor.name === outer);
	const faults: [isSo: unknown, what: string, fix: string][] = [
		[
			unknown,
			`<${name}> has the attribute ${unknown}; expected ${allowed.join(', ') || 'none'}.`,
			'Correct its name.',
		],
		[
			missing,
			`<${name}> has no ${missing}="…" with a plain text in it.`,
			`Write <${name} ${missing}="…"${empty ? ' />' : '>…'}.`,
		],
		[doubled, `<${name}> has ${doubled} twice.`, 'Keep one of the two.'],
		[empty && hasContent, `<${name}> holds text.`, `Write <${name} … />, nothing inside.`],
		[!empty && !hasContent, `<${name}> is empty.`, 'Write the words between its tags.'],
		[
			place === 'block' && (!isFlow || ancestors.length > 0),
			`<${name}> is not on its own.`,
			'Put it on its own line with a blank line before and after, outside lists.',
		],
		[
			place === 'inline' && isFlow,
			`<${name}> is a whole paragraph, which would be lost.`,
			'Leave the closing punctuation outside: <Claim id="…">…</Claim>。',
		],
		[isInside(name), `<${name}> inside <${name}>.`, 'Close the outer one before.'],
		[
			name === 'Claim' && isInside('Abstract'),
			'A <Claim> in the abstract.',
			'Put it into the sections; the abstract sums them up.',
		],
	];
	const [, ...fault] = faults.find(([isSo]) => isSo) ?? [];
	return fault.length > 0 && (fault as unknown as Fault);
};

/** Attributes by which a component names an entry of a data file, which must exist. */
export const pointer: Rule = ({ node }, _page, { claims, matters, glossary, figures }) => {
	const known: Record<string, [attribute: string, file: string, ids?: string[] | undefined]> = {
		Claim: ['id', 'claims.json', claims.value?.map(({ id }) => id)],
		Note: ['matter', 'matters.yaml', matters.value?.map(({ id }) => id)],
		Term: ['id', 'glossary.yaml', glossary.value?.map(({ id }) => id)],
		Figure: ['id', 'src/figures', figures.map(({ file }) => file.split('/').at(-2)!)],
	};
	const [attribute, file, ids] = (Object.hasOwn(known, node.name ?? '') && known[node.name!]) || [];
	if (!attribute || !ids) return undefined;
	const named = idsOf(node, attribute);
	const unknown = named.find((id) => !ids.includes(id));
	const doubled = named.find((id, at) => named.indexOf(id) < at);
	return unknown
		? [`<${node.name}> names “${unknown}”, which is not in ${file}.`, 'Correct the id.']
		: doubled && [`<${node.name}> names “${doubled}” twice.`, 'Name it once.'];
};

/** Words that make a claim have no number but those of its statement. */
export const claimNumber: Rule = ({ node }, _page, { claims }) => {
	const ids = node.name === 'Claim' ? idsOf(node) : [];
	const made = claims.value?.filter(({ id }) => ids.includes(id)) ?? [];
	if (made.length === 0 || made.length < ids.length) return undefined;
	const texts = made.flatMap(({ statement, figures }) => [...Object.values(statement), ...figures]);
	const [number] = numbersMissing(textOfNode(node), ...texts);
	return (
		number && [
			`The number ${number} is not in the statement of ${ids.join(', ')}.`,
			'Correct it here or in claims.json, or put it outside <Claim>.',
		]
	);
};
