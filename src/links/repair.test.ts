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
				['valuation', '估值表'],
				['r3r3', '本章所缺'],
			],
		],
		[
			'risks',
			'风险因素',
			[
				['risk-technology', '技术风险'],
				['weight-1', 'Details'],
				['fig-16', '图 16'],
				['model-3-5', '从 GPT-3.5 到 2022–2023 年'],
				['r4r4', '本章所缺'],
			],
		],
		['claims', '逐条核对', [['claims-chart', 'All claims at a glance'], ...claims]],
	],
	moved: { q2q2: 'c8t9' },
};

const pageOf = new Map(map.pages.flatMap(([slug, , blocks]) => blocks.map(([id]) => [id, slug])));
const repair = (address: string, base = '/') => {
	const { pathname, search, hash } = new URL(base + address.slice(1), 'https://example.org');
	return repairedAddress({ pathname, search, hash }, base, map);
};
const fullWidth = (text: string) =>
	text.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));

/** What happens to an id on its way; `{` is its first two characters, `}` the rest. */
const damaged = (id: string): string[] => [
	id.toUpperCase(),
	fullWidth(id),
	encodeURIComponent(fullWidth(id)),
	...['–', '%E2%88%92', '_', ''].map((dash) => `${id.replaceAll('-', dash)}。`),
	...`
		{%E2%80%8B} %EF%BB%BF{} {%C2%AD} {%0A} {%0D%0A} {%0D%0A%20} {}%20 %C2%A0{}%C2%A0 {}%E2%80%8F
		/s/{} markdown-header-{} user-content-{} section-{} “{}”
		{}&appinstall=0 {}?from=timeline&isappinstalled=0 {}%3Futm_source%3Dwechat {};jsessionid=3
		{}， {}。后面的字 {}）」 {}的说法 {}…… {}%EF%BC%8C%E7%84%B6 {}%E4%B8
		{})., {}> {}&gt; {}</a> {}](https://example.org/x) {}:~:text=x {}%3A~%3Atext=x {}%23top`
		.trim()
		.split(/\s+/)
		.map((form) => form.replace('{', id.slice(0, 2)).replace('}', id.slice(2))),
];

/** Where an id (ID) stands in an address, below an edition (ED) and on its page (PAGE). */
const places = 'PAGE#ID PAGE%23ID ED/no-such-page/#ID ED/s/ID/'.split(' ');

/** Addresses damaged elsewhere than in the id. */
const paths = `
	SHORT%23ID PAGE%2523ID PAGE%252523ID ED/%23ID PAGE%EF%BC%83ID PAGE##ID PAGE?utm_source=a%23ID
	PAGE?_escaped_fragment_=ID PAGE?a=b&_escaped_fragment_=ID
	ED/ID/ ED/S/ID/ ED/s/ID ED/s/ID/index.html ED/s/ID.html ED/s/#ID ED/s/ID/，然后 ED/s/ID/amp/
	ED//s//ID/ ED/s\\ID\\ PAGEindex.html%23ID PAGEindex.html#ID PAGEID BIG#ID SHORT.md#ID
	/https://example.orgED/s/ID/ /readerED/s/ID/`
	.trim()
	.split(/\s+/);

