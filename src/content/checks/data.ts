/** The data files against each other: doubled ids, entries that name what does not exist. */
import { defaultLanguage } from '../../base/languages.ts';
import { aboutSlug, homeSlug, plainAddress } from '../../base/urls.ts';
import type { Claim } from '../claims-schema.ts';
import { claimsOfRow } from '../content.ts';
import type { Reading } from '../data-files.ts';
import { lastPage } from '../fields.ts';
import { valuesIn } from '../numerals.ts';
import type { Check, SoundCheck } from './check.ts';

/** Each section has a page in each edition, and no page is left over. */
export const pagesListed: SoundCheck = ({ name, languages, pages, drafts, report }, refuse) => {
	if (!languages.includes(defaultLanguage)) {
		const folder = `${name}/${defaultLanguage}`;
		refuse(`${folder}:1`, `${folder} is missing.`, 'Restore it.');
	}
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
	for (const slug of new Set(pages.map((page) => page.slug))) {
		if ([...expected, aboutSlug].includes(slug)) continue;
		// Of the same page in each language, the original.
		const { file } = pages.findLast((page) => page.slug === slug)!;
		const fix = `Add it to sections in ${report.file}, or correct its name.`;
		refuse(`${file}:1`, `${file} is in no list; the site would not show it.`, fix);
	}
};

/** Ids, names and sections are there once. */
export const uniqueIds: Check = ({ claims, matters, glossary, names, report }, refuse) => {
	const hold = (what: string, keys: string[], where: (index: number) => string) =>
		keys.forEach((key, index) => {
			const first = keys.indexOf(key);
			if (first === index) return;
			refuse(where(index), `The ${what} “${key}” is there twice; first at ${where(first)}.`, 'Change one.');
		});
	for (const data of [claims, matters, glossary] as Reading<{ id: string }[]>[]) {
		hold('id', data.value?.map(({ id }) => id) ?? [], (index) => data.at(index, 'id'));
	}
	hold('name', names.value?.names.map((one) => one[defaultLanguage]) ?? [], (index) => names.at('names', index));
	hold('section', report.value?.sections ?? [], (index) => report.at('sections', index));
};

