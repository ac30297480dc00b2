/** Kinds of source, and the hosts that each kind may have. */
import { z } from 'zod';
import { dateText, httpsUrl } from './fields.ts';

/** Kinds of source. `author`: who wrote the article the report follows; `copy`: on another's site. */
export const sourceKinds = ['company', 'sec', 'paper', 'author', 'press', 'copy'] as const;
type SourceKind = (typeof sourceKinds)[number];

/** Hosts of each kind, without `www.`; a copy may stand on any other host. */
export const sourceHosts: Record<Exclude<SourceKind, 'copy'>, readonly string[]> = {
	company: [
		'openai.com',
		'github.com',
		'github.blog',
		'blogs.microsoft.com',
		'microsoft.com',
		'nvidianews.nvidia.com',
		'ir.amd.com',
		'investor.qualcomm.com',
		'abc.xyz',
		'ir.mobileye.com',
		'digitalassets.tesla.com',
	],
	sec: ['sec.gov'],
	paper: ['arxiv.org'],
	author: ['sequoiacap.com'],
	press: ['economist.com', 'protocol.com'],
};

/** The kind of source a host stands for. */
export function sourceKindOf(url: string): SourceKind {
	const host = new URL(url).hostname.replace(/^www\./, '');
	const kinds = Object.entries(sourceHosts) as [SourceKind, readonly string[]][];
	return kinds.find(([, hosts]) => hosts.includes(host))?.[0] ?? 'copy';
}

/** A source with the fields all have and some of its own; its host must be one of its kind. */
export const sourceOf = <Shape extends z.ZodRawShape>(shape: Shape) =>
	z
		.strictObject({
			url: httpsUrl().describe('Address that was read or seen, without tracking.'),
			...shape,
			kind: z.enum(sourceKinds).describe('Kind of source; its host must be one of that kind.'),
			read: dateText.describe('Day it was read.'),
		})
		.superRefine((source, { addIssue }) => {
			const { url, kind } = source as { url: string; kind: SourceKind };
			const found = URL.canParse(url) ? sourceKindOf(url) : kind;
			if (found === kind) return;
			const message = `${found}, by the hosts in src/content/source-kinds.ts`;
			addIssue({ code: 'custom', path: ['kind'], message, input: kind });
		});
