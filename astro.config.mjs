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

let address;
try {
	address = addressFrom(process.env);
} catch ({ message }) {
	// Astro would say first that it could not load this file, and add a stack.
	console.error(message);
	process.exit(1);
}

/**
 * Scripts that are loaded late bring no preloads along: some browsers never repeat a preload that
 * failed, nor what imports it. Vite's helper then only calls the import, in a tenth of the bytes.
 */
const withoutPreload = {
	name: 'without-preload',
	enforce: 'pre',
	config: () => ({ build: { modulePreload: { resolveDependencies: () => [] } } }),
	load: (id) =>
		id.endsWith('vite/preload-helper.js')
			? 'export const __vitePreload = (load) => load();'
			: undefined,
};

/** Whether every page loads a module: what `elements.ts` imports, directly or not. */
const isOfEveryPage = (id, context) =>
	id.endsWith('/frame/ui/elements.ts') ||
	context.getModuleInfo(id)?.importers.some((importer) => isOfEveryPage(importer, context));

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
	vite: {
		// Written out for browsers without them (Chrome 109, Safari 16.4): nesting, `light-dark()`.
		css: { lightningcss: { include: (1 << 0) | (1 << 20) } },
		// Scripts stay files: a Content-Security-Policy can then allow them by origin alone.
		build: { assetsInlineLimit: 0 },
		plugins: [withoutPreload],
		environments: {
			client: {
				build: {
					rolldownOptions: {
						// One file for what every page loads; `src/frame/copies-stage.ts` has pages ask for it.
						output: {
							codeSplitting: {
								groups: [{ name: (id, context) => (isOfEveryPage(id, context) ? 'page' : null) }],
							},
						},
					},
				},
			},
		},
	},
});
