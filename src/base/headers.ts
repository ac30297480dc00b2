/** The HTTP headers of the site, once for all servers; `src/publish` writes them for each. */

/** Headers of the files that a path pattern names: `/*`, a folder `/_astro/*`, an ending `/*.md`. */
export interface HeaderRule {
	path: string;
	headers: Record<string, string>;
}

/** Files whose names change with their content, those of the search among them. */
const hashed = '/_astro/* /cards/* /*.pf_fragment /*.pf_filter /*.pf_index /*.pf_meta'.split(' ');

/** For them: kept for a year without asking. */
export const immutable = 'public, max-age=31536000, immutable';
/** For everything else: kept by the browser, asked for again with its ETag. */
export const revalidated = 'no-cache';

/**
 * Media types by file ending where servers know none, or leave the encoding out: a page in text
 * form is then shown as text, and not downloaded or shown in the wrong encoding.
 */
export const mediaTypes: Record<string, string> = {
	bib: 'text/x-bibtex; charset=utf-8',
	csv: 'text/csv; charset=utf-8',
	js: 'text/javascript; charset=utf-8',
	json: 'application/json; charset=utf-8',
	md: 'text/markdown; charset=utf-8',
	ris: 'application/x-research-info-systems; charset=utf-8',
	svg: 'image/svg+xml; charset=utf-8',
	txt: 'text/plain; charset=utf-8',
	wasm: 'application/wasm',
	xml: 'application/xml; charset=utf-8',
};

/** Endings of files that are text and worth compressing. */
export const textEndings = ['html', 'css', ...Object.keys(mediaTypes)].filter(
	(ending) => ending !== 'wasm',
);

/** What the browser may do on every page, besides the policy of `src/publish/policy.ts`. */
const securityHeaders: Record<string, string> = {
	'X-Content-Type-Options': 'nosniff',
	'Referrer-Policy': 'strict-origin-when-cross-origin',
	'Permissions-Policy':
		'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
	'Cross-Origin-Opener-Policy': 'same-origin',
	// Others may show our figures.
	'Cross-Origin-Resource-Policy': 'cross-origin',
	'Strict-Transport-Security': 'max-age=31536000',
};

/**
 * All rules. No two rules name the same header for one file: some hosts would send both values.
 * `policy` is the Content-Security-Policy of the whole site.
 */
export function headerRules(policy: string): HeaderRule[] {
	return [
		{ path: '/*', headers: { 'Content-Security-Policy': policy, ...securityHeaders } },
		...hashed.map((path) => ({ path, headers: { 'Cache-Control': immutable } })),
		...Object.entries(mediaTypes).map(([ending, type]) => ({
			path: `/*.${ending}`,
			headers: { 'Content-Type': type },
		})),
	];
}

/** Whether a pattern of a rule names a root-relative path. */
export function isMatch(pattern: string, path: string): boolean {
	const [start = '', end = ''] = pattern.split('*');
	return path.startsWith(start) && path.endsWith(end);
}

/** Whether the name of a file changes with its content. `path` is root-relative, without base. */
export function isHashed(path: string): boolean {
	return hashed.some((pattern) => isMatch(pattern, path));
}
