import { defaultLanguage, rootOf, type Language } from './languages.ts';

/** The page that greets readers; its address is the edition's root. */
export const homeSlug = 'index';

/** The page about this site: written in MDX like a section, but not of the report. */
export const aboutSlug = 'about';

/** Pages that stand beside the report's sections, in the order of the navigation. */
export const referenceSlugs = ['claims', 'notes', 'glossary'] as const;
export type ReferenceSlug = (typeof referenceSlugs)[number];

/** Pages that have no text of their own to link to. */
export const toolSlugs = ['report', 'search', 'changes'] as const;

/** Where the site is served: origin and base path. Paths begin and end with a slash. */
export interface Address {
	/** Origin without a trailing slash, `https://example.org`. */
	origin: string;
	/** Base path with both slashes, `/` or `/some/repo/`. */
	base: string;
}

type Environment = Record<string, string | undefined>;

/** What a host says about where it will serve the site; its variables are those of its builds. */
function addressOfHost(env: Environment): { site?: string | undefined; path?: string } {
	const [owner, repository] = (env.GITHUB_REPOSITORY ?? '').toLowerCase().split('/');
	if (env.NETLIFY) return { site: env.URL };
	if (env.CF_PAGES) return { site: env.CF_PAGES_URL };
	if (!env.GITHUB_ACTIONS || !owner || !repository) return {};
	const site = `https://${owner}.github.io`;
	return repository === `${owner}.github.io` ? { site } : { site, path: repository };
}

/** Whether the environment says where the site will be served. */
export const isAddressKnown = (env: Environment) =>
	Boolean(env.SITE_URL || addressOfHost(env).site);

/**
 * Reads the site's address from the environment: `SITE_URL`, or else the variables of Netlify,
 * Cloudflare Pages or GitHub, or else `http://localhost:4321`; and `BASE_PATH` (default `/`, on
 * GitHub the repository). Slashes may be left out. Throws when `SITE_URL` is not an http(s)
 * address or has more than an origin, and when `BASE_PATH` has what servers and browsers write
 * in different ways.
 */
export function addressFrom(env: Environment): Address {
	const host = env.SITE_URL ? {} : addressOfHost(env);
	const given = env.SITE_URL || host.site || 'http://localhost:4321';
	const site = URL.canParse(given) ? new URL(given) : undefined;
	if (!site || !/^https?:$/.test(site.protocol) || site.href !== `${site.origin}/`) {
		throw new Error(
			`SITE_URL is “${given}”; expected an origin such as https://example.org. Put the path into BASE_PATH.`,
		);
	}
	const path = (env.BASE_PATH ?? host.path ?? '').replace(/^\/+|\/+$/g, '');
	if (path && !path.split('/').every((part) => /^(?!\.+$)[\w.~-]+$/.test(part))) {
		throw new Error(
			`BASE_PATH is “${path}”; expected a path such as /some/repo of letters, digits, -, ., _ and ~.`,
		);
	}
	return { origin: site.origin, base: path ? `/${path}/` : '/' };
}

/** Path of a page below the base, with both slashes: `pathOf('risks', 'en')` is `/en/risks/`. */
export function pathOf(slug: string, language: Language = defaultLanguage): string {
	return slug === homeSlug ? rootOf(language) : `${rootOf(language)}${slug}/`;
}

/** Puts the base path in front of a root-relative path: what a browser must ask for. */
export function withBase(path: string, base: string): string {
	return path.startsWith('/') ? base + path.slice(1) : path;
}

/** Takes the base path off a browser's path; a path outside the base comes back as it is. */
export function withoutBase(path: string, base: string): string {
	return path.startsWith(base) ? `/${path.slice(base.length)}` : path;
}

/** Absolute address of a root-relative path. */
export function urlOf(path: string, { origin, base }: Address): string {
	return origin + withBase(path, base);
}

/** Root-relative path of a block's share page: `/s/k7q2/`, `/en/s/k7q2/`. */
export function sharePathOf(id: string, language: Language = defaultLanguage): string {
	return pathOf(`s/${id}`, language);
}

/** Parameters by which an address tells who sent the reader, and nothing else. */
export const trackingParameter =
	/[?&](utm_\w+|fbclid|gclid|dclid|msclkid|yclid|igshid|mc_[ce]id|spm|ref_src)=/i;

/** Root-relative path of a page's Markdown twin: `/risks.md`, the home page's `/en/index.md`. */
export function twinPathOf(slug: string, language: Language = defaultLanguage): string {
	return `${rootOf(language)}${slug}.md`;
}

/** Whether a link leaves the site. */
export function isExternal(href: string): boolean {
	return /^[a-z][a-z0-9+.-]*:/i.test(href) || href.startsWith('//');
}

/** An address without what two spellings of it may differ in: `www.` and the last slash. */
export function plainAddress(url: string): string {
	return url.replace(/^https:\/\/www\./, 'https://').replace(/\/$/, '');
}
