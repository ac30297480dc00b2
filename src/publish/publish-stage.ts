/** Writes the pages with their policies, and what hosts need: header files. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { BuiltSite, Stage } from '../base/built-site.ts';
import { headerRules } from '../base/headers.ts';
import { headerPolicyOf, inlineHashesOf, withPolicy, type InlineHashes } from './policy.ts';
import { caddyFile, headersFile, htaccessFile, nginxFile, redirectsFile } from './server-files.ts';

function write(file: string, text: string): void {
	mkdirSync(dirname(file), { recursive: true });
	writeFileSync(file, text);
}

async function publish({ root, address, pages, others }: BuiltSite): Promise<void> {
	const { base } = address;
	/** Hashes of all pages, for the header. */
	const all: InlineHashes = { scripts: new Set(), styles: new Set() };
	const writePage = (file: string, html: string, document?: Document) => {
		const hashes = inlineHashesOf(html, document);
		for (const hash of hashes.scripts) all.scripts.add(hash);
		for (const hash of hashes.styles) all.styles.add(hash);
		write(file, withPolicy(html, hashes));
	};
	for (const { file, document } of pages) writePage(file, document.toString(), document);
	for (const [file, html] of others) writePage(file, html);
	const rules = headerRules(headerPolicyOf(all));
	const files: Record<string, string> = {
		_headers: headersFile(rules, base),
		_redirects: redirectsFile(base),
		'.htaccess': htaccessFile(rules, base),
		'.servers/nginx.conf': nginxFile(rules, base),
		'.servers/Caddyfile': caddyFile(rules, base),
		// GitHub Pages would otherwise leave out folders that begin with an underscore.
		'.nojekyll': '',
	};
	for (const [name, text] of Object.entries(files)) write(join(root, name), text);
}

/** The last stage: nothing may change a page after its policy was made. */
export const publishStage: Stage = { name: 'write pages and headers', run: publish };
