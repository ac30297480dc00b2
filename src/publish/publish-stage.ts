/** Writes the pages with their policies, and what hosts need: header files. */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { writeBuiltSite, type BuiltSite, type Stage } from '../base/built-site.ts';
import { headerRules } from '../base/headers.ts';
import { headerPolicyOf, inlineHashesOf, withPolicy, type InlineHashes } from './policy.ts';
import { caddyFile, headersFile, htaccessFile, nginxFile, redirectsFile } from './server-files.ts';

async function publish(site: BuiltSite): Promise<void> {
	const { root, address } = site;
	const { base } = address;
	/** Hashes of all pages, for the header. */
	const all: InlineHashes = { scripts: new Set(), styles: new Set() };
	writeBuiltSite(site, (html, document) => {
		const hashes = inlineHashesOf(html, document);
		for (const hash of hashes.scripts) all.scripts.add(hash);
		for (const hash of hashes.styles) all.styles.add(hash);
		return withPolicy(html, hashes);
	});
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
	for (const [name, text] of Object.entries(files)) {
		await mkdir(dirname(join(root, name)), { recursive: true });
		await writeFile(join(root, name), text);
	}
}

/** The last stage: nothing may change a page after its policy was made. */
export const publishStage: Stage = { name: 'write pages and headers', run: publish };
