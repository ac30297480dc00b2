/** Pages that stand beside the report's sections, in the order of the navigation. */
export const referenceSlugs = ['claims', 'notes', 'glossary'] as const;
export type ReferenceSlug = (typeof referenceSlugs)[number];
