/** How Vite bundles scripts and styles. */
import type { InlineConfig, Plugin } from 'vite';

/**
 * Scripts that are loaded late bring no preloads along: some browsers never repeat a preload that
 * failed, nor what imports it. Vite's helper then only calls the import, in a tenth of the bytes.
 */
const withoutPreload: Plugin = {
	name: 'without-preload',
	enforce: 'pre',
	config: () => ({ build: { modulePreload: { resolveDependencies: () => [] } } }),
	load: (id) =>
		id.endsWith('vite/preload-helper.js')
			? 'export const __vitePreload = (load) => load();'
			: undefined,
};

export const bundling: InlineConfig = {
	// Written out for browsers without them (Chrome 109, Safari 16.4): nesting, `light-dark()`.
	css: { lightningcss: { include: (1 << 0) | (1 << 20) } },
	// Scripts stay files: a Content-Security-Policy can then allow them by origin alone.
	build: { assetsInlineLimit: 0 },
	plugins: [withoutPreload],
	environments: {
		client: {
			build: {
				rolldownOptions: {
					// One file for what every page loads.
					output: { codeSplitting: { groups: [{ name: 'page', tags: ['$initial'] }] } },
				},
			},
		},
	},
};
