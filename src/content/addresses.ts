/** Where claims, matters and terms have their entries; the fragments never change. */
import type { Claim } from './claims-schema.ts';
import { termPrefix } from './schema.ts';
import type { Language } from '../base/languages.ts';
import { pathOf } from '../base/urls.ts';

/** Fragment of a claim's entry: `claim-42`. */
export const claimAnchor = ({ number }: Pick<Claim, 'number'>) => `claim-${number}`;

/** Root-relative address of a matter's entry: `/notes/#copilot-funding`. */
export const matterPath = (id: string, language: Language) => `${pathOf('notes', language)}#${id}`;

/** Fragment of a term's entry: `term-rlhf`. */
export const termAnchor = (id: string) => termPrefix + id;

/** Fragment of a section's claims: `on-risks`. The longest slug leaves room for three letters. */
export const sectionAnchor = (slug: string) => `on-${slug}`;

/** Root-relative address of a claim's entry: `/claims/#claim-42`. */
export const claimPath = (claim: Pick<Claim, 'number'>, language: Language) =>
	`${pathOf('claims', language)}#${claimAnchor(claim)}`;

/** Root-relative address of a term's entry: `/glossary/#term-rlhf`. */
export const termPath = (id: string, language: Language) =>
	`${pathOf('glossary', language)}#${termAnchor(id)}`;
