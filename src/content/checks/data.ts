/** The data files against each other: entries that name what does not exist or say otherwise. */
import { defaultLanguage, languages } from '../../base/languages.ts';
import { aboutSlug, homeSlug, plainAddress } from '../../base/urls.ts';
import type { Check } from '../content.ts';
import { isWithin, lastPage } from '../fields.ts';
import { idsOf, textOfNode } from '../mdx.ts';
import { numbersMissing } from '../numerals.ts';

/** Each section has a page in each edition, with all that a section needs; each page is listed. */
export const pagesListed: Check = ({ pages, drafts, report }, refuse) => {
	const { sections } = report.value;
	const slugsIn = (language: string) =>
		pages.flatMap((page) => (page.language === language ? page.slug : []));
	const listed = [homeSlug, ...sections];
	if (pages.some(({ slug }) => slug === aboutSlug)) listed.push(aboutSlug);
	const editions = languages.filter((language) => slugsIn(language).length > 0);
	for (const language of languages.filter((one) => !editions.includes(one)))
		refuse(report.at('sections'), `content/${language} has no page.`, 'Restore the folder.');
	const lacking = (slug: string) => editions.find((one) => !slugsIn(one).includes(slug));
	const missing = listed.filter((slug) => !drafts.has(slug) && lacking(slug));
	for (const slug of missing) {
		const what = `content/${lacking(slug)}/${slug}.mdx is missing; ${report.file} or the other edition has it.`;
		const fix = 'Write the page in each language, or correct the list or the name of the file.';
		refuse(report.at('sections', sections.indexOf(slug)), what, fix);
	}
	for (const { slug, file, lines, blocks, frontmatter, at } of pages) {
		const isSection = sections.includes(slug);
		if (!listed.includes(slug)) {
			// It is most likely a missing page under another name; of two editions, one is reported.
			if (missing.length > 0 || pages.find((one) => one.slug === slug)!.file !== file) continue;
			const what = `${file} is in no list; the site would not show it.`;
			refuse(at(1), what, `Add it to sections in ${report.file}.`);
		} else if (!blocks.some((block) => textOfNode(block).trim())) {
			refuse(at(lines.length), 'The page has no text.', 'Write it.');
		} else if (isSection && !blocks.some((block) => block.name === 'Abstract')) {
			const fix = 'Put <Abstract> with one paragraph right after the front matter.';
			refuse(at(blocks[0]!), 'The page does not begin with <Abstract>.', fix);
		}
		for (const field of ['pages', 'coverage'] as const) {
			const isMissing = isSection && !frontmatter.value![field];
			if (isMissing) refuse(...frontmatter.wrong([field], 'a section has it'));
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

/** Every value in a data file as a text, with its path. */
function leavesOf(value: unknown, path: string[] = []): [path: string[], text: string][] {
	if (typeof value !== 'object') return [[path, String(value)]];
	return Object.entries(value ?? {}).flatMap(([key, one]) => leavesOf(one, [...path, key]));
}

/** What data files and pages name exists, and days, pages and labels are those of the report. */
export const references: Check = (content, refuse) => {
	const { claims, matters, glossary, figures, tables, report, pages, concordance } = content;
	const { pageCount, published, sections } = report.value;
	const idsIn = (entries: { id: string }[] = []) => entries.map(({ id }) => id);
	const known = {
		claim: idsIn(claims.value),
		matter: idsIn(matters.value),
		term: idsIn(glossary.value),
		figure: figures.map(({ value }) => value.id),
		table: [...tables.keys()],
		section: sections,
		'label in report-figures.csv': tables.get('report-figures')!.value.map((row) => row.label_zh),
		company: idsIn(tables.get('valuation')?.value),
	};
	type Kind = keyof typeof known;
	const reported = new Set<string>();
	const expect = (of: Kind, id: string, where: () => string) => {
		const what = `“${id}” is no ${of}.`;
		if (known[of].includes(id) || reported.has(what)) return;
		reported.add(what);
		refuse(where(), what, 'Correct the id, wherever it is named, or give the entry this id.');
	};
	const inFields: Record<string, Kind> = {
		section: 'section',
		company: 'company',
		claim: 'claim',
		claims: 'claim',
		data: 'table',
		ours: 'figure',
		ref: 'label in report-figures.csv',
	};
	const dayAfter = (day: string) =>
		day < published && `expected a day after the report, ${published}`;
	const unclaimed = (day: string) =>
		claims.value.every(({ statement }) => numbersMissing(day, statement.en).length > 0) &&
		'expected a day that a claim has';
	const beyond = (text: string) =>
		lastPage(text) > pageCount && `the report has ${pageCount} pages`;
	const faultsIn: Record<string, (text: string) => string | false> = {
		page: beyond,
		pages: beyond,
		updated: dayAfter,
		read: dayAfter,
		published: unclaimed,
		prices: unclaimed,
	};
	const files = [report, claims, matters, ...figures, ...tables.values()];
	for (const { value, at, wrong } of [...files, ...pages.map((page) => page.frontmatter)]) {
		for (const [path, text] of leavesOf(value)) {
			const field = path.findLast((step) => !/^\d/.test(step))!;
			const [of, fault] = [inFields[field], faultsIn[field]?.(text)];
			if (of && text) expect(of, text, () => at(...path));
			if (fault) refuse(...wrong(path, fault));
		}
	}
	for (const id of Object.keys(concordance.value ?? {}))
		expect('claim', id, () => concordance.at(id));
	const tags = { Claim: 'claim', Term: 'term', Figure: 'figure', Note: 'matter' } as const;
	for (const page of pages) {
		for (const { node } of page.visits) {
			const of = tags[node.name as keyof typeof tags];
			const ids = of ? idsOf(node, of === 'matter' ? of : 'id') : [];
			for (const id of ids) expect(of, id, () => page.at(node));
		}
	}
};

/** Words that make a claim have no number, and name nobody, but as its statement does. */
export const claimNumbers: Check = ({ claims, pages, names }, refuse) => {
	const known = (names.value?.names ?? []).filter(({ kind }) => /company|person/.test(kind));
	const namesIn = (text: string) =>
		known.filter(({ zh, en, also }) => [zh, en, ...also].some((form) => text.includes(form)));
	for (const page of pages) {
		for (const node of page.named('Claim')) {
			const made = claims.value.filter(({ id }) => idsOf(node).includes(id));
			const texts = made.flatMap(({ statement: { zh, en }, figures }) => [zh, en, ...figures]);
			const text = textOfNode(node);
			const own = namesIn(texts.join(' | '));
			const stranger = namesIn(text).find((one) => !own.includes(one))?.[page.language];
			const [number = stranger] = numbersMissing(text, ...texts);
			if (!number) continue;
			const what = `${number} is not in the statement of ${idsOf(node).join(', ')}.`;
			refuse(page.at(node), what, 'Correct it, or put it outside <Claim>.');
		}
	}
};

/** Sources with one address have the title that most of them have. */
export const sources: Check = ({ claims, matters }, refuse) => {
	for (const data of [claims, matters]) {
		const all = data.value.flatMap(({ sources }, at) =>
			sources.map((one, index) => ({ ...one, path: [at, 'sources', index, 'title'] })),
		);
		for (const same of Map.groupBy(all, ({ url }) => plainAddress(url)).values()) {
			const count = (title: string) => same.filter((one) => one.title === title).length;
			const [usual] = same.toSorted((a, b) => count(b.title) - count(a.title));
			const fault = `this address has the title “${usual!.title}” elsewhere`;
			for (const { title, path } of same)
				if (title !== usual!.title) refuse(...data.wrong(path, fault));
		}
	}
};

/** What claims say against their order, their matters, their pages and the report's sentence. */
export const claimFields: Check = (content, refuse) => {
	const { claims, numbers, matters, concordance, drafts, pages } = content;
	const originals = pages.filter(({ language }) => language === defaultLanguage);
	const released = Math.max(0, ...numbers.value.map((line) => Number.parseInt(line, 10)));
	for (const [at, claim] of claims.value.entries()) {
		const { id, number, section, check, statement, figures, places } = claim;
		const isReleased = numbers.value.includes(`${number} ${id}`);
		const before = Math.max(claims.value[at - 1]?.number ?? 0, isReleased ? 0 : released);
		const own = matters.value.filter((matter) => matter.claims.includes(id));
		const isFirst = claims.value.findIndex((one) => one.section === section) === at;
		const isUntold = check === 'conflict' && own.length === 0;
		const isDiffering = check === 'confirmed' && own.some(({ kind }) => kind === 'differs');
		const words = concordance.value?.[id]?.split(' ');
		const printed = [statement.zh, ...figures].join(' ').match(/\d+(?:[.,]\d+)*/g) ?? [];
		const lost = words && printed.find((one) => !words.includes(one.replaceAll(',', '')));
		const covered = originals.find(({ slug }) => slug === section)?.frontmatter.value?.pages;
		const inBody = places.flatMap(({ part, pages }) => (part === 'body' && pages ? pages : []));
		const isOutside = covered && !inBody.some((one) => isWithin(one, covered));
		const faults: [isWrong: unknown, field: string, fault: string][] = [
			[number <= before, 'number', `expected one above ${before}, for claims are in order`],
			[drafts.has(section) && isFirst, 'section', 'its page is a draft'],
			[inBody.length > 0 && isOutside, 'places', `expected a page of ${section}, ${covered}`],
			[lost, 'figures', `the report’s sentence has no ${lost}`],
			[isUntold, 'check', `no matter says how “${id}” differs from its source`],
			[isDiffering, 'check', `a matter says that “${id}” differs from its source`],
		];
		for (const [isWrong, field, fault] of faults)
			if (isWrong) refuse(...claims.wrong([at, field], fault));
	}
};
