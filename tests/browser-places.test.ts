import { describe, expect, test } from 'vitest';
import { usualPlaces } from './browser/browser.ts';

const machines = {
	linux: { platform: 'linux', env: { PATH: '/usr/bin:/home/a/bin' }, home: '/home/a' },
	macOS: { platform: 'darwin', env: { PATH: '/usr/bin' }, home: '/Users/a' },
	Windows: {
		platform: 'win32',
		env: {
			PATH: 'C:\\Windows;D:\\tools',
			PROGRAMFILES: 'C:\\Program Files',
			'PROGRAMFILES(X86)': 'C:\\Program Files (x86)',
			LOCALAPPDATA: 'C:\\Users\\a\\AppData\\Local',
		},
		home: 'C:\\Users\\a',
	},
} as const;

// Where the makers' own installers put them.
const expected: Record<keyof typeof machines, Record<'chromium' | 'firefox', string[]>> = {
	linux: {
		chromium: [
			'/usr/bin/google-chrome',
			'/usr/bin/chromium',
			'/usr/bin/microsoft-edge',
			'/opt/google/chrome/chrome',
			'/snap/bin/chromium',
			'/opt/microsoft/msedge/msedge',
		],
		firefox: ['/usr/bin/firefox', '/usr/bin/firefox-esr', '/snap/bin/firefox'],
	},
	macOS: {
		chromium: [
			'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
			'/Applications/Chromium.app/Contents/MacOS/Chromium',
			'/Users/a/Applications/Chromium.app/Contents/MacOS/Chromium',
			'/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
		],
		firefox: ['/Applications/Firefox.app/Contents/MacOS/firefox'],
	},
	Windows: {
		chromium: [
			'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
			'C:\\Users\\a\\AppData\\Local\\Google\\Chrome\\Application\\chrome.exe',
			'C:\\Users\\a\\AppData\\Local\\Chromium\\Application\\chrome.exe',
			'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
		],
		firefox: ['C:\\Program Files\\Mozilla Firefox\\firefox.exe'],
	},
};

describe.each(['linux', 'macOS', 'Windows'] as const)('on %s', (system) => {
	test.each(['chromium', 'firefox'] as const)('%s is looked for where it usually is', (engine) => {
		const places = usualPlaces(engine, machines[system]);
		// In this order: Chrome, Chromium, Edge.
		const wanted = expected[system][engine];
		expect(places.filter((place) => wanted.includes(place))).toEqual(wanted);
	});
});

test('a path without folders names no program of the folder one is in', () => {
	const places = usualPlaces('firefox', { platform: 'linux', env: { PATH: '' }, home: '/' });
	expect(places.every((place) => place.startsWith('/'))).toBe(true);
});
