import mdx from '@astrojs/mdx';
import { satteri } from '@astrojs/markdown-satteri';
import { defineConfig } from 'astro/config';
import { addressFrom } from './src/base/urls.ts';
import { codeBlock } from './src/reading/code.ts';
import { markdownFeatures } from './src/content/mdx.ts';
import { markdownPlugins } from './src/reading/markdown.ts';
import { contentChecks } from './src/watch.ts';
import { buildStages } from './src/build.ts';
import { buildBeside } from './src/publish/build-beside.ts';

const address = addressFrom(process.env);

/**
 * Scripts that are loaded late bring no preloads along: some browsers never repeat a preload that
 * failed, nor what imports it. A plug-in, because Astro's own options replace those of `build`.
 */
const withoutPreload = {
	name: 'without-preload',
	config: () => ({ build: { modulePreload: { resolveDependencies: () => [] } } }),
};

/** Modules of the first load that others share. */
const pageModules = /preload-helper|load-again/;

export default defineConfig({
	site: address.origin,
	base: address.base,
	trailingSlash: 'always',
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
	vite: {
		// Nested rules are written out, for browsers that do not know them (Chrome 109, Safari 16.4).
		css: { lightningcss: { include: 1 /* Features.Nesting */ } },
		// Scripts stay files: a Content-Security-Policy can then allow them by origin alone.
		build: { assetsInlineLimit: 0 },
		plugins: [withoutPreload],
		environments: {
			client: {
				build: {
					rolldownOptions: {
						// One file for what every page loads, not one for each module that others share.
						output: { codeSplitting: { groups: [{ name: 'page', test: pageModules }] } },
					},
				},
			},
		},
	},
});
