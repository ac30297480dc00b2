/** The Content-Security-Policy: what pages may load and run. */
import { createHash } from 'node:crypto';
import { parseHTML } from 'linkedom/worker';

/** Hashes of the scripts and styles that stand in a page, as a policy names them. */
export interface InlineHashes {
	scripts: Set<string>;
	styles: Set<string>;
}

const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** Hashes of what stands in the HTML of one page, or in the tree it was written from. */
export function inlineHashesOf(html: string, tree?: Document): InlineHashes {
	// Share pages have one script, at their end.
	const rest = html.slice(html.search(/<(?:script|style)|$/));
	const document = tree ?? parseHTML(rest).document;
	const hashes: InlineHashes = { scripts: new Set(), styles: new Set() };
	for (const element of document.querySelectorAll('style, script:not([src])')) {
		// No policy governs data.
		if (element.getAttribute('type')?.endsWith('json')) continue;
		const list = element.localName === 'style' ? hashes.styles : hashes.scripts;
		list.add(hashOf(element.textContent ?? ''));
	}
	return hashes;
}

/** The policy for pages with these scripts and styles. Search needs WebAssembly. */
export function policyOf({ scripts, styles }: InlineHashes): string {
	return [
		"default-src 'none'",
		["script-src 'self' 'wasm-unsafe-eval'", ...[...scripts].sort()].join(' '),
		["style-src 'self'", ...[...styles].sort()].join(' '),
		"img-src 'self' data:",
		"connect-src 'self'",
		"base-uri 'none'",
		"form-action 'self'",
		"require-trusted-types-for 'script'",
		"trusted-types 'none'",
	].join('; ');
}

/** The policy as a header, which can also say who may show a page in a frame: nobody. */
export const headerPolicyOf = (hashes: InlineHashes) =>
	`${policyOf(hashes)}; frame-ancestors 'none'`;

const charset = /<meta charset="?utf-8"? ?\/?>/i;

/**
 * Puts the policy into a page, for hosts that send no headers of ours. It stands right after the
 * encoding: a policy does not govern what stands before it. Throws when a page has no encoding.
 */
export function withPolicy(html: string, hashes: InlineHashes): string {
	if (!charset.test(html)) throw new Error('expected <meta charset="utf-8"> in the head');
	const meta = `<meta http-equiv="Content-Security-Policy" content="${policyOf(hashes)}">`;
	return html.replace(charset, (found) => found + meta);
}
