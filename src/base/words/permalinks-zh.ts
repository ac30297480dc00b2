/** Words of the link menu in Chinese, loaded with it. */
export const words = {
	menu: '复制这一段',
	passageMenu: '引用选中的文字',
	link: '链接',
	markdown: 'Markdown',
	quote: '引文',
	passage: '引文链接',
	cite: '引用',
	copied: (what: string) => `${what}已复制`,
	refused: '浏览器不许写剪贴板，请手动复制',
	failed: '引用信息没有取到，请再试一次',
};