describe('a damaged address leads to its block', () => {
	const ids = ['c8t9', 'impact-large-models', 'claim-15', 'pe-nvidia', 'h2k3', 'risk-technology'];
	const cases = ['', '/en'].flatMap((edition) =>
		ids.flatMap((id) => {
			const slug = pageOf.get(id)!;
			const page = `${edition}/${slug === 'index' ? '' : `${slug}/`}`;
			const written = (place: string, name: string) =>
				place
					.replace('SHORT', page.replace(/(?<=.)\/$/, ''))
					.replace('BIG', page.toUpperCase())
					.replace('PAGE', page)
					.replace('ED', edition)
					.replace('ID', name);
			const inIds = damaged(id).flatMap((name) => places.map((place) => written(place, name)));
			const inPaths = paths.map((place) => written(place, id));
			return [...inIds, ...inPaths].map((address) => ({ address, to: `${page}#${id}` }));
		}),
	);

	test.each(['/', '/some/repo/'])('in more than 2,000 ways below %s', (base) => {
		expect(cases.length).toBeGreaterThan(2000);
		const faults = cases.flatMap(({ address, to }) => {
			const found = repair(address, base);
			const expected = base + to.slice(1);
			// Nothing is wrong with it: the browser itself lands there.
			if (base + address.slice(1) === expected) return [];
			return 'address' in found && found.address === expected
				? []
				: [`${address} → ${JSON.stringify(found)}`];
		});
		expect(faults.slice(0, 3)).toEqual([]);
	});

	/** What an address is, and what it means, both below one place. */
	const meant: Record<string, string[]> = {
		'/industry-impact/#c8t9': [
			...['/zh/s/c8t9/', '/zh-CN/s/c8t9/', '/s/c8t9and/', '/s/q2q2/', '/risks/#q2q2'],
			...['/risks/#Q2Q2，', '/industry-impact/#x-c8t9', '/industry-impact/#c8t9，2015–2022 年'],
			...['/industry-impact/&#35;c8t9', '/industry-impact/&#x23;c8t9'],
			...['/industry-impact/#c8%20t9', '/s/c8t9/c8t9/', '/industry-impact/s/c8t9/'],
		],
		'/en/industry-impact/#c8t9': [
			...['/EN/s/c8t9/', '/s/en/c8t9/', '/en_US/s/c8t9/', '/english/industry-impact/#c8t9'],
		],
		'/risks/': [
			...[
				'/Risks/',
				'/risks.html',
				'/risks.md/',
				'/risks/。',
				'/risks）',
				'/风险因素/',
				'/risks/，看',
			],
			...[
				'#wechat_redirect',
				'#rd',
				'#Echobox=1700000000',
				'#xtor=RSS-1',
				'#utm_source=x&utm_medium=y',
			].map((end) => `/risks/${end}`),
			...['/risks/#:~:text=', '/risks/#&appinstall=0', '/risks/&from=timeline'],
		],
		'/industry-impact/#valuation': [
			...[
				'#section-valuation',
				'#h2-valuation',
				'#sec-valuation',
				'#id=valuation',
				'#id:valuation',
			],
			...['#:~:text=大家看-,估值表', '#:~:text=估值表,-后面', '#valuatio%EF%B8%8Fn'],
		].map((end) => `/industry-impact/${end}`),
		'/risks/#risk-technology': ['/s%5Crisk-technology', '/risks/#Risk technology), see'],
		'/risks/#weight-1': ['/risks/#details', '/risks/#Details）', '/risks/#details，后面'],
		'/risks/#model-3-5': [
			'#model-3.5',
			'#从-GPT-3.5-到-2022–2023-年',
			'#从-gpt-35-到-20222023-年',
		].map((end) => `/risks/${end}`),
		'/en/risks/': ['/en-US/risks/', '/EN/risks/'],
		'/industry-impact/': ['/industry_impact/', '/IndustryImpact', '/industry%20impact/'],
		'/claims/#claim-17': [
			...['#17', '#claim17', '#Claim_017', '#claim 17', '#第 17 条', '#第17条。', '#17）', '17/'],
			...['#论断17', '#17&from=x', '#claim-17的', 'claim-17/', '#Claim no. 17', '17.html'],
		].map((end) => `/claims/${end}`),
		'/claims/#claim-15': ['/s/claim15/', '/risks/#claim-15', '/claim/15', '/claims/#claim-15、又'],
		'/industry-impact/#impact-large-models': [
			...[
				'#Impact Large Models',
				'#impact.large.models',
				'#ImpactLargeModels',
				'#大模型的三个阶段',
			],
			...[
				'#user-content-大模型的三个阶段',
				'#:~:text=大模型的三个阶段',
				'#toc-impact-large-models',
			],
			...[
				'#大模型的%E4%B8%89个阶段',
				'#大模型的三个阶段&from=timeline',
				'#impact-large-models - see',
			],
		].map((end) => `/industry-impact/${end}`),
	};
	test('also where it is written in other ways', () => {
		const faults = Object.entries(meant).flatMap(([to, addresses]) =>
			addresses.flatMap((address) => {
				const found = repair(address);
				return 'address' in found && found.address === to
					? []
					: [`${address} → ${JSON.stringify(found)}`];
			}),
		);
		expect(faults).toEqual([]);
	});
});

