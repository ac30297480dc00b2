import { languageOfPath } from '../base/languages.ts';
import { Search } from './ask.ts';
import { Bundle, type Site } from './bundle.ts';

/** Where this page stands: the site's base path and the edition. */
export function pageSite(): Site {
	const base = document.documentElement.dataset.base ?? '/';
	return { base, language: languageOfPath(location.pathname, base) };
}

/** The index and what asks it, opened together. */
export interface Opened {
	bundle: Bundle;
	search: Search;
}

/** Opens an edition's index when it is first wanted, and anew after it failed. */
export class Opener {
	readonly site: Site;
	#opened: Promise<Opened> | undefined;

	constructor(site: Site) {
		this.site = site;
	}

	/** The open index. Throws when it cannot be opened; the next call tries again. */
	open(): Promise<Opened> {
		this.#opened ??= Bundle.open(this.site).then((bundle) => ({
			bundle,
			search: new Search(bundle, this.site.language),
		}));
		this.#opened.catch(() => this.close());
		return this.#opened;
	}

	/** Forgets the index, so that a newer build is read. */
	close(): void {
		this.#opened = undefined;
	}
}
