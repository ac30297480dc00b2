import type { Language } from '../base/languages.ts';
import { formatNumber } from '../base/numbers.ts';

/**
 * A market value as an edition's readers count it. Given in 亿美元 (US$ 100 million), as the
 * report prints it; English tells it in US$ billion, so 4152 is 4,152 or 415.2.
 */
export function marketValue(in100Million: number, language: Language): string {
	return language === 'zh'
		? formatNumber(in100Million, language)
		: formatNumber(in100Million / 10, language, 1);
}
