import { expect, test } from 'vitest';
import { errorAddress } from './error-address.ts';

test('errors are reported where REPORT_URL says', () => {
	expect(errorAddress({ REPORT_URL: 'mailto:a@example.org' })).toBe('mailto:a@example.org');
	expect(errorAddress({ REPORT_URL: 'https://example.org/x' })).toBe('https://example.org/x');
});

test.each(['http://example.org', 'javascript:alert(1)', 'example.org', 'mailto:nobody'])(
	'%s is refused',
	(address) => {
		expect(() => errorAddress({ REPORT_URL: address })).toThrow(/^REPORT_URL is /);
	},
);
