/** The data files against each other: entries that name what does not exist or say otherwise. */
import { aboutSlug, homeSlug, plainAddress } from '../../base/urls.ts';
import type { Check } from '../content.ts';
import { lastPage } from '../fields.ts';
import { idsOf, textOfNode } from '../mdx.ts';
import { numbersMissing } from '../numerals.ts';

/** Each section has a page in each edition, and no page is left over. */
export const pagesListed: Check = ({ languages, pages, drafts, report }, refuse) => {
	const { sections } = report.value;
	const listed = [homeSlug, ...sections];
	for (const language of languages) {
		const slugs = pages.filter((one) => one.language === language).map((one) => one.slug);
		if (slugs.length === 0) {
			refuse(report.at('sections'), `content/${language} has no page.`, 'Restore the folder.');
			continue;
		}
		for (const slug of listed) {
			if (drafts.has(slug) || slugs.includes(slug)) continue;
			const what = `content/${language}/${slug}.mdx is missing; ${report.file} lists it.`;
			const where = report.at('sections', sections.indexOf(slug));
			refuse(where, what, 'Write the page, or take the section off the list.');
		}
	}
	for (const { slug, file, lines, blocks, at } of pages) {
		if (![...listed, aboutSlug].includes(slug)) {
			const what = `${file} is in no list; the site would not show it.`;
			refuse(at(1), what, `Add it to sections in ${report.file}.`);
		} else if (!blocks.some((block) => textOfNode(block).trim())) {
			refuse(at(lines.length), 'The page has no text.', 'Write it.');
		} else if (sections.includes(slug) && !blocks.some((block) => block.name === 'Abstract')) {
			const fix = 'Put <Abstract> with one paragraph right after the front matter.';
			refuse(at(blocks[0]!), 'The page does not begin with <Abstract>.', fix);
		}
	}
};

/** Claims keep their numbers: those in `claim-numbers` are the ones in `claims.json`. */
export const permanentNumbers: Check = ({ claims, numbers }, refuse) => {
	for (const [line, entry] of numbers.value.entries()) {
		const [number, id] = entry.split(' ');
		const byId = claims.value.findIndex((claim) => claim.id === id);
		const at = claims.value.findIndex((claim) => claim.number === Number(number));
		if (claims.value[byId]?.number === Number(number)) continue;
		const renumbered = byId !== -1 && claims.at(byId, 'number');
		const where = renumbered || (at === -1 ? numbers.at(line) : claims.at(at, 'id'));
		const fix = `Give id and number back; of a claim never published, correct line ${line + 1}.`;
		refuse(where, `“${id}” was claim ${number}, which never changes.`, fix);
	}
};

/** Every text in a data file, with its path. */
function leavesOf(value: unknown, path: string[] = []): [path: string[], text: string][] {
	if (typeof value === 'string') return [[path, value]];
	return Object.entries(value ?? {}).flatMap(([key, one]) => leavesOf(one, [...path, key]));
}

/** What data files and pages name exists. */
export const references: Check = (content, refuse) => {
	const { claims, matters, glossary, figures, tables, report, pages, concordance } = content;
	const idsIn = (entries: { id: string }[] = []) => entries.map(({ id }) => id);
	const known = {
		claim: idsIn(claims.value),
		matter: idsIn(matters.value),
		term: idsIn(glossary.value),
		figure: figures.map(({ value }) => value.id),
		table: [...tables.keys()],
		section: report.value.sections,
		company: idsIn(tables.get('valuation')?.value),
	};
	type Kind = keyof typeof known;
	const expect = (of: Kind, id: string, where: string) => {
		if (!known[of].includes(id)) refuse(where, `“${id}” is no ${of}.`, 'Correct the id.');
	};
	const inFields: Record<string, Kind> = {
		section: 'section',
		company: 'company',
		claim: 'claim',
		claims: 'claim',
		data: 'table',
	};
	for (const { value, at } of [claims, matters, ...figures, ...tables.values()]) {
		for (const [path, text] of leavesOf(value)) {
			const of = inFields[path.findLast((step) => !/^\d/.test(step)) ?? ''];
			if (of) expect(of, text, at(...path));
		}
	}
	for (const id of Object.keys(concordance.value ?? {})) expect('claim', id, concordance.at(id));
	const inTags: Record<string, Kind> = {
		Claim: 'claim',
		Term: 'term',
		Figure: 'figure',
		Note: 'matter',
	};
	for (const page of pages) {
		for (const { node } of page.visits) {
			const of = inTags[node.name ?? ''];
			const ids = of ? idsOf(node, of === 'matter' ? of : 'id') : [];
			for (const [at, id] of ids.entries()) {
				const isTwice = ids.indexOf(id) < at;
				if (isTwice) refuse(page.at(node), `“${id}” is named twice.`, 'Correct the id.');
				else expect(of!, id, page.at(node));
			}
		}
	}
};

