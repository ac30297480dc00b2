import { describe, expect, test } from 'vitest';
import { repairedAddress, type LinkMap } from './repair.ts';

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
	const [pathname = '', ...hash] = address.split(/(?=#)/);
	const path = base + pathname.slice(1);
	return repairedAddress({ pathname: path, hash: hash.join('') }, base, map);
};
const fullWidth = (text: string) =>
	text.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));

/** What happens to an id on its way, wherever it stands; `|` is the middle of the id. */
const damages: Record<string, (id: string) => string> = {
	capitals: (id) => id.toUpperCase(),
	'full width': fullWidth,
	'encoded full width': (id) => encodeURIComponent(fullWidth(id)),
	'another dash': (id) => `${id.replaceAll('-', '–')}.`,
	'a minus sign': (id) => `${id.replaceAll('-', '%E2%88%92')}。`,
	'zero-width space': (id) => `${id.slice(0, 2)}%E2%80%8B${id.slice(2)}`,
	'byte order mark': (id) => `\ufeff${id}`,
	'soft hyphen': (id) => `${id.slice(0, 3)}\u00ad${id.slice(3)}`,
	'line break': (id) => `${id.slice(0, 2)}%0A${id.slice(2)}`,
	'carriage return': (id) => `${id.slice(0, 2)}%0D%0A${id.slice(2)}`,
	'trailing space': (id) => `${id}%20`,
	'no-break space': (id) => `%C2%A0${id}%C2%A0`,
	'right-to-left mark': (id) => `${id}%E2%80%8F`,
	'a path in front': (id) => `/s/${id}`,
	'Bitbucket’s prefix': (id) => `markdown-header-${id}`,
	'GitHub’s prefix': (id) => `user-content-${id}`,
	'a parameter': (id) => `${id}&appinstall=0`,
	'a query': (id) => `${id}?from=timeline&isappinstalled=0`,
	'tracking, encoded': (id) => `${id}%3Futm_source%3Dwechat`,
	'Chinese comma': (id) => `${id}，`,
	'Chinese stop and words': (id) => `${id}。后面的字`,
	'Chinese brackets': (id) => `${id}）」`,
	'Chinese quotes': (id) => `“${id}”`,
	'ASCII marks': (id) => `${id}).,`,
	'an angle bracket': (id) => `${id}>`,
	ellipsis: (id) => `${id}…`,
	'an encoded comma': (id) => `${id}%EF%BC%8C%E7%84%B6`,
	'a text directive': (id) => `${id}:~:text=x`,
	'an encoded text directive': (id) => `${id}%3A~%3Atext=x`,
	'a second fragment': (id) => `${id}%23top`,
};

/** Where an id stands in an address, below an edition (`''`, `/en`). */
const places: Record<string, (id: string, page: string, edition: string) => string> = {
	'on its page': (id, page) => `${page}#${id}`,
	'behind an encoded #': (id, page) => `${page}%23${id}`,
	'on another page': (id, _, edition) => `${edition}/no-such-page/#${id}`,
	'as a share page': (id, _, edition) => `${edition}/s/${id}/`,
};

/** Addresses damaged elsewhere than in the id. */
const paths: Record<string, (id: string, page: string, edition: string) => string> = {
	'# encoded, no slash': (id, page) => `${page.replace(/(?<=.)\/$/, '')}%23${id}`,
	'# encoded twice': (id, page) => `${page}%2523${id}`,
	'# encoded thrice': (id, page) => `${page}%252523${id}`,
	'# encoded at the root': (id, _, edition) => `${edition}/%23${id}`,
	'full-width #': (id, page) => `${page}${encodeURIComponent('＃')}${id}`,
	'# twice': (id, page) => `${page}##${id}`,
	'lost /s': (id, _, edition) => `${edition}/${id}/`,
	'capital S': (id, _, edition) => `${edition}/S/${id}/`,
	'share page without slash': (id, _, edition) => `${edition}/s/${id}`,
	'share page as file': (id, _, edition) => `${edition}/s/${id}/index.html`,
	'share page with .html': (id, _, edition) => `${edition}/s/${id}.html`,
	'share page and fragment': (id, _, edition) => `${edition}/s/#${id}`,
	'words after the slash': (id, _, edition) => `${edition}/s/${id}/，然后`,
	'doubled slashes': (id, _, edition) => `${edition}//s//${id}/`,
	backslashes: (id, _, edition) => `${edition}/s\\${id}\\`,
	'index.html': (id, page) => `${page}index.html%23${id}`,
	'index.html as page': (id, page) => `${page}index.html#${id}`,
	'page and id as a path': (id, page) => `${page}${id}`,
	'page in capitals': (id, page) => `${page.toUpperCase()}#${id}`,
	'Markdown page': (id, page) => `${page.replace(/(?<=.)\/$/, '')}.md#${id}`,
};

