/** `content/changes.yaml`: what each edition of the site corrected, newest first. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parse, stringify } from 'yaml';
import { z } from 'zod';
import { ContentError } from '../base/content-error.ts';
import { isId } from '../base/ids.ts';
import type { Language } from '../base/languages.ts';

export const changesFile = 'content/changes.yaml';

const wording = z.strictObject({ was: z.string(), now: z.string().optional() });
const bilingual = z.strictObject({ zh: z.string(), en: z.string() });
const change = z.strictObject({
	/** Block that changed, and the slug of its page. */
	id: z.string().refine(isId, 'is no id'),
	page: z.string(),
	zh: wording.optional(),
	en: wording.optional(),
	/** Why, in a sentence; written by hand. */
	why: bilingual.optional(),
});
const edition = z.strictObject({
	date: z.iso.date(),
	/** Tag of the release in the repository. */
	tag: z.string().regex(/^edition-\d{4}-\d\d-\d\d$/),
	changes: z.array(change),
});

export type Change = z.infer<typeof change>;
export type Edition = z.infer<typeof edition>;

const head = `# What each edition corrected, newest first. npm run ids -- --release puts an edition in; then
# keep what corrects a statement and say why (why: { zh, en }).
`;

/** All editions. Throws a `ContentError` when the file does not fit its schema. */
export function readChanges(file = changesFile): Edition[] {
	if (!existsSync(file)) return [];
	const result = z.array(edition).safeParse(parse(readFileSync(file, 'utf8')) ?? []);
	if (result.success) return result.data;
	throw new ContentError(
		result.error.issues.map(({ path, message }) => ({
			what: `${path.join('.')}: ${message}`,
			where: `${file}:1`,
			mend: 'Write it as the other editions are written.',
		})),
	);
}

export const writeChanges = (editions: readonly Edition[]): void =>
	writeFileSync(changesFile, head + stringify(editions, { lineWidth: 100 }));

/** Tag of the newest edition; none before the first release. */
export const currentTag = (): string | undefined => readChanges()[0]?.tag;

/** Day on which a block got its present wording in a language, if an edition changed it. */
export function lastChangeOf(
	id: string,
	language: Language,
	editions: readonly Edition[],
): string | undefined {
	return editions.find(({ changes }) =>
		changes.some((one) => one.id === id && one[language] !== undefined),
	)?.date;
}

/** Whether an edition changed anything in a language. */
export const changesIn = ({ changes }: Edition, language: Language): Change[] =>
	changes.filter((one) => one[language] !== undefined);