describe('what is not certain is offered, never guessed', () => {
	test.each([
		['/claims/#claim-999', 'claim-9'],
		['/claims/#claim-156', 'claim-15'],
		['/claims/claim-156/', 'claim-15'],
		['/claims/#claim-15-6', 'claim-15'],
		['/claims/#claim-15、6', undefined],
		['/claims/#claim-1 5', undefined],
		['/claims/#claim-1.5', 'claim-15'],
		['/claims/#claim-1,5', undefined],
		['/claims/#claim-4.0', undefined],
		['/claims/#claim-1–5', 'claim-15'],
		['/risks/#fig-1.6', undefined],
		['/risks/#fig-1-6', 'fig-16'],
		['/risks/#open-the-details', 'weight-1'],
		['/claims/#claim-15a', 'claim-15'],
		['/claims/17/18', undefined],
		['/claims/#156', undefined],
		['/claims/#15.6', undefined],
		['/claims/#1５6', undefined],
		['/claims/#0', undefined],
		['/claims/#46', undefined],
		['/risks/#17', undefined],
		['/s/17/', undefined],
		['/industry-impact/#zzzz', undefined],
		['/industry-impact/#xc8t9', 'c8t9'],
		['/industry-impact/#c8t92', 'c8t9'],
		['/industry-impact/#c8t9-2', 'c8t9'],
		['/industry-impact/#c8t9_2', 'c8t9'],
		['/industry-impact/#c8t9.5', 'c8t9'],
		['/industry-impact/#c8t', 'c8t9'],
		['/industry-impact/#impact-large-models-1', 'impact-large-models'],
		['/industry-impact/&num;c8t9', 'c8t9'],
		['/risks/#details open', 'weight-1'],
		['/risks/#heading=details', 'weight-1'],
		['/risks/#details-of-the-report', undefined],
		['/risks/#本章所缺', 'r4r4'],
		['/no-such-page/', undefined],
		['/industry-impact/#降低成本', 'd5w3'],
		['/industry-impact/#:~:text=降低成本', 'd5w3'],
		['/risk/', undefined],
		['/s/', undefined],
		['/s/c8t91/', 'c8t9'],
		['/s/c8t9x2/', 'c8t9'],
		['/s/%E4%B8/', undefined],
		['/risks/#%', undefined],
		...['constructor', '__proto__', 'toString'].flatMap((name) =>
			[`/${name}/`, `/risks/#${name}`, `/s/${name}/`].map((one) => [one, undefined] as const),
		),
	] as const)('%s', (address, offered) => {
		const found = repair(address);
		if ('address' in found) return expect(found).toBe('not certain');
		expect(found.near).toHaveLength(5);
		expect(found.unknown.length).toBeGreaterThan(0);
		if (offered) expect(found.near.map(({ place }) => place.split('#')[1])).toContain(offered);
	});

	test('a claim that is not there is answered with those of like numbers', () => {
		const found = repair('/claims/#claim-156');
		const places = 'near' in found ? found.near.map(({ place }) => place) : [];
		expect(places.every((place) => /#claim-\d+$/.test(place))).toBe(true);
	});

	test('no address is replaced by itself', () => {
		for (const address of ['/risks/', '/', '/en/', '/industry-impact/#c8t9']) {
			expect(repair(address), address).not.toHaveProperty('address');
		}
	});
});
