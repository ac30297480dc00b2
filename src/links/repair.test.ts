import { describe, expect, test } from 'vitest';
import { editDistance, repairedAddress, type LinkMap } from './repair.ts';

const claims = Array.from({ length: 45 }, (_, at): [string, string] => [
	`claim-${at + 1}`,
	`论断 ${at + 1} 的文字`,
]);
const map: LinkMap = {
	pages: [
		['index', 'AIGC 报告导读', [['h2k3', '首页的一段']]],
		[
			'industry-impact',
			'产业影响',
			[
				['impact-large-models', '大模型的三个阶段'],
				['c8t9', '随后的 2015–2022 年，模型越来越大'],
				['pe-nvidia', '英伟达：市值 4,355'],
				['d5w3', '降低的是成本'],
			],
		],
		['risks', '风险因素', [['risk-technology', '技术风险']]],
		['claims', '逐条核对', claims],
	],
	moved: { q2q2: 'c8t9' },
};

const pageOf = new Map(map.pages.flatMap(([slug, , blocks]) => blocks.map(([id]) => [id, slug])));
const repair = (address: string, base = '/') => {
	const [pathname = '', hash = ''] = address.split(/(?=#)/);
	return repairedAddress({ pathname: base + pathname.slice(1), hash }, base, map);
};
const targetOf = (id: string, edition: string) => {
	const slug = pageOf.get(id)!;
	return `${edition}/${slug === 'index' ? '' : `${slug}/`}#${id}`;
};
const fullWidth = (text: string) =>
	text.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));

/** Damages by name: an address from page, id and edition (`''` or `/en`). */
const damages: Record<string, (id: string, page: string, edition: string) => string> = {
	'encoded #': (id, page) => `${page}%23${id}`,
	'encoded # without slash': (id, page) => `${page.replace(/(?<=.)\/$/, '')}%23${id}`,
	'doubly encoded #': (id, page) => `${page}%2523${id}`,
	'encoded # at the root': (id, _, edition) => `${edition}/%23${id}`,
	'lost /s': (id, _, edition) => `${edition}/${id}/`,
	'capital S': (id, _, edition) => `${edition}/S/${id}/`,
	'capital id': (id, _, edition) => `${edition}/s/${id.toUpperCase()}/`,
	'full-width id': (id, page) => `${page}#${encodeURIComponent(fullWidth(id))}`,
	'zero-width space': (id, _, edition) => `${edition}/s/${id.slice(0, 2)}%E2%80%8B${id.slice(2)}/`,
	'line break': (id, _, edition) => `${edition}/s/${id.slice(0, 2)}%0A${id.slice(2)}/`,
	'soft hyphen in a fragment': (id, page) => `${page}#${id.slice(0, 3)}%C2%AD${id.slice(3)}`,
	'another dash': (id, page) => `${page}#${id.replaceAll('-', '%E2%80%93')}`,
	'GitHub’s prefix': (id, page) => `${page}#user-content-${id}`,
	'appended parameter': (id, page) => `${page}#${id}&appinstall=0`,
	'appended query': (id, page) => `${page}#${id}?from=timeline`,
	'Chinese comma': (id, page) => `${page}#${id}，`,
	'Chinese words': (id, _, edition) => `${edition}/s/${id}。后面的字`,
	'words after a slash': (id, _, edition) => `${edition}/s/${id}/，然后`,
	bracket: (id, page) => `${page}#${id})`,
	'trailing slash': (id, page) => `${page}#${id}/`,
	'wrong page': (id, _, edition) => `${edition}/no-such-page/#${id}`,
	'index.html': (id, page) => `${page}index.html#x${''}`.replace('#x', `%23${id}`),
	'text fragment left over': (id, page) => `${page}#${id.toUpperCase()}:~:text=x`,
	'page and id as a path': (id, page) => `${page}${id}`,
};

