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
				['valuation-table', '英伟达 NVIDIA 等公司'],
				['pe-nvidia', '英伟达 NVIDIA：市值 4,355'],
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
		[
			'claims',
			'逐条核对',
			[['claims-chart', 'All claims at a glance'], ['on-risks', '风险因素'], ...claims],
		],
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

	/** In each group an address, then others that mean the same place; `%20` is a space. */
	const meant = `
		/industry-impact/#c8t9
		/zh/s/c8t9/ /zh-CN/s/c8t9/ /s/c8t9and/ /s/q2q2/ /s/c8t9/c8t9/ /industry-impact/s/c8t9/
		/s/c8t9/2022年 /s/c8t9https://example.org/ /industry-impact/#c8t9http://example.org/s/d5w3/
		/risks/#q2q2 /risks/#Q2Q2， /industry-impact/#x-c8t9 /industry-impact/#c8t9，2015–2022%20年
		/industry-impact/&#35;c8t9 /industry-impact/&#x23;c8t9 /industry-impact/#c8%20t9

		/en/industry-impact/#c8t9
		/EN/s/c8t9/ /s/en/c8t9/ /en%20/s/c8t9/ /en_US/s/c8t9/ /english/industry-impact/#c8t9

		/risks/
		/Risks/ /risks.html /risks.md/ /risks/。 /risks） /risks看这里 /风险因素/ /risks/，看
		/risks/index.htm /risks/#wechat_redirect /risks/#rd /risks/#Echobox=1700000000
		/risks/#xtor=RSS-1 /risks/#utm_source=x&utm_medium=y /risks/#:~:text= /risks/&from=timeline
		/risks/#&appinstall=0 /risks/#fbclid=x /risks/#at_medium=x /risks/#google_vignette /risks/#_=_
		/risks/#! /risks/看这里 /risks/风险因素/ /risks/https://example.org/s/c8t9/ /riskshttps://example.org
		/risks/</a> /risks/|valuation> /risks/#风险因素 /risks/风险因素 /risks/#user-content-风险因素

		/claims/#on-risks
		/claims/#风险因素

		/industry-impact/#valuation
		/industry-impact/#section-valuation /industry-impact/#h2-valuation
		/industry-impact/#sec-valuation /industry-impact/#id=valuation /industry-impact/#id:valuation
		/industry-impact/#:~:text=大家看-,估值表 /industry-impact/#:~:text=估值表,-后面
		/industry-impact/#valuatio%EF%B8%8Fn

		/industry-impact/#valuation-table
		/industry-impact/#valuation_table、又

		/risks/#risk-technology
		/s%5Crisk-technology /risks/#Risk%20technology),%20see /risks/#risk_technology、又

		/risks/#weight-1
		/risks/#details /risks/#Details） /risks/#details，后面

		/risks/#model-3-5
		/risks/#model-3.5 /risks/#从-GPT-3.5-到-2022–2023-年 /risks/#从-gpt-35-到-20222023-年

		/en/risks/
		/en-US/risks/ /EN/risks/

		/en/
		/EN/ /en). /en。 /en看这里

		/industry-impact/
		/industry_impact/ /IndustryImpact /industry%20impact/

		/
		/。 /%20/

		/claims/#claim-17
		/claims/#17 /claims/#claim17 /claims/#Claim_017 /claims/#claim%2017 /claims/#第%2017%20条
		/claims/#第17条。 /claims/#17） /claims/17/ /claims/#论断17 /claims/#17&from=x
		/claims/#claim-17的 /claims/claim-17/ /claims/#Claim%20no.%2017 /claims/17.html

		/claims/#claim-15
		/s/claim15/ /s/论断15/ /risks/#claim-15 /claim/15 /claims/#claim-15、又 /claims/#claim–15、又
		/claims/%252523论断15

		/industry-impact/#impact-large-models
		/industry-impact/#Impact%20Large%20Models /industry-impact/#impact.large.models
		/industry-impact/#ImpactLargeModels /industry-impact/#大模型的三个阶段
		/industry-impact/#user-content-大模型的三个阶段 /industry-impact/#:~:text=大模型的三个阶段
		/industry-impact/#toc-impact-large-models /industry-impact/#大模型的%E4%B8%89个阶段
		/industry-impact/#大模型的三个阶段&from=timeline
		/industry-impact/#impact-large-models%20-%20see`;
	const readings = meant.split('\n\n').flatMap((group) => {
		const [to, ...addresses] = group.trim().split(/\s+/);
		return addresses.map((address) => [address, to!] as const);
	});

	test.each(readings)('%s → %s', (address, to) => {
		expect(repair(address)).toEqual({ address: to });
	});
});

describe('what is not certain is offered, never guessed', () => {
	/** An id that is offered, or a dash, then the addresses. */
	const offers = `
		claim-9 /claims/#claim-999
		claim-15 /claims/#claim-156 /claims/claim-156/ /claims/#claim-15-6 /claims/#claim-1.5
		claim-15 /claims/#claim-1–5 /claims/#claim-15a
		fig-16 /risks/#fig-1-6
		weight-1 /risks/#open-the-details /risks/#details%20open /risks/#heading=details
		c8t9 /industry-impact/#xc8t9 /industry-impact/#c8t92 /industry-impact/#c8t9-2
		c8t9 /industry-impact/#c8t9_2 /industry-impact/#c8t9.5 /industry-impact/#c8t
		c8t9 /industry-impact/&num;c8t9 /s/c8t91/ /s/c8t9x2/
		impact-large-models /industry-impact/#impact-large-models-1
		d5w3 /industry-impact/#降低成本 /industry-impact/#:~:text=降低成本 /industry-impact/降低的是
		r4r4 /risks/#本章所缺
		- /claims/#claim-15、6 /claims/#claim-1%205 /claims/#claim-1,5 /claims/#claim-4.0
		- /risks/#fig-1.6 /claims/17/18 /claims/#156 /claims/#15.6 /claims/#1５6 /claims/#0 /claims/#46
		- /risks/#17 /s/17/ /industry-impact/#zzzz /risks/#details-of-the-report /no-such-page/ /risk/
		- /risks/#page=3 /risks/#id=zz /s/ /s/%E4%B8/ /risks/#% /constructor/ /risks/#constructor /s/constructor/ /__proto__/
		- /risks/#__proto__ /s/__proto__/ /toString/ /risks/#toString /s/toString/`;
	const offered = offers
		.trim()
		.split(/\n\s*/)
		.flatMap((line) => {
			const [id, ...addresses] = line.split(' ');
			return addresses.map((address) => [address, id!] as const);
		});

	test.each(offered)('%s: %s', (address, id) => {
		const found = repair(address);
		if ('address' in found) return expect(found).toBe('not certain');
		expect(found.near).toHaveLength(5);
		expect(found.unknown.length).toBeGreaterThan(0);
		if (id !== '-') expect(found.near.map(({ place }) => place.split('#')[1])).toContain(id);
	});

	test.each([
		['a page', '/risk/', 'risks/'],
		['the block of this page, of two with the same words', '/risks/#本章所缺', 'risks/#r4r4'],
		['the nearest id, of two that share words', '/#nvidia-pe', 'industry-impact/#pe-nvidia'],
		['a claim of a like number', '/claims/#claim-156', 'claims/#claim-15'],
		['the same before a sign without width', '/claims/#claim-999%EF%B8%8F', 'claims/#claim-9'],
	])('first %s', (_what, address, place) => {
		expect(repair(address)).toMatchObject({ near: [{ place }, {}, {}, {}, {}] });
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
