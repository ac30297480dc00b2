/** The data files against each other: doubled ids, entries that name what does not exist. */
import { aboutSlug, homeSlug, plainAddress } from '../../base/urls.ts';
import { claimsOfRow, type AnyRow, type Content, type Data } from '../content.ts';
import { lastPage } from '../fields.ts';
import { valuesIn } from '../numerals.ts';

/** Reports a fault at `file:line`. */
export type Refuse = (where: string, what: string, fix: string) => void;

/** A check of the whole content. */
export type ContentCheck = (content: Content, refuse: Refuse) => void;

/** Each section has a page in each edition, and no page is left over. */
const pagesListed: ContentCheck = ({ name, languages, pages, drafts, report }, refuse) => {
	if (!languages.includes('zh')) refuse(`${name}/zh:1`, `${name}/zh is missing.`, 'Restore it.');
	if (!report) return;
	const { sections } = report.value;
	const expected = [homeSlug, ...sections];
	for (const language of languages) {
		for (const slug of expected) {
			const isThere = pages.some((page) => page.language === language && page.slug === slug);
			if (isThere || drafts.has(slug)) continue;
			const what = `${name}/${language}/${slug}.mdx is missing; ${report.file} lists it.`;
			const where = report.at('sections', sections.indexOf(slug));
			refuse(where, what, 'Write the page, or take the section off the list.');
		}
	}
	for (const { file, slug } of pages) {
		if ([...expected, aboutSlug].includes(slug)) continue;
		const fix = `Add it to sections in ${report.file}, or correct its name.`;
		refuse(`${file}:1`, `${file} is in no list; the site would not show it.`, fix);
	}
};

const uniqueIds: ContentCheck = ({ claims, matters, glossary, report }, refuse) => {
	for (const data of [claims, matters, glossary] as (Data<{ id: string }[]> | undefined)[]) {
		const ids = data?.value.map(({ id }) => id) ?? [];
		ids.forEach((id, at) => {
			if (ids.indexOf(id) === at) return;
			const first = data!.at(ids.indexOf(id), 'id');
			refuse(data!.at(at, 'id'), `The id “${id}” is there twice; first at ${first}.`, 'Change one.');
		});
	}
	report?.value.sections.forEach((slug, at, all) => {
		if (all.indexOf(slug) === at) return;
		refuse(report.at('sections', at), `The section “${slug}” is there twice.`, 'Remove one.');
	});
};

/** A claim belongs to a section and is on pages that exist; sources have one title an address. */
const claimFields: ContentCheck = ({ claims, matters, report, drafts }, refuse) => {
	if (!claims || !report) return;
	const { pageCount, published } = report.value;
	const sections = report.value.sections.filter((slug) => !drafts.has(slug));
	claims.value.forEach(({ section, places, number }, at) => {
		const before = claims.value[at - 1]?.number ?? 0;
		if (number <= before) {
			const what = `number: expected one above ${before}; found ${number}.`;
			refuse(claims.at(at, 'number'), what, 'Write the next free number: they never change.');
		}
		if (!sections.includes(section)) {
			const what = `section: expected one of ${sections.join(', ')}; found “${section}”.`;
			refuse(claims.at(at, 'section'), what, 'Name a section of report.yaml.');
		}
		places.forEach(({ pages }, index) => {
			if (lastPage(pages) <= pageCount) return;
			const where = claims.at(at, 'places', index, 'pages');
			refuse(where, `pages: the report has ${pageCount} pages.`, 'Write the page’s number.');
		});
	});
	for (const data of [claims, matters]) {
		const titles = new Map<string, string>();
		data?.value.forEach(({ sources }, at) => {
			sources.forEach(({ url, title, read }, index) => {
				const where = (field: string) => data.at(at, 'sources', index, field);
				const known = titles.get(plainAddress(url)) ?? title;
				titles.set(plainAddress(url), known);
				if (known !== title) {
					const what = `title: this address has the title “${known}” above; found “${title}”.`;
					refuse(where('title'), what, 'Write one title for one address.');
				}
				if (read < published) {
					const what = `read: expected a day after the report, ${published}; found ${read}.`;
					refuse(where('read'), what, 'Write the day it was read.');
				}
			});
		});
	}
};

/** Claims keep their numbers: those in `claim-numbers` are the ones in `claims.json`. */
export const permanentNumbers: ContentCheck = ({ claims, numbers }, refuse) => {
	if (!claims || !numbers) return;
	numbers.value.forEach((line, at) => {
		const [, number, id] = /^(\d+) (\S+)$/.exec(line) ?? [];
		const byId = claims.value.findIndex((claim) => claim.id === id);
		const byNumber = claims.value.findIndex((claim) => claim.number === Number(number));
		if (!id) refuse(numbers.at(at), `“${line}” is not “number id”.`, 'Restore the line.');
		else if (byId === byNumber && byId !== -1) return;
		else if (byId !== -1) {
			const what = `“${id}” had the number ${number}, which never changes.`;
			refuse(claims.at(byId, 'number'), what, 'Give the number back.');
		} else {
			const where = byNumber === -1 ? numbers.at(at) : claims.at(byNumber, 'id');
			const what = `Claim ${number} was “${id}”, which never changes.`;
			refuse(where, what, `Give the id back; of a claim never published, remove line ${at + 1}.`);
		}
	});
};

