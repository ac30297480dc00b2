import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';

const locales = { root: { label: '中文', lang: 'zh-CN' }, en: { label: 'English', lang: 'en' } };

export default defineConfig({
	site: 'https://example.org',
	integrations: [starlight({ title: 'ChatGPT', defaultLocale: 'root', locales })],
});