/** Words that make a claim have no number but those of its statement. */
export const claimNumbers: Check = ({ claims, pages }, refuse) => {
	for (const page of pages) {
		for (const node of page.named('Claim')) {
			const made = claims.value.filter(({ id }) => idsOf(node).includes(id));
			const texts = made.flatMap(({ statement: { zh, en }, figures }) => [zh, en, ...figures]);
			const [number] = numbersMissing(textOfNode(node), ...texts);
			if (!number) continue;
			const what = `The number ${number} is not in the statement of ${idsOf(node).join(', ')}.`;
			refuse(page.at(node), what, 'Correct it, or put it outside <Claim>.');
		}
	}
};

/** The numbers of a claim are in the report's sentence, where the concordance has its words. */
export const reportNumbers: Check = ({ claims, concordance }, refuse) => {
	for (const [at, { id, figures, statement }] of claims.value.entries()) {
		const words = concordance.value?.[id]?.split(' ');
		const numbers = [statement.zh, ...figures].join(' ').match(/\d+(?:[.,]\d+)*/g) ?? [];
		const lost = words && numbers.find((number) => !words.includes(number.replaceAll(',', '')));
		if (lost) refuse(...claims.wrong([at, 'figures'], `the report’s sentence has no ${lost}`));
	}
};

/** Pages, labels and days are those of the report; claims are in order, sections have their fields. */
export const fields: Check = (content, refuse) => {
	const { claims, numbers, matters, report, drafts, pages, tables } = content;
	const { pageCount, published, sections } = report.value;
	const labels = tables.get('report-figures')!.value.map(({ label_zh }) => label_zh);
	const released = Math.max(0, ...numbers.value.map((line) => Number.parseInt(line, 10)));
	const faultOfDay = (day: string) =>
		day < published && `expected a day after the report, ${published}`;
	const faults: Record<PropertyKey, (text: string) => string | false> = {
		pages: (text) => lastPage(text) > pageCount && `the report has ${pageCount} pages`,
		ref: (text) => !labels.includes(text) && 'the report has no such figure or table',
		updated: faultOfDay,
		read: faultOfDay,
	};
	for (const reading of [claims, matters, ...pages.map(({ frontmatter }) => frontmatter)]) {
		for (const [path, text] of leavesOf(reading.value)) {
			const fault = faults[path.at(-1)!]?.(text);
			if (fault) refuse(...reading.wrong(path, fault));
		}
	}
	for (const { slug, frontmatter } of pages) {
		for (const field of ['pages', 'coverage'] as const) {
			const isMissing = sections.includes(slug) && !frontmatter.value![field];
			if (isMissing) refuse(...frontmatter.wrong([field], 'a section has it'));
		}
	}
	for (const [at, { id, section, number }] of claims.value.entries()) {
		const isReleased = numbers.value.includes(`${number} ${id}`);
		const before = Math.max(claims.value[at - 1]?.number ?? 0, isReleased ? 0 : released);
		if (number <= before) refuse(...claims.wrong([at, 'number'], `expected one above ${before}`));
		if (drafts.has(section)) refuse(...claims.wrong([at, 'section'], 'its page is a draft'));
	}
};

/** Sources with one address have the title that most of them have, and an entry names each once. */
export const sources: Check = ({ claims, matters }, refuse) => {
	for (const data of [claims, matters]) {
		const all = data.value.flatMap((entry) => entry.sources);
		for (const [at, { sources }] of data.value.entries()) {
			for (const [index, { url, title }] of sources.entries()) {
				const titles = all
					.filter((one) => plainAddress(one.url) === plainAddress(url))
					.map((one) => one.title);
				const count = (one: string) => titles.filter((other) => other === one).length;
				const [usual] = titles.toSorted((a, b) => count(b) - count(a));
				const isTwice = sources.findIndex((source) => source.url === url) < index;
				const path = [at, 'sources', index];
				const fault = `this address has the title “${usual}” elsewhere`;
				if (usual !== title) refuse(...data.wrong([...path, 'title'], fault));
				else if (isTwice) refuse(...data.wrong([...path, 'url'], 'this source is named twice'));
			}
		}
	}
};

/** Claims and matters agree on whether the report differs from its source. */
export const verdicts: Check = ({ claims, matters }, refuse) => {
	for (const [at, { id, check }] of claims.value.entries()) {
		const own = matters.value.filter((matter) => matter.claims.includes(id));
		const isDiffering = own.some(({ kind }) => kind === 'differs');
		if (check === 'conflict' && own.length === 0)
			refuse(...claims.wrong([at, 'check'], `no matter says how “${id}” differs from its source`));
		if (check === 'confirmed' && isDiffering)
			refuse(...claims.wrong([at, 'check'], `a matter says that “${id}” differs from its source`));
	}
};
