import { glob } from 'astro/loaders';
import { defineCollection } from 'astro:content';
import { pageSchema } from './intake/schema.ts';

/** One edition of the report: a page a file, its id the file name without ending. */
const edition = (base: string) =>
	defineCollection({
		loader: glob({
			base,
			pattern: '*.mdx',
			generateId: ({ entry }) => entry.replace(/\.mdx$/, ''),
		}),
		schema: pageSchema,
	});

export const collections = {
	zh: edition('./content/zh'),
	en: edition('./content/en'),
};
