import { formatPages } from '../numbers.ts';

/** Every word the interface says in Chinese; `Strings` is the shape both editions share. */
export const zh = {
	skipToContent: '跳到正文',
	menu: '目录',
	sections: '章节',
	outline: '本页小节',
	home: '首页',
	breadcrumbs: '所在位置',
	pager: '前后章节',
	previous: '上一章',
	next: '下一章',
	search: '搜索',
	searchHint: '输入记得的任何一段文字',
	themeLight: '明暗：浅色',
	themeDark: '明暗：深色',
	otherLanguage: 'English',
	keyPoints: '要点',
	abstract: '概要',
	lacks: '摘录所缺',
	listing: (title: string) => `${title}（本站示例，非报告内容）`,
	note: '编者注',
	permalink: '本段链接',
	permalinkTo: (text: string) => `“${text}”的链接`,
	readingTime: (minutes: number, han: number) => `约 ${minutes} 分钟（${han} 字）`,
	reportPages: (pages: string) => `报告${formatPages(pages, 'zh')}`,
	updated: (date: string) => `更新于 ${date}`,
	coverage: {
		body: '本章依据报告正文与核心观点页写成。',
		partial: '报告摘录到本章中途为止；缺失部分依据核心观点页概述。',
		'key-points': '摘录不含本章正文；以下依据报告的核心观点页概述。',
	},
	ordinal: (numeral: string) => `第${numeral}章`,
	place: {
		cover: '封面',
		'key-points': '核心观点页',
		contents: '目录',
		body: '正文',
		figure: '报告',
		table: '报告',
		valuation: '估值表',
		throughout: '全文',
	},
	reportRef: { figure: '图', table: '表' },
	placePages: (pages: string) => formatPages(pages, 'zh'),
	placeSeparator: '；',
	notAdvice: '本站概述他人的研究，不构成投资建议。',
	listSeparator: '、',
	bylines: {
		report: '原报告',
		guide: '本导读',
		unaffiliated: '非官方，与中信证券无关',
		kind: '非官方导读',
	},
	pagesRead: {
		text: (all: number, read: string, lacking: string) =>
			`报告共 ${all} 页：读过${formatPages(read, 'zh')}；${formatPages(lacking, 'zh')}不在摘录里。`,
		key: { read: '读过', lacking: '不在摘录里' },
	},
	reportContents: {
		caption: '报告的 16 幅图和 2 张表',
		label: '编号',
		title: '题目',
		page: '页',
		excerpt: '摘录里',
		ours: '本站的图',
		none: '—',
		state: { whole: '全有', title: '只有题目与来源', none: '没有' },
	},
	imprint: {
		editor: '编写',
		updated: '更新',
		licence: '许可',
		licenceText: '本站的文字与图按 CC BY 4.0 使用；原报告的权利归其权利人，不在此许可之内。',
		errors: '报告错误',
		errorsText: '数字、引文或核对有误，请附上段落链接告知：',
		errorsHere: '本站代码仓库的 issue 页',
	},
	footerSource: (institute: string, title: string, date: string) =>
		`原报告：${institute}《${title}》，${date}`,
	footerText: '文字为本站编写，数字与名称依原报告；编者注另附一手来源。',
	markdownTwin: '本页的 Markdown 版',
	notFoundTitle: '没有这一页',
	notFoundText: '地址可能被截断，或混入了后面的文字。可从下面的章节与小节找起，也可以搜索。',
	allSections: '全部章节与小节',
	code: '代码',
	permalinks: {
		backlinks: '提到本节的地方：',
		lostNear: '也许是要找：',
	},
	cards: {
		valuation: '2023 年预测市盈率（倍），按 2023 年 1 月 17 日收盘价',
		roadmap: { stated: '有内容', expected: '预期，年份带问号' },
	},
	llms: {
		notes: [
			'报告与本站是两件作品：引用数字和观点，请引报告；引用概述、图或编者注，请引本站。概述他人的研究，不构成投资建议。',
			'每一页另有 Markdown 版，地址是页名加 `.md`，由网页生成，文字相同。标题后的 `{#id}` 是永久锚点，接在网页地址的 `#` 后即可引用；报告的每条论断都有编号和核对结果，见“逐条核对”。',
		],
		pages: '正文',
		reference: '核对与术语',
		data: '数据',
		claims: '全部论断，附出处与核对结果',
		otherEdition: '英文版',
	},
	figures: {
		table: '数据表',
		download: '下载 CSV',
		captionOf: (label: string) => `${label}的数据`,
		source: '来源',
		caveat: '说明',
		roadmap: {
			kind: '类型',
			columns: {
				pre2020: 'PRE-2020',
				y2020: '2020',
				y2022: '2022',
				y2023: '2023?',
				y2025: '2025?',
				y2030: '2030?',
			},
		},
		rlhf: {
			step: '步骤',
			doing: '做法',
			report: '报告',
			paper: '论文',
			reportGuess: '报告估计',
			paperTrain: '论文的提示词',
			labeler: '标注师所写',
			customer: '用户提交',
			remark: '备注',
		},
		evaluations: {
			evaluation: '评测',
			measure: '量的是什么',
			direction: '方向',
			lower: '越低越好',
			higher: '越高越好',
			best: '最好',
			models: { gpt: 'GPT', sft: 'SFT', instructgpt: 'InstructGPT' },
		},
		stages: {
			stage: '阶段',
			name: '名称',
			period: '时间',
			what: '特征',
			report: '报告的三段',
			sequoia: '红杉的四波',
			reportStage: (numeral: string) => `报告第${numeral}段`,
			sequoiaWave: (numeral: string) => `红杉第${numeral}波`,
		},
		directions: {
			direction: '方向',
			what: '用途',
			maturity: '报告的判断',
			evidence: '报告的依据',
			check: '本站核对',
		},
		layers: { layer: '层', what: '是什么' },
		valuation: {
			company: '公司',
			marketCap: '市值（亿美元）',
			pe: 'PE（倍）',
			baseline: '各行底线为 0，粗线为回升',
			columns: {
				pe_2021a: '2021A',
				pe_2022e: '2022E',
				pe_2023e: '2023E',
				pe_2024e: '2024E',
			},
		},
		missing: {
			caption: '报告里有、摘录里没有的图表',
			label: '编号',
			title: '题目',
			page: '页',
		},
	},
} as const;

type Widen<T> = T extends string
	? string
	: T extends (...args: infer A) => string
		? (...args: A) => string
		: T extends string[]
			? string[]
			: { [K in keyof T]: Widen<T[K]> };

/** The shape of the interface's words: what Chinese says, English must say too. */
export type Strings = Widen<typeof zh>;