describe('a damaged address leads to its block', () => {
	const ids = ['c8t9', 'impact-large-models', 'claim-15', 'pe-nvidia', 'h2k3', 'risk-technology'];
	const cases = ['', '/en'].flatMap((edition) =>
		ids.flatMap((id) => {
			const slug = pageOf.get(id)!;
			const page = `${edition}/${slug === 'index' ? '' : `${slug}/`}`;
			const to = `${page}#${id}`;
			const inIds = Object.entries(damages).flatMap(([damage, damaged]) =>
				Object.entries(places).map(([place, at]) => ({
					name: `${damage}, ${place}`,
					address: at(damaged(id), page, edition),
					to,
				})),
			);
			const inPaths = Object.entries(paths).map(([name, at]) => ({
				name,
				address: at(id, page, edition),
				to,
			}));
			return [...inIds, ...inPaths];
		}),
	);

	test.each(['/', '/some/repo/'])('in more than 1,500 ways below %s', (base) => {
		expect(cases.length).toBeGreaterThan(1500);
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
	});

	test.each([
		['/zh/s/c8t9/', '/industry-impact/#c8t9'],
		['/zh-CN/s/c8t9/', '/industry-impact/#c8t9'],
		['/EN/s/c8t9/', '/en/industry-impact/#c8t9'],
		['/s/en/c8t9/', '/en/industry-impact/#c8t9'],
		['/en-US/risks/', '/en/risks/'],
		['/EN/risks/', '/en/risks/'],
		['/Risks/', '/risks/'],
		['/risks.html', '/risks/'],
		['/risks.md/', '/risks/'],
		['/risks/。', '/risks/'],
		['/risks）', '/risks/'],
		['/industry_impact/', '/industry-impact/'],
		['/claims/#17', '/claims/#claim-17'],
		['/claims/#claim17', '/claims/#claim-17'],
		['/claims/#Claim_017', '/claims/#claim-17'],
		['/claims/#claim 17', '/claims/#claim-17'],
		['/claims/#第 17 条', '/claims/#claim-17'],
		['/claims/#第17条。', '/claims/#claim-17'],
		['/claims/#17）', '/claims/#claim-17'],
		['/claims/17/', '/claims/#claim-17'],
		['/s/claim17/', '/claims/#claim-17'],
		['/risks/#claim-17', '/claims/#claim-17'],
		['/industry-impact/#impact_large_models', '/industry-impact/#impact-large-models'],
		['/industry-impact/#Impact Large Models', '/industry-impact/#impact-large-models'],
		['/industry-impact/#impact%20large%20models', '/industry-impact/#impact-large-models'],
		['/industry-impact/#大模型的三个阶段', '/industry-impact/#impact-large-models'],
		[`/risks/#${encodeURIComponent('大模型的三个阶段')}`, '/industry-impact/#impact-large-models'],
		['/industry-impact/#user-content-大模型的三个阶段', '/industry-impact/#impact-large-models'],
		['/industry-impact/#:~:text=大模型的三个阶段', '/industry-impact/#impact-large-models'],
		['/风险因素/', '/risks/'],
		['/s/c8t9and/', '/industry-impact/#c8t9'],
		['/s/q2q2/', '/industry-impact/#c8t9'],
		['/risks/#:~:text=', '/risks/'],
		['/risks/#q2q2', '/industry-impact/#c8t9'],
		['/risks/#Q2Q2，', '/industry-impact/#c8t9'],
	])('%s → %s', (address, to) => {
		expect(repair(address)).toEqual({ address: to });
	});
});

describe('what is not certain is offered, never guessed', () => {
	test.each([
		['/claims/#claim-999', 'claim-9'],
		['/claims/#claim-156', 'claim-15'],
		['/claims/#claim-15-6', 'claim-15'],
		['/claims/#156', undefined],
		['/claims/#15.6', undefined],
		['/claims/#1５6', undefined],
		['/claims/#0', undefined],
		['/claims/#46', undefined],
		['/risks/#17', undefined],
		['/industry-impact/#zzzz', undefined],
		['/industry-impact/#xc8t9', 'c8t9'],
		['/industry-impact/#c8t92', 'c8t9'],
		['/industry-impact/#c8t9-2', 'c8t9'],
		['/industry-impact/#c8t', 'c8t9'],
		['/industry-impact/#降低成本', 'd5w3'],
		['/industry-impact/#:~:text=降低成本', 'd5w3'],
		['/risk/', undefined],
		['/s/', undefined],
		['/s/c8t91/', 'c8t9'],
		['/s/c8t9x2/', 'c8t9'],
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
		for (const address of ['/risks/', '/', '/en/', '/industry-impact/#c8t9']) {
			expect(repair(address), address).not.toHaveProperty('address');
		}
	});

	test('a broken encoding is no error', () => {
		expect(repair('/s/%E4%B8/')).toHaveProperty('near');
		expect(repair('/risks/#%')).toHaveProperty('near');
	});
});
