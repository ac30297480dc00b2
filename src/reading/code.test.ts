import { codeToHtml, createCssVariablesTheme } from 'shiki';
import { expect, test } from 'vitest';
import { codeBlock } from './code.ts';

const theme = createCssVariablesTheme({ variablePrefix: '--astro-code-' });
const rendered = (meta: string) =>
	codeToHtml('return ("a") # why', {
		lang: 'python',
		theme,
		meta: { __raw: meta },
		transformers: [codeBlock],
	});

test('colours are classes, and no style attribute is left', async () => {
	const html = await rendered('');
	expect(html).toContain('<span class="code-keyword">return</span>');
	expect(html).toMatch(/<span class="code-string(?:-expression)?">\s*"a"<\/span>/);
	expect(html).toMatch(/<span class="code-comment">\s*# why<\/span>/);
	expect(html).not.toMatch(/style=|class="line"/);
});

test('the info string gives the id', async () => {
	expect(await rendered('^k7q2')).toMatch(
		/^<pre id="k7q2" class="code" data-language="python" tabindex="0">/,
	);
	expect(await rendered('')).toMatch(/^<pre class="code" data-language="python" tabindex="0">/);
});
