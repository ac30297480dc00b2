import { readFileSync } from 'node:fs';

/**
 * Where readers report an error: `REPORT_URL` of the environment (an https or mailto address), else
 * the issue page that package.json names under `bugs`; `undefined` where there is neither. Throws
 * when `REPORT_URL` is an address of another kind.
 */
export function errorAddress(env: Record<string, string | undefined>): string | undefined {
	const given = env.REPORT_URL;
	if (given && !/^(https:\/\/\S+|mailto:\S+@\S+)$/.test(given)) {
		throw new Error(
			`REPORT_URL is “${given}”; expected https://… or mailto:… where readers can report an error.`,
		);
	}
	return given || JSON.parse(readFileSync('package.json', 'utf8')).bugs?.url;
}
