/** Words of the drawing and of its two tables. */
const years = { pe_2021a: '2021A', pe_2022e: '2022E', pe_2023e: '2023E', pe_2024e: '2024E' };

export const words = {
	zh: {
		company: '公司',
		marketCap: '市值（亿美元）',
		years,
		printed: '表内 PE',
		bases: { gaap: 'GAAP', 'non-gaap': 'non-GAAP', calendar: '自然年', none: '未定' },
		unsettled: '口径未定，不改画',
		unit: '80 倍',
		times: 'PE（倍）',
		cell: '栏',
		from: '表内口径',
		to: '换算口径',
		profit: '利润（亿美元）',
		pe: '换算后 PE',
		how: '依据',
		status: { settled: '', nearly: '近似：', unsettled: '未定：' },
		captions: ['报告的估值表（PE，倍）', '换到另一口径的 PE，由市值与利润算得'],
	},
	en: {
		company: 'Company',
		marketCap: 'Market cap (US$ bn)',
		years,
		printed: 'P/E in the table',
		bases: { gaap: 'GAAP', 'non-gaap': 'non-GAAP', calendar: 'calendar year', none: 'unsettled' },
		unsettled: 'Basis unsettled, not redrawn',
		unit: '80×',
		times: 'P/E (times)',
		cell: 'Column',
		from: 'Basis in the table',
		to: 'Other basis',
		profit: 'Profit (US$ bn)',
		pe: 'P/E on it',
		how: 'Grounds',
		status: { settled: '', nearly: 'Approximate: ', unsettled: 'Unsettled: ' },
		captions: [
			'The report’s valuation table (P/E, times)',
			'P/E on another basis, from market cap and profit',
		],
	},
};