/** A claim belongs to a section and is on pages that exist; sources have one title an address. */
export const claimFields: SoundCheck = ({ claims, matters, report, drafts }, refuse) => {
	const { pageCount, published, sections } = report.value;
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
	for (const section of drafts) {
		const at = claims.value.findIndex((claim) => claim.section === section);
		if (at === -1) continue;
		const what = `The section ${section} is a draft, but makes this claim.`;
		refuse(claims.at(at), what, 'Publish the page, or take its claims out.');
	}
	for (const data of [claims, matters]) {
		const titles = new Map<string, string>();
		data.value.forEach(({ sources }, at) => {
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
export const permanentNumbers: Check = ({ claims, numbers }, refuse) => {
	const all = claims.value;
	const lines = all ? numbers.value : undefined;
	lines?.forEach((line, at) => {
		const [, number, id] = /^(\d+) (\S+)$/.exec(line) ?? [];
		const byId = all!.findIndex((claim) => claim.id === id);
		const byNumber = all!.findIndex((claim) => claim.number === Number(number));
		if (!id || lines.indexOf(line) < at) refuse(numbers.at(at), `“${line}” is not “number id”.`, 'Restore the line.');
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

/** Figures, rows and matters name tables, claims and companies that exist. */
export const references: SoundCheck = ({ claims, matters, figures, tables }, refuse) => {
	const known = claims.value.map(({ id }) => id);
	const hold = (ids: readonly string[], where: (index: number) => string) =>
		ids.forEach((id, index) => {
			if (known.includes(id)) return;
			refuse(where(index), `“${id}” is no claim in claims.json.`, 'Correct the id.');
		});
	for (const { value, at } of figures) {
		hold(value.claims, (index) => at('claims', index));
		value.data.forEach((table, index) => {
			if (tables.has(table)) return;
			const what = `The figure ${value.id} is drawn from “${table}”; there is no such table.`;
			refuse(at('data', index), what, `Add content/data/${table}.csv or correct the name.`);
		});
	}
	const companies = tables.get('valuation')?.value.map(({ id }) => id);
	for (const { value, at } of tables.values()) {
		for (const [index, row] of value.entries()) {
			hold(claimsOfRow(row), () => at(index));
			if (!row.company || !companies || companies.includes(String(row.company))) continue;
			refuse(at(index), `company: “${row.company}” is no row of valuation.csv.`, 'Correct the id.');
		}
	}
	for (const [at, matter] of matters.value.entries()) {
		hold(matter.claims, (index) => matters.at(at, 'claims', index));
	}
};

/** Claims and matters agree on whether the report differs from its source. */
export const verdicts: SoundCheck = ({ claims, matters }, refuse) => {
	claims.value.forEach(({ id, check }, at) => {
		const own = matters.value.filter((matter) => matter.claims.includes(id));
		const where = () => claims.at(at, 'check');
		if (check === 'conflict' && own.length === 0) {
			const what = `The claim “${id}” differs from its source, but no matter says how.`;
			refuse(where(), what, `Add it to a matter in ${matters.file}.`);
		}
		if (check === 'confirmed' && own.some(({ kind }) => kind === 'differs')) {
			const what = `The claim “${id}” is confirmed, but a matter says that it differs.`;
			refuse(where(), what, 'Correct the check or the matter.');
		}
	});
};

/** The report's own figures have the label and the page that their claims give. */
export const reportFigures: SoundCheck = ({ claims, tables, figures }, refuse) => {
	const table = tables.get('report-figures')!;
	const ours = ['', ...figures.map(({ value }) => value.id)];
	table.value.forEach((row, index) => {
		if (!ours.includes(String(row.ours))) {
			refuse(table.at(index), `ours: “${row.ours}” is no figure.`, `One of ${ours.join(' ')}.`);
		}
		for (const claim of claims.value.filter(({ id }) => claimsOfRow(row).includes(id))) {
			const place = claim.places.find(({ ref }) => ref === row.label_zh);
			if (place && (!place.pages || place.pages === String(row.page))) continue;
			const what = `The claim ${claim.id} does not place ${row.label_zh} on page ${row.page}.`;
			refuse(table.at(index), what, 'Correct the row, or the places of the claim.');
		}
	});
};

/** The numbers of a row that are printed somewhere are together in what one claim says. */
export const printedNumbers: SoundCheck = (content, refuse) => {
	const { claims, matters, figures, tables, columns } = content;
	const saidBy = ({ id, figures: printed, statement, note }: Claim) => {
		const own = matters.value.filter((matter) => matter.claims.includes(id));
		const texts = own.flatMap(({ report, source, note }) => [report.en, source.en, note.en]);
		return valuesIn([...printed, statement.zh, note.en, ...texts].join(' | '));
	};
	for (const { value: figure } of figures) {
		const claimed = claims.value.filter(({ id }) => figure.claims.includes(id)).map(saidBy);
		for (const name of figure.data) {
			const isPrinted = (column: string) => columns[name]!.shape[column]?.meta()?.printed;
			const table = tables.get(name)!;
			table.value.forEach((row, index) => {
				// Each in the units it may be counted in: 4152 or 4,152 亿. 0 is none.
				const numbers = Object.entries(row)
					.filter(([column, value]) => value && isPrinted(column))
					.map(([, value]) => [Number(value), Number(value) * 1e8]);
				const isSaid = (values: Set<unknown>) =>
					numbers.every((readings) => readings.some((one) => values.has(one)));
				if (claimed.some(isSaid)) return;
				const what = `No claim of the figure ${figure.id} has all numbers of the row “${row.id}”.`;
				refuse(table.at(index), what, 'Correct the number, here or in the claim.');
			});
		}
	}
};
