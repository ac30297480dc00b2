import mdx from '@astrojs/mdx';
import { satteri } from '@astrojs/markdown-satteri';
import { defineConfig } from 'astro/config';
import { addressFrom } from './src/base/urls.ts';
import { codeBlock } from './src/reading/code.ts';
import { errorAddress } from './src/reading/error-address.ts';
import { markdownFeatures } from './src/content/mdx.ts';
import { markdownPlugins } from './src/reading/markdown.ts';
import { contentChecks } from './src/watch.ts';
import { buildStages } from './src/build.ts';
import { bundling } from './src/bundling.ts';
import { buildBeside } from './src/publish/build-beside.ts';

let address;
try {
	address = addressFrom(process.env);
	errorAddress(process.env);
} catch ({ message }) {
	// Astro would say first that it could not load this file, and add a stack.
	console.error(message);
	process.exit(1);
}

export default defineConfig({
	site: address.origin,
	base: address.base,
	// One flight: a page brings its styles along, so nothing else is asked for before it reads.
	build: { inlineStylesheets: 'always' },
	devToolbar: { enabled: false },
	markdown: {
		processor: satteri({
			mdastPlugins: markdownPlugins(address.base),
			features: markdownFeatures,
		}),
		shikiConfig: { theme: 'css-variables', transformers: [codeBlock] },
	},
	integrations: [mdx(), contentChecks(), buildStages(address), buildBeside()],
	vite: bundling,
});
