/** Words of the claims, notes and glossary pages and of their popovers, in Chinese. */
export const words = {
	reference: '核对与资料',
	claims: {
		title: '逐条核对',
		summary: (count: number) =>
			`报告的 ${count} 条论断，逐条写明出处，分清事实、估计、观点和预测，并给出与一手来源核对的结果。`,
		/** One check of several claims: 3 条已证实. */
		counted: (count: number, check: string) => `${count} 条${check}`,
		/** All checks of a block: 所述 5 条：3 条已证实，2 条不作判定. */
		counts: (count: number, parts: string[]) => `所述 ${count} 条：${parts.join('，')}`,
		total: (count: number) => `${count} 条论断`,
		chartTitle: (count: number) => `${count} 条论断一览`,
		chart: '“处”按事项计：一个事项可以涉及几条论断。',
		matters: (count: number) => `${count} 处有出入`,
	},
	check: {
		confirmed: '已证实',
		'agrees-with-its-source': '与所据相符',
		conflict: '有出入',
		unverified: '未能证实',
		'not-checkable': '不作判定',
	},
	checkMeaning: {
		confirmed: '事实或估计，报告所据之外的来源也这样说',
		'agrees-with-its-source': '与报告所据的来源一致，不另算作证据',
		conflict: '与来源不符，或报告前后不一，见勘误与出入',
		unverified: '找到的来源不足以证实，或只证实一部分',
		'not-checkable': '观点、预测，或在摘录与公开来源中无从核对',
	},
	kind: { fact: '事实', estimate: '估计', opinion: '观点', forecast: '预测' },
	filter: {
		label: '筛选',
		all: '全部',
		shown: (shown: string, all: string) => `显示 ${shown} 条，共 ${all} 条`,
	},
	downloads: '下载',
	schema: '字段说明',
	read: (date: string) => `${date}查阅`,
	mentions: '见于',
	mentionIn: { note: '编者注' },
	notes: {
		title: '勘误与出入',
		summary: (matters: number, differs: number) =>
			`核对得出 ${matters} 个事项：${differs} 个与报告有出入，其余是补充。按轻重排列，逐项写明报告怎么说、来源怎么说、查阅了什么。`,
		weight: {
			3: '改变结论的',
			2: '影响数字或归属的',
			1: '细节',
			0: '写法',
		},
		kind: { differs: '有出入', adds: '补充' },
		report: '报告',
		source: '来源',
		claims: '论断',
		copy: '，转载',
		archive: '存档',
		/** Published and read, between the publisher and what was read. */
		dated: (published: string, read: string) => `，${published}；${read}查阅：`,
		more: '出处',
		moreOf: (note: string) => `这条编者注的出处：${note}`,
	},
	glossary: {
		title: '术语表',
		summary: (count: number) =>
			`本站用到的 ${count} 个术语：中英文名称和缩写，一句话解释，以及它们出现在哪一章、哪一节。`,
		also: '又名',
	},
};
