import { expect, test } from 'vitest';
import { languageOfPath, rootOf } from './languages.ts';

test.each([
	['/', '/', 'zh'],
	['/origin/', '/', 'zh'],
	['/en/', '/', 'en'],
	['/en', '/', 'en'],
	['/en/origin/', '/', 'en'],
	['/energy/', '/', 'zh'],
	['/repo/en/risks/', '/repo/', 'en'],
	['/en/risks/', '/en/', 'zh'],
	['/repo/', '/repo/', 'zh'],
])('%s below %s is %s', (path, base, language) => {
	expect(languageOfPath(path, base)).toBe(language);
});

test('the default language lives at the root', () => {
	expect([rootOf('zh'), rootOf('en')]).toEqual(['/', '/en/']);
});