/** Figures, rows and matters name tables, claims, sections and figures that exist. */
const references: ContentCheck = (content, refuse) => {
	const { claims, matters, figures, tables, columns } = content;
	const known = claims?.value.map(({ id }) => id);
	const hold = (ids: readonly string[], where: (index: number) => string) =>
		ids.forEach((id, index) => {
			if (!known || known.includes(id)) return;
			refuse(where(index), `“${id}” is no claim in claims.json.`, 'Correct the id.');
		});
	for (const { value, at } of figures) {
		hold(value.claims, (index) => at('claims', index));
		value.data.forEach((table, index) => {
			if (Object.hasOwn(columns, table) && tables.has(table)) return;
			const what = `The figure ${value.id} is drawn from “${table}”; there is no such table.`;
			refuse(at('data', index), what, `Add content/data/${table}.csv or correct the name.`);
		});
	}
	for (const { value, at } of tables.values()) {
		for (const [index, row] of value.entries()) hold(claimsOfRow(row), () => at(index));
	}
	for (const [at, matter] of matters?.value.entries() ?? []) {
		hold(matter.claims, (index) => matters!.at(at, 'claims', index));
	}
};

/** Claims and matters agree on whether the report differs from its source. */
const verdicts: ContentCheck = ({ claims, matters }, refuse) => {
	claims?.value.forEach(({ id, check }, at) => {
		const own = matters?.value.filter((matter) => matter.claims.includes(id)) ?? [];
		const where = claims.at(at, 'check');
		if (check === 'conflict' && matters && own.length === 0) {
			const what = `The claim “${id}” differs from its source, but no matter says how.`;
			refuse(where, what, `Add it to a matter in ${matters.file}.`);
		}
		if (check === 'confirmed' && own.some(({ kind }) => kind === 'differs')) {
			const what = `The claim “${id}” is confirmed, but a matter says that it differs.`;
			refuse(where, what, 'Correct the check or the matter.');
		}
	});
};

/** The report's own figures have the label and the page that their claims give. */
const reportFigures: ContentCheck = ({ claims, tables, figures }, refuse) => {
	const table = tables.get('report-figures');
	table?.value.forEach((row, index) => {
		const ours = figures.map(({ value }) => value.id);
		if (row.ours && !ours.includes(String(row.ours))) {
			refuse(table.at(index), `ours: “${String(row.ours)}” is no figure.`, `One of ${ours.join(', ')}.`);
		}
		for (const claim of claims?.value ?? []) {
			if (!claimsOfRow(row).includes(claim.id)) continue;
			const place = claim.places.find(({ ref }) => ref === row.label_zh);
			if (place && (!place.pages || place.pages === String(row.page))) continue;
			const what = `The claim ${claim.id} does not place ${String(row.label_zh)} on page ${String(row.page)}.`;
			refuse(table.at(index), what, 'Correct the row, or the places of the claim.');
		}
	});
};

/** Numbers as printed in a row, each in the units it may be counted in: 4152 or 4,152 亿. 0 is none. */
const printedIn = (row: AnyRow, schema: Content['columns'][string]) =>
	Object.entries(row)
		.filter(([column, value]) => value && schema.shape[column]?.meta()?.printed)
		.map(([, value]) => [Number(value), Number(value) * 1e8]);

/** The numbers of a row that are printed somewhere are together in what one claim says. */
const printedNumbers: ContentCheck = ({ claims, matters, figures, tables, columns }, refuse) => {
	if (!claims || !matters) return;
	for (const { value: figure } of figures) {
		const texts = claims.value
			.filter(({ id }) => figure.claims.includes(id))
			.map(({ id, figures: printed, statement, note }) => {
				const own = matters.value.filter((matter) => matter.claims.includes(id));
				const said = own.flatMap(({ report, source, note }) => [report.en, source.en, note.en]);
				return valuesIn([...printed, statement.zh, note.en, ...said].join(' | '));
			});
		for (const name of figure.data) {
			const table = tables.get(name);
			table?.value.forEach((row, index) => {
				const numbers = printedIn(row, columns[name]!);
				const isSaid = (values: Set<number>) =>
					numbers.every((readings) => readings.some((one) => values.has(one)));
				if (texts.some(isSaid)) return;
				const what = `No claim of the figure ${figure.id} has all numbers of the row “${row.id}”.`;
				refuse(table.at(index), what, 'Correct the number, here or in the claim.');
			});
		}
	}
};

/** In groups: where one finds something, what follows would mostly repeat it. */
export const dataChecks: readonly (readonly ContentCheck[])[] = [
	[pagesListed, uniqueIds],
	[claimFields, references],
	[verdicts],
	[reportFigures, printedNumbers],
];
