import type { APIRoute } from 'astro';
import { languages } from '../../base/languages.ts';
import { siteAddress } from '../../base/site.ts';
import { urlOf } from '../../base/urls.ts';
import { latestChange } from '../../content/open-report.ts';

const dayMs = 86_400_000;
/** RFC 9116 asks for less than a year, so that an abandoned contact is recognised. */
const validDays = 360;

/** There is a security.txt when the publisher names a contact: `mailto:…` or `https://…`. */
export const getStaticPaths = () =>
	process.env.SECURITY_CONTACT ? [{ params: { name: 'security' } }] : [];

/** Whom to tell about a weakness (https://www.rfc-editor.org/rfc/rfc9116). */
export const GET: APIRoute = () => {
	// Counted from the last change of the text, so that two builds of one text are equal.
	const changed = Date.parse(latestChange('zh'));
	const lines = [
		`Contact: ${process.env.SECURITY_CONTACT}`,
		`Expires: ${new Date(changed + validDays * dayMs).toISOString()}`,
		`Preferred-Languages: ${languages.join(', ')}`,
		`Canonical: ${urlOf('/.well-known/security.txt', siteAddress)}`,
	];
	return new Response(`${lines.join('\n')}\n`);
};
