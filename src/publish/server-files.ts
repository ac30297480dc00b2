/** The header rules in the language of each server. `base` has both slashes. */
import { immutable, mediaTypes, revalidated, textEndings } from '../base/headers.ts';
import type { HeaderRule } from '../base/headers.ts';

const made = '# Written by the build from src/base/headers.ts.';

/** Types that every server knows, for nginx, where a list of types takes the place of its own. */
const commonTypes: Record<string, string> = {
	css: 'text/css',
	html: 'text/html',
	ico: 'image/x-icon',
	pdf: 'application/pdf',
	png: 'image/png',
};

const underBase = (path: string, base: string) => base + path.slice(1);
const asPattern = (text: string) => text.replace(/[.\\+?^$()[\]{}|]/g, '\\$&');
/** The headers of every file, which the first rule has, each as a line of a server's file. */
const general = (rules: readonly HeaderRule[], line: (name: string, value: string) => string) =>
	Object.entries(rules[0]!.headers)
		.map(([name, value]) => line(name, value))
		.join('\n');
const cached = (rules: readonly HeaderRule[]) =>
	rules.filter(({ headers }) => 'Cache-Control' in headers);
/** What is cached as one expression: `/_astro/*` is `^/_astro/`, `/*.md` is `\.md$`. */
const cachedExpression = (rules: readonly HeaderRule[], base: string) =>
	cached(rules)
		.map(({ path }) =>
			path.endsWith('*')
				? `^${asPattern(underBase(path.slice(0, -1), base))}`
				: `${asPattern(path.slice(2))}$`,
		)
		.join('|');

/** `_headers` of Netlify and Cloudflare Pages. Both revalidate what no rule makes immutable. */
export function headersFile(rules: readonly HeaderRule[], base: string): string {
	const blocks = rules.map(({ path, headers }) => [
		underBase(path, base),
		...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`),
	]);
	return [made, ...blocks.flat(), ''].join('\n');
}

/**
 * `_redirects` of Netlify and Cloudflare Pages, which serve the built folder at the root of their
 * address: below a base path its files are answered from there.
 */
export function redirectsFile(base: string): string {
	const lines = base === '/' ? [] : [`/ ${base} 302`, `${base}* /:splat 200`];
	return [made, ...lines, ''].join('\n');
}

/** Part of an nginx server block; the built files stand below its `root` at the base path. */
export function nginxFile(rules: readonly HeaderRule[], base: string): string {
	const types = Object.entries({ ...commonTypes, ...mediaTypes }).map(
		([ending, type]) => [type.split(';')[0]!, ending] as const,
	);
	const textTypes = types
		.filter(([, ending]) => textEndings.includes(ending))
		.map(([type]) => type);
	// A location that adds a header drops those of the server block: each repeats them.
	// Only what was found is cached: a file may be missing for a moment during a deploy.
	const headers = general(rules, (name, value) => `\tadd_header ${name} "${value}" always;`);
	return `${made}
types {
${types.map((line) => `\t${line.join(' ')};`).join('\n')}
}
default_type application/octet-stream;
charset utf-8;
charset_types ${textTypes.filter((type) => type !== 'text/html').join(' ')};
gzip_static on;
gzip_vary on;
# A page fits into one buffer: its headers and its text then leave in one write.
sendfile off;
output_buffers 1 64k;
# brotli_static on; # with the module ngx_brotli
absolute_redirect off;
error_page 404 ${base}404.html;
location ~ "/\\.(?!well-known/)" {
	return 404;
}
location ${base} {
	# The page of a folder at once, not by a second search for its location.
	rewrite ^(.*/)$ $1index.html break;
${headers}
	add_header Cache-Control "${revalidated}";
}
location ~ "${cachedExpression(rules, base)}" {
${headers}
	add_header Cache-Control "${immutable}";
}
`;
}

/** Part of a Caddy site block; the built files stand below its `root` at the base path. */
export function caddyFile(rules: readonly HeaderRule[], base: string): string {
	const paths = (rule: HeaderRule) =>
		rule.path.endsWith('*') ? underBase(rule.path, base) : rule.path.slice(1);
	const types = rules.filter(({ headers }) => 'Content-Type' in headers);
	const hashed = cached(rules).map(paths).join(' ');
	// Only for what is there: the page for missing files has a type of its own.
	const typeLines = types.map((rule) => {
		const name = `@${rule.path.slice(3)}`;
		const matcher = `${name} {\n\tpath ${paths(rule)}\n\tfile\n}`;
		return `${matcher}\nheader ${name} Content-Type "${rule.headers['Content-Type']}"`;
	});
	return `${made}
header {
${general(rules, (name, value) => `\t${name} "${value}"`)}
}
@hashed {
	path ${hashed}
	file
}
@other not path ${hashed}
header @hashed Cache-Control "${immutable}"
header @other Cache-Control "${revalidated}"
${typeLines.join('\n')}
handle_errors {
	rewrite * ${base}404.html
	file_server
}
file_server {
	precompressed br gzip
	hide .htaccess .servers
}
`;
}

/** `.htaccess` of Apache, which needs mod_headers, mod_mime and mod_rewrite. */
export function htaccessFile(rules: readonly HeaderRule[], base: string): string {
	const types = Object.entries(mediaTypes).map(([ending, type]) => {
		const [name, charset] = type.split('; charset=');
		return `AddType ${name} .${ending}${charset ? `\nAddCharset ${charset} .${ending}` : ''}`;
	});
	return `${made}
Options -Indexes -MultiViews
ErrorDocument 404 ${base}404.html
AddCharset utf-8 .html .css
${types.join('\n')}
<IfModule mod_headers.c>
${general(rules, (name, value) => `Header always set ${name} "${value}"`)}
Header set Cache-Control "${revalidated}"
<If "%{REQUEST_URI} =~ m#${cachedExpression(rules, base)}#">
Header set Cache-Control "${immutable}"
</If>
</IfModule>
<IfModule mod_rewrite.c>
RewriteEngine On
RewriteRule "(^|/)\\.(?!well-known/)" - [R=404,L]
RemoveType .gz
RemoveLanguage .br
AddEncoding br .br
AddEncoding gzip .gz
RewriteCond %{HTTP:Accept-Encoding} \\bbr\\b
RewriteCond %{REQUEST_FILENAME}.br -f
RewriteRule ^(.+)$ $1.br [L,E=no-gzip:1,E=no-brotli:1]
RewriteCond %{HTTP:Accept-Encoding} \\bgzip\\b
RewriteCond %{REQUEST_FILENAME}.gz -f
RewriteRule ^(.+)$ $1.gz [L,E=no-gzip:1,E=no-brotli:1]
<IfModule mod_headers.c>
Header append Vary Accept-Encoding
</IfModule>
</IfModule>
`;
}
