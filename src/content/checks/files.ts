/** Names and kinds of files: what Astro would drop, double or publish by accident. */
import type { Complaint } from '../../base/content-error.ts';
import { languages } from '../../base/languages.ts';
import { aboutSlug, homeSlug } from '../../base/urls.ts';
import { largestFile, pagePath, type ContentCheck, type ContentFile } from '../content.ts';

/** Files at the top of `content/`; `true` when the site cannot do without it. */
const topFiles: Record<string, boolean> = {
	'report.yaml': true,
	'claims.json': true,
	'matters.yaml': true,
	'glossary.yaml': true,
	ids: false,
	'changes.yaml': false,
	'names.yaml': false,
	'concordance.json': false,
};

/** What is wrong with one file's place or name, if anything. */
function misplaced(
	{ file, path, bytes }: ContentFile,
	tables: string[],
): Omit<Complaint, 'where'> | undefined {
	if (!bytes) {
		return { what: `${file} is not a regular file.`, mend: 'Put the file itself here, no link.' };
	}
	if (bytes.length > largestFile) {
		return {
			what: `${bytes.length} bytes; expected at most ${largestFile}.`,
			mend: 'Split the file; check that nothing was pasted by accident.',
		};
	}
	if (path in topFiles || pagePath.test(path)) return undefined;
	const [folder, name = ''] = path.split('/');
	if (folder === 'data' && path.split('/').length === 2) {
		if (tables.includes(name.replace(/\.csv$/, '')) && name.endsWith('.csv')) return undefined;
		return {
			what: `${name} is not a table the site knows; expected one of ${tables.join(', ')}, each with .csv.`,
			mend: 'Correct the name, or describe its columns in the figure’s data.ts.',
		};
	}
	if (languages.some((language) => language === folder)) {
		return {
			what: `“${path}” cannot be a page: expected ${folder}/<name>.mdx, the name in lower-case ASCII words joined by hyphens.`,
			mend: 'Rename the file; the name is the page’s address.',
		};
	}
	return {
		what: `“${path}” is of no known kind; expected pages in ${languages.join('/, ')}/, tables in data/, and ${Object.keys(topFiles).join(', ')}.`,
		mend: 'Move it where it belongs, or remove it.',
	};
}

const names: ContentCheck = ({ files, tableNames }) =>
	files.flatMap((file) => {
		const wrong = misplaced(file, tableNames);
		return wrong ? [{ ...wrong, where: `${file.file}:1` }] : [];
	});

const required: ContentCheck = ({ name, files }) =>
	Object.entries(topFiles)
		.filter(([path, isRequired]) => isRequired && !files.some((file) => file.path === path))
		.map(([path]) => ({
			what: `${name}/${path} is missing.`,
			where: `${name}/${path}:1`,
			mend: 'Restore the file.',
		}));

/** Two files that would become one page, so that one of them vanishes without a word. */
const twins: ContentCheck = ({ files }) => {
	const seen = new Map<string, string>();
	return files.flatMap(({ file, path }) => {
		const key = path.replace(/\.[^./]+$/, '').toLowerCase();
		const first = seen.get(key);
		if (!first) seen.set(key, file);
		if (!first) return [];
		return [
			{
				what: `${file} and ${first} would be one page, and one of them would vanish.`,
				where: `${file}:1`,
				mend: 'Keep one of the two.',
			},
		];
	});
};

/** Pages in = pages out: each section has a page in each edition, and no page is left over. */
const spine: ContentCheck = ({ name, files, languages: editions, report }) => {
	if (!report) return [];
	const expected = [homeSlug, ...report.value.sections];
	const missing = editions.flatMap((language) =>
		expected
			.filter((slug) => !files.some(({ path }) => path === `${language}/${slug}.mdx`))
			.map((slug) => ({
				what: `${name}/${language}/${slug}.mdx is missing; ${report.file} lists it.`,
				where: `${report.file}:${report.lineOf(['sections', report.value.sections.indexOf(slug)])}`,
				mend: 'Write the page, or take the section off the list.',
			})),
	);
	const extra = files
		.filter(({ path }) => pagePath.test(path))
		.filter(
			({ path }) =>
				![...expected, aboutSlug].includes(path.split('/')[1]!.replace(/\.mdx$/, '')),
		)
		.map(({ file }) => ({
			what: `${file} is in no list; the site would not show it.`,
			where: `${file}:1`,
			mend: `Add it to sections in ${report.file}, or correct its name.`,
		}));
	const noChinese = editions.includes('zh')
		? []
		: [
				{
					what: `${name}/zh is missing: there would be no page at all.`,
					where: `${name}/zh:1`,
					mend: 'Restore the folder.',
				},
			];
	return [...missing, ...extra, ...noChinese];
};

export const fileChecks: ContentCheck[] = [names, required, twins, spine];
