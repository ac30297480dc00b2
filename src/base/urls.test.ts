import { expect, test } from 'vitest';
import { addressFrom, isAddressKnown } from './urls.ts';

test.each([
	[{}, 'http://localhost:4321', '/', false],
	[{ SITE_URL: 'https://example.org/' }, 'https://example.org', '/', true],
	[{ SITE_URL: 'https://a.org', BASE_PATH: 'some/repo' }, 'https://a.org', '/some/repo/', true],
	[{ NETLIFY: 'true', URL: 'https://x.netlify.app' }, 'https://x.netlify.app', '/', true],
	[{ URL: 'https://not-a-host.org' }, 'http://localhost:4321', '/', false],
	[{ CF_PAGES: '1', CF_PAGES_URL: 'https://x.pages.dev' }, 'https://x.pages.dev', '/', true],
	[
		{ GITHUB_ACTIONS: 'true', GITHUB_REPOSITORY: 'Some/Repo' },
		'https://some.github.io',
		'/repo/',
		true,
	],
	[
		{ GITHUB_ACTIONS: 'true', GITHUB_REPOSITORY: 'some/some.github.io' },
		'https://some.github.io',
		'/',
		true,
	],
	[
		{ GITHUB_ACTIONS: 'true', GITHUB_REPOSITORY: 'some/repo', SITE_URL: 'https://a.org' },
		'https://a.org',
		'/',
		true,
	],
])('addressFrom %j', (env, origin, base, isKnown) => {
	expect(addressFrom(env)).toEqual({ origin, base });
	expect(isAddressKnown(env)).toBe(isKnown);
});

test.each([
	'example.org',
	'https://example.org/path',
	'https://example.org/?a=1',
	'https://me:secret@example.org',
	'ftp://example.org',
])('addressFrom refuses %s and says what it expects', (site) => {
	expect(() => addressFrom({ SITE_URL: site })).toThrow(/SITE_URL is “.*”; expected an origin/);
});

test.each([
	'a b',
	'中文',
	'a"; }',
	'../a',
	'a/./b',
	'a//b',
	'https://a.org/b',
	'a?b',
	'a#b',
	'a%20b',
])('addressFrom refuses the base path %s', (path) => {
	expect(() => addressFrom({ BASE_PATH: path })).toThrow(/BASE_PATH is “.*”; expected a path/);
});
