/** Words of the claims, notes and glossary pages and of their popovers, in Chinese. */
export const words = {
	reference: '核对与资料',
	claims: {
		title: '逐条核对',
		summary: (count: number) =>
			`报告的 ${count} 条论断，逐条写明出处，分清事实、估计、观点和预测，并给出与一手来源核对的结果。`,
		number: (number: number) => `第 ${number} 条`,
		mark: (number: number, check: string) => `第 ${number} 条：${check}`,
		chartTitle: (count: number) => `${count} 条论断一览`,
		chart: '每个记号是一条论断，按报告的次序排列；点开可看那一条。',
	},
	check: {
		confirmed: '已证实',
		conflict: '有出入',
		unverified: '未能证实',
		'not-checkable': '无从核对',
	},
	checkMeaning: {
		confirmed: '一手来源这样说，或验算相符',
		conflict: '与一手来源或报告自身不合',
		unverified: '找到的来源不足以证实',
		'not-checkable': '观点、预测或未公开的数据',
	},
	kind: { fact: '事实', estimate: '估计', opinion: '观点', forecast: '预测' },
	filter: {
		label: '筛选',
		check: '核对',
		kind: '类别',
		section: '章节',
		all: '全部',
		shown: (shown: string, all: string) => `显示 ${shown} 条，共 ${all} 条`,
	},
	downloads: '下载',
	schema: '字段说明',
	sources: '来源',
	read: (date: string) => `${date}读`,
	told: '见于',
	toldIn: { note: '编者注' },
	titled: (label: string, title: string) => `${label}：${title}`,
	home: '首页',
	more: '查看这一条',
	moreTerm: '查看术语表',
	separator: '；',
	listSeparator: '、',
	notes: {
		title: '编者注总览',
		summary: (count: number) =>
			`报告与一手来源或自身不合的 ${count} 处：报告怎么说，来源怎么说，本站怎么写；另附重算过的数字。`,
		conflicts: '有出入之处',
		report: '报告',
		source: '来源',
		internal: '核对',
		ours: '本站',
		/** Quotes inside the quote become single ones. */
		quote: (text: string) => `“${text.replaceAll('“', '‘').replaceAll('”', '’')}”`,
		/** The report as the source of what speaks against itself. */
		ownTable: (place: string, figure: string) => `报告的${place}，照录为${figure}`,
		entry: (number: number) => `第 ${number} 条`,
		implied: {
			title: '由市值倒推利润',
			caption: '市值 ÷ PE，单位亿美元',
			company: '公司',
			marketCap: '市值',
		},
		profits: {
			title: '与公布的利润对照',
			lead: '用公司公布的利润重算 PE，与表中的数相差不到 0.5% 记作相合，可见表中各栏用的是哪种利润。',
			caption: '市值 ÷ 公布的利润（亿美元）',
			column: '公司与栏目',
			profit: '公布的利润',
			published: (period: string, basis: string, amount: string) =>
				`${basis}，${period}：${amount}`,
			pe: '算得 PE',
			printed: '表中 PE',
			result: '结果',
			about: '约 ',
			none: '亏损',
			agrees: '相合',
			differs: '不合',
			basis: { gaap: 'GAAP', 'non-gaap': 'non-GAAP', adjusted: '调整后' },
		},
		sums: { title: '其余重算' },
	},
	glossary: {
		title: '术语表',
		summary: (count: number) =>
			`本站用到的 ${count} 个术语：中英文名称和缩写，一句话的解释，以及它们出现在哪一章、哪一节。`,
		also: '又名',
	},
} as const;

type Widen<T> = T extends string
	? string
	: T extends (...args: infer A) => string
		? (...args: A) => string
		: { [K in keyof T]: Widen<T[K]> };

/** The shape both languages share. */
export type ProvenanceWords = Widen<typeof words>;
