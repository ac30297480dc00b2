import type { TextKind } from '../../search/page-text.ts';

/** What the search says in Chinese; the browser loads it with the search. */
export const words = {
	title: '搜索全文',
	placeholder: '输入记得的任何一段文字',
	submit: '搜索',
	close: '关闭',
	hint: '空格隔开的词须同时出现，也可输入拼音',
	home: '首页',
	results: '搜索结果',
	loading: '正在查找…',
	found: (hits: number, sections: number) => `找到 ${hits} 处，分布在 ${sections} 个小节`,
	none: (query: string) => `没有与“${query}”一致的文字`,
	other: (count: number, isMore: boolean) => `英文版有${isMore ? '至少' : ''} ${count} 处`,
	/** Two sentences read out one after the other; a label and what it is for. */
	both: (one: string, other: string) => `${one}；${other}`,
	labelled: (label: string, text: string) => `${label}：${text}`,
	apart: '各词分开出现',
	closest: '最接近的文字（并不一致）',
	related: {
		pinyin: (text: string) => `拼音对应“${text}”`,
		glossary: (text: string) => `又名“${text}”`,
	},
	kinds: {
		'key-point': '要点',
		note: '编者注',
		figure: '图',
		table: '表',
		row: '表',
		code: '代码',
	} as Partial<Record<TextKind, string>>,
	notices: {
		rescued: '搜索文件没能完整取到，已改为直接查找各页文字。',
		incomplete: '有些页面没能取到，结果可能不全。',
		offline: '目前没有网络，只查找了手边的页面。',
	},
	failed: '没能读到全部页面，不能断定没有这段文字；可稍后再试，或从全部章节找起。',
	more: '查找更多页面',
	openPage: '在搜索页查看',
	recent: '最近搜索',
	forget: '清除记录',
	unmark: '清除标记',
};

/** The shape both languages share. */
export type SearchWords = typeof words;
