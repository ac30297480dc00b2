/** Rules that texts are held against, and those of addresses. */
import { z } from 'zod';
import { misleadingCharacter } from '../base/characters.ts';
import { trackingParameter } from '../base/urls.ts';

/** What a text must not be, and what was expected instead; the first that applies is reported. */
export type Rule = readonly [isWrong: RegExp | ((value: string) => boolean), expected: string];

const brokenRule = (value: string, rules: readonly Rule[]): string | undefined =>
	rules.find(([isWrong]) =>
		isWrong instanceof RegExp ? isWrong.test(value) : isWrong(value),
	)?.[1];

/** A text that no rule refuses. */
export const ruled = (rules: readonly Rule[], schema = z.string()) =>
	schema.superRefine((input, { addIssue }) => {
		const expected = brokenRule(input, rules);
		const message = `expected ${expected}`;
		// What is wrong by itself is not compared with its translation.
		if (expected) addIssue({ code: 'custom', message, input, continue: false });
	});

/** Hosts that only the own machine or network answers, and addresses instead of names. */
const privateHost =
	/^[\d.]+$|^\[|^[^.]+$|\.(local|localhost|localdomain|internal|intranet|private|lan|home|corp|arpa|test|example|invalid|onion|(nip|sslip|xip)\.io)$/;
/** Names of parameters that let whoever has the address in. */
const secret =
	/[?&#;](sig|key|pass|pw|[\w-]*(token|secret|passw|pwd|api_?-?key|signature|credential|auth(?!or)|sess(ion)?_?-?id|jwt)[\w-]*)=/i;

const urlRules: readonly Rule[] = [
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
	[(url) => new URL(url).port !== '', 'an address without a port'],
	[trackingParameter, 'an address without tracking'],
];

/** Why an address cannot be a public source, as what was expected; `undefined` when it can. */
export const faultOfUrl = (url: string) => brokenRule(url, urlRules);

/** An https address on a public host. */
export const httpsUrl = () => ruled(urlRules);
