/** Rules by which values are checked, and those of addresses. */
import { z } from 'zod';
import { misleadingCharacter } from '../base/characters.ts';
import { trackingParameter } from '../base/urls.ts';

/** Whether it applies, in which field of a value, and what was expected, if the first does not say. */
export type Fault = [isWrong: unknown, path: PropertyKey | PropertyKey[], expected?: string];

/** A refinement of a schema: one issue for each fault that applies. */
export const refuseFaults =
	<Value>(faultsOf: (value: Value) => Fault[]) =>
	(input: Value, { addIssue }: z.core.$RefinementCtx) => {
		for (const [isWrong, path, expected] of faultsOf(input)) {
			const message = `expected ${expected ?? isWrong}`;
			// Stops checks of what is around it, which would report the fault twice.
			if (isWrong)
				addIssue({ code: 'custom', path: [path].flat(), message, input, continue: false });
		}
	};

/** What is in a value at a path. */
export const valueAt = (value: unknown, path: readonly PropertyKey[]) =>
	path.reduce((one, step) => (one as Record<PropertyKey, unknown> | undefined)?.[step], value);

/** What a text must not be, and what was expected instead; the first that applies is reported. */
export type TextRule = readonly [isWrong: RegExp | ((value: string) => boolean), expected: string];

const faultOfText = (value: string, rules: readonly TextRule[]): string | undefined =>
	rules.find(([isWrong]) =>
		isWrong instanceof RegExp ? isWrong.test(value) : isWrong(value),
	)?.[1];

/** A text that no rule refuses. */
export const ruled = (rules: readonly TextRule[], schema = z.string()) =>
	schema.superRefine(refuseFaults((value) => [[faultOfText(value, rules), []]]));

/** Hosts that only the own machine or network answers, and addresses instead of names. */
const privateHost =
	/^[\d.]+$|^\[|^[^.]+$|\.(local|localhost|localdomain|internal|intranet|private|lan|home|corp|arpa|test|example|invalid|onion|(nip|sslip|xip)\.io)$/;
/** Names of parameters that let whoever has the address in. */
const secret =
	/[?&#;](sig|key|pass|pw|[\w-]*(token|secret|passw|pwd|api_?-?key|signature|credential|auth(?!or)|sess(ion)?_?-?id|jwt)[\w-]*)=/i;

const urlRules: readonly TextRule[] = [
	[(url) => !/^https:\/\/\S+$/.test(url) || !URL.canParse(url), 'an https address'],
	[/^[^/]*\/\/[^/?#]*@/, 'an address without a password'],
	[secret, 'an address without a password'],
	[
		(url) => privateHost.test(new URL(url).hostname.replace(/\.$/, '')),
		'an address on a public host',
	],
	[
		(url) => !url.startsWith(`https://${new URL(url).host}`) || /\/\.\.?(\/|$)/.test(url),
		'an address as browsers write it, its host in small letters and without “/../”',
	],
	[misleadingCharacter, 'an address without characters that do not show'],
	[/^https:..[^/?#]*:/, 'an address without a port'],
	[/[.,;:!?>”’"'。，；：、！？）]$|^[^(]*\)$|&amp;/, 'an address without the characters around it'],
	[trackingParameter, 'an address without tracking'],
];

/** Why an address cannot be a public source, as what was expected; `undefined` when it can. */
export const faultOfUrl = (url: string) => faultOfText(url, urlRules);

/** An https address on a public host. */
export const httpsUrl = () => ruled(urlRules);
