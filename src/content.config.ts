import { glob } from 'astro/loaders';
import { defineCollection } from 'astro:content';
import { pageSchema } from './content/schema.ts';
import { publishedLanguages } from './base/editions.ts';
import { languages, type Language } from './base/languages.ts';

const published = publishedLanguages();

/** One edition of the report: a page a file, its id the file name without ending. */
const edition = (language: Language) =>
	defineCollection({
		// An edition that is not written yet is empty, not a warning.
		loader: published.includes(language)
			? glob({
					base: `./content/${language}`,
					pattern: '*.mdx',
					generateId: ({ entry }) => entry.replace(/\.mdx$/, ''),
				})
			: () => [],
		schema: pageSchema,
	});

export const collections = Object.fromEntries(
	languages.map((language) => [language, edition(language)]),
) as Record<Language, ReturnType<typeof edition>>;
