import { satteri } from '@astrojs/markdown-satteri';
import mdx from '@astrojs/mdx';

export default {
	integrations: [mdx()],
	markdown: { processor: satteri({ features: { headingAttributes: true } }) },
};
