import { languageOfPath } from '../base/languages.ts';
import type { Place } from './library.ts';
import type { EngineChoice } from './reading.ts';

/** Where this page stands: the site's base path and the edition. */
export function pagePlace(): Place {
	const base = document.documentElement.dataset.base ?? '/';
	return { base, language: languageOfPath(location.pathname, base) };
}

/** The way of finding candidates that `?engine=` asks for; tests and measurements use it. */
export function engineChoice(): EngineChoice {
	const choice = new URLSearchParams(location.search).get('engine');
	return choice === 'scan' || choice === 'pagefind' ? choice : 'auto';
}
