/** The data files against each other: entries that name what does not exist or say otherwise. */
import { aboutSlug, homeSlug, plainAddress } from '../../base/urls.ts';
import type { Claim } from '../claims-schema.ts';
import { claimsOfRow, type Check } from '../content.ts';
import type { Reading } from '../data-files.ts';
import { lastPage } from '../fields.ts';
import { idsOf, textOfNode } from '../mdx.ts';
import { numbersMissing } from '../numerals.ts';

/** Each section has a page in each edition, and no page is left over. */
export const pagesListed: Check = ({ name, languages, pages, drafts, report }, refuse) => {
	const { sections } = report.value;
	const listed = [homeSlug, ...sections];
	for (const language of languages) {
		const slugs = pages.filter((one) => one.language === language).map((one) => one.slug);
		if (slugs.length === 0) {
			const what = `${name}/${language} has no page.`;
			refuse({ what, where: report.at('sections'), fix: 'Restore the folder.' });
			continue;
		}
		for (const slug of listed) {
			if (drafts.has(slug) || slugs.includes(slug)) continue;
			const what = `${name}/${language}/${slug}.mdx is missing; ${report.file} lists it.`;
			const where = report.at('sections', sections.indexOf(slug));
			refuse({ what, where, fix: 'Write the page, or take the section off the list.' });
		}
	}
	for (const { slug, file, lines, blocks, at } of pages) {
		const isListed = [...listed, aboutSlug].includes(slug);
		const hasAbstract = blocks.some(({ name: component }) => component === 'Abstract');
		if (!isListed) {
			const what = `${file} is in no list; the site would not show it.`;
			refuse({ what, where: at(1), fix: `Add it to sections in ${report.file}.` });
		} else if (!blocks.some((block) => textOfNode(block).trim())) {
			refuse({ what: 'The page has no text.', where: at(lines.length), fix: 'Write it.' });
		} else if (sections.includes(slug) && !hasAbstract) {
			const fix = 'Put <Abstract> with one paragraph right after the front matter.';
			refuse({ what: 'The page does not begin with <Abstract>.', where: at(blocks[0]!), fix });
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
		refuse({
			what: `“${id}” was claim ${number}, which never changes.`,
			where: renumbered || (at === -1 ? numbers.at(line) : claims.at(at, 'id')),
			fix: `Give id and number back; of a claim never published, correct line ${line + 1}.`,
		});
	}
};

/** What data files and pages name exists. */
export const references: Check = (content, refuse) => {
	const { claims, matters, glossary, figures, tables, report, pages, concordance } = content;
	const known = {
		claim: claims.value.map(({ id }) => id),
		matter: matters.value.map(({ id }) => id),
		term: glossary.value.map(({ id }) => id),
		figure: figures.map(({ value }) => value.id),
		table: [...tables.keys()],
		section: report.value.sections,
		company: tables.get('valuation')?.value.map(({ id }) => id) ?? [],
	};
	type Named = [of: keyof typeof known, ids: readonly string[], where: string];
	const nodes = pages.flatMap((page) =>
		page.visits.map(({ node }) => ({ node, where: page.at(node) })),
	);
	const inPages = (name: string, of: keyof typeof known, attribute: string) =>
		nodes.flatMap(({ node, where }): Named[] =>
			node.name === name ? [[of, idsOf(node, attribute), where]] : [],
		);
	const named = [
		...claims.value.map(({ section }, at): Named => [
			'section',
			[section],
			claims.at(at, 'section'),
		]),
		...matters.value.map((matter, at): Named => ['claim', matter.claims, matters.at(at, 'claims')]),
		...figures.map(({ value, at }): Named => ['claim', value.claims, at('claims')]),
		...figures.map(({ value, at }): Named => ['table', value.data, at('data')]),
		...[...tables.values()].flatMap(({ value, at }) =>
			value.flatMap((row, index): Named[] => [
				['claim', claimsOfRow(row), at(index)],
				['company', row.company ? [String(row.company)] : [], at(index)],
			]),
		),
		...Object.keys(concordance.value ?? {}).map((id): Named => ['claim', [id], concordance.at(id)]),
		...inPages('Claim', 'claim', 'id'),
		...inPages('Term', 'term', 'id'),
		...inPages('Figure', 'figure', 'id'),
		...inPages('Note', 'matter', 'matter'),
	];
	for (const [of, ids, where] of named) {
		for (const [at, id] of ids.entries()) {
			const isTwice = ids.indexOf(id) < at;
			if (known[of].includes(id) && !isTwice) continue;
			refuse({
				what: `“${id}” is ${isTwice ? 'named twice' : `no ${of}`}.`,
				where,
				fix: 'Correct the id.',
			});
		}
	}
};

/** Words that make a claim have no number but those of its statement. */
export const claimNumbers: Check = ({ claims, pages }, refuse) => {
	for (const page of pages) {
		for (const node of page.named('Claim')) {
			const made = claims.value.filter(({ id }) => idsOf(node).includes(id));
			const texts = made.flatMap(({ statement, figures }) => [
				statement.zh,
				statement.en,
				...figures,
			]);
			const [number] = numbersMissing(textOfNode(node), ...texts);
			if (!number) continue;
			const what = `The number ${number} is not in the statement of ${idsOf(node).join(', ')}.`;
			refuse({ what, where: page.at(node), fix: 'Correct it, or put it outside <Claim>.' });
		}
	}
};

/** The numbers of a claim are in the report's sentence, where the concordance has its words. */
export const reportNumbers: Check = ({ claims, concordance }, refuse) => {
	for (const [at, { id, figures, statement }] of claims.value.entries()) {
		const words = concordance.value?.[id]?.split(' ');
		const numbers = [statement.zh, ...figures].join(' ').match(/\d+(?:[.,]\d+)*/g) ?? [];
		const lost = words && numbers.find((number) => !words.includes(number.replaceAll(',', '')));
		if (lost) refuse(claims.wrong([at, 'figures'], `the report’s sentence has no ${lost}`));
	}
};

/** What a list has most often; of several, the first. */
const mostFrequent = (all: string[]) => {
	const count = (one: string) => all.filter((other) => other === one).length;
	return all.toSorted((a, b) => count(b) - count(a))[0];
};

/** Pages, labels and days are those of the report; an address has one title; claims are in order. */
export const fields: Check = (content, refuse) => {
	const { claims, numbers, matters, report, drafts, pages, tables } = content;
	const { pageCount, published, sections } = report.value;
	const labels = tables.get('report-figures')!.value.map(({ label_zh }) => label_zh);
	const released = Math.max(0, ...numbers.value.map((line) => Number.parseInt(line, 10)));
	const holdPages = (reading: Reading<unknown>, path: PropertyKey[], text?: string) => {
		if (lastPage(text) <= pageCount) return;
		refuse(reading.wrong(path, `the report has ${pageCount} pages`));
	};
	const holdPlaces = (reading: Reading<unknown>, path: PropertyKey[], places: Claim['places']) => {
		for (const [at, { ref, pages: named }] of places.entries()) {
			holdPages(reading, [...path, at, 'pages'], named);
			if (!ref || labels.includes(ref)) continue;
			refuse(reading.wrong([...path, at, 'ref'], 'the report has no such figure or table'));
		}
	};
	const holdDay = (reading: Reading<unknown>, path: PropertyKey[], day: string) => {
		if (day >= published) return;
		refuse(reading.wrong(path, `expected a day after the report, ${published}`));
	};
	for (const { slug, frontmatter } of pages) {
		const { pages: covered, coverage, updated } = frontmatter.value!;
		const isSection = sections.includes(slug);
		if (isSection && !covered) refuse(frontmatter.wrong(['pages'], 'a section has it'));
		if (isSection && !coverage) refuse(frontmatter.wrong(['coverage'], 'a section has it'));
		holdPages(frontmatter, ['pages'], covered);
		holdDay(frontmatter, ['updated'], updated);
	}
	for (const [at, { id, section, places, number }] of claims.value.entries()) {
		const isReleased = numbers.value.includes(`${number} ${id}`);
		const before = Math.max(claims.value[at - 1]?.number ?? 0, isReleased ? 0 : released);
		if (number <= before) refuse(claims.wrong([at, 'number'], `expected one above ${before}`));
		if (drafts.has(section)) refuse(claims.wrong([at, 'section'], 'its page is a draft'));
		holdPlaces(claims, [at, 'places'], places);
	}
	for (const [at, { report: said }] of matters.value.entries()) {
		holdPlaces(matters, [at, 'report', 'place'], said.place);
	}
	for (const data of [claims, matters]) {
		const titles = Map.groupBy(
			data.value.flatMap(({ sources }) => sources),
			({ url }) => plainAddress(url),
		);
		for (const [at, { sources }] of data.value.entries()) {
			for (const [index, { url, title, read }] of sources.entries()) {
				const path = [at, 'sources', index];
				const usual = mostFrequent(titles.get(plainAddress(url))!.map((source) => source.title));
				if (usual !== title) {
					refuse(data.wrong([...path, 'title'], `this address has the title “${usual}” elsewhere`));
				} else if (sources.findIndex((source) => source.url === url) < index) {
					refuse(data.wrong([...path, 'url'], 'this source is named twice'));
				}
				holdDay(data, [...path, 'read'], read);
			}
		}
	}
};

/** Claims and matters agree on whether the report differs from its source. */
export const verdicts: Check = ({ claims, matters }, refuse) => {
	for (const [at, { id, check }] of claims.value.entries()) {
		const own = matters.value.filter((matter) => matter.claims.includes(id));
		const isDiffering = own.some(({ kind }) => kind === 'differs');
		if (check === 'conflict' && own.length === 0) {
			refuse(claims.wrong([at, 'check'], `no matter says how “${id}” differs from its source`));
		}
		if (check === 'confirmed' && isDiffering) {
			refuse(claims.wrong([at, 'check'], `a matter says that “${id}” differs from its source`));
		}
	}
};
