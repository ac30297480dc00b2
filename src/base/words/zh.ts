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
		valuation: '估值表',
		throughout: '全文',
	},
	reportRef: {
		figure: (numbers: string) => `报告图 ${numbers}`,
		table: (numbers: string) => `报告表 ${numbers}`,
	},
	placePages: (place: string, pages: string) => place + formatPages(pages, 'zh'),
	placeSeparator: '；',
	notAdvice: '本站概述他人的研究，不构成投资建议。',
	bothEditions: { both: '中英对照', alone: '只看中文' },
	wholeReport: {
		title: '全文一页',
		summary: '六章、勘误与出入、术语表都在这一页，便于通读、打印和在浏览器里查找。',
	},
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
	/** In the dev server only. */
	onlyBuilt:
		'开发模式里没有段落链接、分享页、Markdown 版和搜索：它们在 npm run build 时生成，用 npm run preview 查看。',
	markdownTwin: '本页的 Markdown 版',
	notFoundTitle: '没有这一页',
	notFoundText: '地址可能被截断，或混入了后面的文字。可从下面的章节与小节找起，也可以搜索。',
	allSections: '全部章节与小节',
	code: '代码',
	permalinks: {
		backlinks: '提到本节的地方：',
		lostNear: '也许是要找：',
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
		download: '下载',
		captionOf: (label: string) => `${label}的数据`,
		source: '来源',
		caveat: '说明',
		check: '核对',
		checked: (claims: number) => `${claims} 条`,
		differing: (claims: number) => `${claims} 条有出入`,
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
