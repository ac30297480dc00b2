import { expect, test } from 'vitest';
import { backlinksOf } from './backlinks.ts';
import { renderedPage } from './rendered.ts';

const target = '---\ntitle: 技术逻辑\n---\n\n## 三步训练 {#rlhf-steps}\n\n一段。 ^k2k2\n';
const source =
	'---\ntitle: 风险因素\n---\n\n## 技术 {#risk-tech}\n\n见[三步](/technical-logic/#rlhf-steps)和[那一段](/technical-logic/#k2k2)。 ^k3k3\n\n见[本页](#risk-tech)。 ^k4k4\n';

test('lists each section that points at another page’s section, once', () => {
	const pages = [renderedPage(target, 'technical-logic'), renderedPage(source, 'risks')];
	expect([...backlinksOf(pages, '/')]).toEqual([
		['/technical-logic/#rlhf-steps', [{ from: '/risks/#k3k3', title: '风险因素 § 技术' }]],
	]);
});