describe('a damaged address leads to its block', () => {
	const ids = ['c8t9', 'impact-large-models', 'claim-15', 'pe-nvidia', 'h2k3', 'risk-technology'];
	const cases = ['', '/en'].flatMap((edition) =>
		ids.flatMap((id) =>
			Object.entries(damages).map(([name, damage]) => {
				const slug = pageOf.get(id)!;
				const page = `${edition}/${slug === 'index' ? '' : `${slug}/`}`;
				return { name, address: damage(id, page, edition), to: targetOf(id, edition) };
			}),
		),
	);

	test('in some 300 ways, below any base', () => {
		expect(cases.length).toBeGreaterThan(280);
		for (const base of ['/', '/some/repo/']) {
			const faults = cases.flatMap(({ name, address, to }) => {
				const found = repair(address, base);
				const expected = base + to.slice(1);
				// Nothing is wrong with it: the browser itself lands there.
				if (base + address.slice(1) === expected) return [];
				return 'address' in found && found.address === expected
					? []
					: [`${name}: ${address} → ${JSON.stringify(found)}`];
			});
			expect(faults).toEqual([]);
		}
	});

	test.each([
		['/zh/s/c8t9/', '/industry-impact/#c8t9'],
		['/EN/s/c8t9/', '/en/industry-impact/#c8t9'],
		['/EN/risks/', '/en/risks/'],
		['/Risks/', '/risks/'],
		['/risks.html', '/risks/'],
		['/industry_impact/', '/industry-impact/'],
		['/claims/#17', '/claims/#claim-17'],
		['/claims/#claim17', '/claims/#claim-17'],
		['/claims/#Claim_017', '/claims/#claim-17'],
		['/claims/#第 17 条', '/claims/#claim-17'],
		['/risks/#claim-17', '/claims/#claim-17'],
		['/industry-impact/#impact_large_models', '/industry-impact/#impact-large-models'],
		['/industry-impact/#大模型的三个阶段', '/industry-impact/#impact-large-models'],
		['/风险因素/', '/risks/'],
		['/s/c8t9and/', '/industry-impact/#c8t9'],
		['/s/q2q2/', '/industry-impact/#c8t9'],
		['/risks/#q2q2', '/industry-impact/#c8t9'],
	])('%s → %s', (address, to) => {
		expect(repair(address)).toEqual({ address: to });
	});
});

describe('what is not certain is offered, never guessed', () => {
	test.each([
		['/claims/#claim-999', 'claim-9'],
		['/claims/#claim-156', 'claim-15'],
		['/claims/#156', undefined],
		['/claims/#0', undefined],
		['/industry-impact/#zzzz', undefined],
		['/industry-impact/#xc8t9', 'c8t9'],
		['/industry-impact/#c8t92', 'c8t9'],
		['/industry-impact/#c8t', 'c8t9'],
		['/industry-impact/#降低成本', 'd5w3'],
		['/risk/', undefined],
		['/s/', undefined],
		['/s/c8t91/', 'c8t9'],
	])('%s', (address, offered) => {
		const found = repair(address);
		expect(found).not.toHaveProperty('address');
		if ('address' in found) return;
		expect(found.near).toHaveLength(5);
		expect(found.unknown.length).toBeGreaterThan(0);
		if (offered) expect(found.near.map(({ place }) => place.split('#')[1])).toContain(offered);
	});

	test('names of Object.prototype are no ids, and no address is replaced by itself', () => {
		for (const name of ['constructor', '__proto__', 'toString', 'hasOwnProperty']) {
			for (const address of [`/${name}/`, `/en/${name}/`, `/risks/#${name}`, `/s/${name}/`]) {
				expect(repair(address), address).not.toHaveProperty('address');
			}
		}
		expect(repair('/risks/')).not.toHaveProperty('address');
		expect(repair('/industry-impact/#c8t9')).not.toHaveProperty('address');
	});

	test('a broken encoding is no error', () => {
		expect(repair('/s/%E4%B8/')).toHaveProperty('near');
		expect(repair('/risks/#%')).toHaveProperty('near');
	});
});

test('edit distance counts single letters', () => {
	expect([editDistance('', 'abc'), editDistance('k7q2', 'k7q3'), editDistance('ab', 'ba')]).toEqual(
		[3, 1, 2],
	);
});
