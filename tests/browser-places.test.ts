import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { usualPlaces } from './browser/browser.ts';

/** Machines, and where the makers' own installers put browsers on them, in the order of the search. */
interface System {
	machine: Parameters<typeof usualPlaces>[1];
	chromium: string[];
	firefox: string[];
}
const systems = JSON.parse(readFileSync('tests/browser-places.json', 'utf8')) as Record<
	string,
	System
>;

describe.each(Object.entries(systems))('on %s', (_, { machine, ...expected }) => {
	test.each(['chromium', 'firefox'] as const)('%s is looked for where it usually is', (engine) => {
		const wanted = expected[engine];
		expect(wanted.length).toBeGreaterThan(0);
		expect(usualPlaces(engine, machine).filter((place) => wanted.includes(place))).toEqual(wanted);
	});
});

test('a path without folders names no program of the folder one is in', () => {
	const places = usualPlaces('firefox', { platform: 'linux', env: { PATH: '' }, home: '/' });
	expect(places.every((place) => place.startsWith('/'))).toBe(true);
});
