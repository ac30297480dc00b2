/** Writes what hosts need into the built folder: policies, header files, security.txt. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { filesBelow, type BuiltSite, type Stage } from '../base/built-site.ts';
import { headerRules } from '../base/headers.ts';
import { headerPolicyOf, inlineHashesOf, withPolicy, type InlineHashes } from './policy.ts';
import { caddyFile, headersFile, htaccessFile, nginxFile, redirectsFile } from './server-files.ts';

/** Puts its policy into each page. Returns the hashes of all pages, for the header. */
async function writePolicies(root: string): Promise<InlineHashes> {
	const all: InlineHashes = { scripts: new Set(), styles: new Set() };
	for (const file of await filesBelow(root, '.html')) {
		const html = await readFile(file, 'utf8');
		const hashes = inlineHashesOf(html);
		for (const hash of hashes.scripts) all.scripts.add(hash);
		for (const hash of hashes.styles) all.styles.add(hash);
		await writeFile(file, withPolicy(html, hashes));
	}
	return all;
}

async function publish({ root, address }: BuiltSite): Promise<void> {
	const { base } = address;
	const rules = headerRules(headerPolicyOf(await writePolicies(root)));
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
export const publishStage: Stage = { name: 'headers', run: publish };
