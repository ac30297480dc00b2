/** Words of links and citations in Chinese; the menu loads them when it is first asked for. */
export const words = {
	menu: (name: string) => `“${name}”的链接`,
	link: '复制链接',
	share: '分享…',
	passage: '复制所选文字的链接',
	markdown: 'Markdown',
	quote: '引文',
	cite: '引用',
	plainText: 'GB/T 7714',
	copied: (what: string) => `${what}：已复制`,
	linkCopied: '链接已复制',
	refused: '浏览器不许写剪贴板，请手动复制',
	failed: '引用信息没有取到，请再试一次',
	inReport: (pages: string) => `，报告${pages}`,
	wordingOf: (date: string) => `${date}的文字`,
	unknown: (what: string) => `没有找到“${what}”。也许是要找：`,
};
