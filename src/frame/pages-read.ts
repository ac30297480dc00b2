/** A page of the report, and whether the excerpt has it. */
export interface ReportPage {
	page: number;
	read: boolean;
}

/** All pages of the report, 1 to `count`; `read` names those that were read: `1–10, 12`. */
export function readPages(count: number, read: string): ReportPage[] {
	const ranges = read.split(', ').map((range) => range.split('–').map(Number));
	return Array.from({ length: count }, (_, at) => {
		const page = at + 1;
		return { page, read: ranges.some(([first, last = first]) => page >= first! && page <= last!) };
	});
}

/** Page numbers in ascending order as readers write them: `11–13, 17`. */
export function pagesOf(pages: readonly number[]): string {
	const ranges: [first: number, last: number][] = [];
	for (const page of pages) {
		const open = ranges.at(-1);
		if (open?.[1] === page - 1) open[1] = page;
		else ranges.push([page, page]);
	}
	return ranges.map(([first, last]) => (first === last ? first : `${first}–${last}`)).join(', ');
}
