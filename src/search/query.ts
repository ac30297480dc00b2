import { fold } from './text.ts';

/** What a reader typed. */
export interface Query {
	/** As typed, trimmed and cut to `queryMaximumLength`. */
	raw: string;
	/** Whether something was cut off. */
	isCut: boolean;
	/** Whether it is in quotes, as a whole or in parts: then only exact text is looked for. */
	isQuoted: boolean;
	/** The query as one phrase; empty when quotes ask for several. */
	whole: string;
	/** Its words: parts between spaces and the signs of a list, or in quotes. Each once. */
	words: string[];
}

/** Longest query that is looked at and kept in the address, in characters. */
export const queryMaximumLength = 200;

/** A quoted phrase with space or an end on both sides; quotes inside text are text. */
const quoted = /(?<=^|\s)["“”„＂]([^"“”„＂]+)["“”＂](?=\s|$)/gu;
/** What separates words: space, signs of a list, “and” in both languages. */
const separator = /\s+(?:and|or|与|和|及|或)\s+|(?:[\s、，／/；;|]|,(?!\d{3}))+/iu;

/** A query as it is used and kept: trimmed, and cut to `queryMaximumLength`. */
export const kept = (text: string) => [...text.trim()].slice(0, queryMaximumLength).join('');

/** Reads what a reader typed. */
export function parseQuery(input: string): Query {
	const raw = kept(input);
	const quotes = [...raw.matchAll(quoted)].map((match) => match[1]!);
	const all = [...quotes, ...raw.replace(quoted, ' ').split(separator)];
	const forms = all.map(fold);
	const words = all.filter((_, at) => forms[at] && forms.indexOf(forms[at]!) === at);
	const phrase = quotes.length === 0 ? raw : '';
	return {
		raw,
		isCut: [...input.trim()].length > queryMaximumLength,
		isQuoted: quotes.length > 0,
		// The same word twice asks for the word.
		whole: words.length === 1 ? words[0]! : phrase,
		words,
	};
}

/** The id that a query names: `k7j2`, `#claim-131`, `第 131 条`, `claim 131`; 25 条 is a number. */
export function idOf(raw: string): string | undefined {
	const text = raw.normalize('NFKC').toLowerCase();
	const inHan = /^(?:核对\s*第?|第)\s*(\d{1,4})\s*条$/u.exec(text);
	const claim = inHan ?? /^(?:claim|check|核对)[\s#-]*(\d{1,4})$/u.exec(text);
	if (claim) return `claim-${claim[1]}`;
	const id = /^(?:[^\s#]*#)?([a-z][a-z0-9-]{1,40})$/.exec(text)?.[1];
	return id && /[0-9-]/.test(id) ? id : undefined;
}

/** Words that only ask or join: they do not count where a query does not stand as typed. */
const askingHan =
	/请问|主要|最大|[一总]共|为什么|为何|怎么样?|怎样|如何|有?哪(?:些|里|几?[个家项位种层条]|一?[天年月日])|(?:什么|[何几])时候?|什么时间|有没有|[是有用]?了?(?:什么|谁|多少)(?:是|叫|意思|不同|区别|差别)?|的(?:区别|差别|不同)|多大|几[个家项位名层条]|能不能|能否|是否|是不是|可以|应该|[这该本]份?报告|报告|这[份篇个]|[吗呢吧啊]|了(?!解)/gu;
const askingLatin =
	' a an the of in on at to for by with from as is are was were be been do does did can could will would should shall may might has have had what which who whom whose when where why how many much it its this that these those there and or not about into than i you we they he she his her their our your me any some report stand mean means tell explain main biggest behind contain contains work works made difference between happen happens come comes give buy sell good ';
/** Most words into which 的, 和 and changes of script cut a query. */
const cutMaximum = 5;
/** Numbers with their units, which are words of their own; dates are left whole. */
const numberPattern =
	/百分之[零一二三四五六七八九十百]+|[一二两三四五六七八九]成|(?<![A-Za-z\d.-])\d[\d.,]*\s*(?:[万亿]+|[%％])?(?![\d.,年月日-])/gu;

/** Where words of a query end besides spaces: 的, 和 between words, a change of script. */
const cutting =
	/\s+|的|(?<=\p{Script=Han}{2}|[A-Za-z\d])[和与及](?=\p{Script=Han}{2}|[A-Za-z])|(?<=\p{Script=Han})(?=[A-Za-z])|(?<=[A-Za-z])(?=\p{Script=Han})/u;

/** Words of a query without those that only ask; none when there are no others. */
export function contentWords(words: readonly string[]): string[] {
	const plain = words.map((word) => word.replace(askingHan, ' ').replace(/[?？!！。.]+$/gu, ''));
	const isAsking = (word: string) =>
		/^[是有的在了由]*$/u.test(word) || askingLatin.includes(` ${word.toLowerCase()} `);
	const list = (pattern: RegExp, apart = '$&') =>
		plain
			.flatMap((word) => word.replace(numberPattern, apart).trim().split(pattern))
			.filter((word) => !isAsking(word));
	const cut = list(cutting, ' $& ');
	return cut.length <= cutMaximum ? cut : list(/\s+/u);
}

/**
 * A Han word that no text has, cut into the longest parts that are found: 英伟达市盈率 is two
 * words. The word itself where no such parts make it up, or where it is as long as a sentence.
 */
export async function knownParts(word: string, find: (part: string) => Promise<unknown[]>) {
	const partsFrom = async (text: string): Promise<string[] | undefined> => {
		for (let end = text.length; end > 1; end--) {
			if ((await find(text.slice(0, end))).length === 0) continue;
			const rest = end < text.length ? await partsFrom(text.slice(end)) : [];
			if (rest) return [text.slice(0, end), ...rest];
		}
		return undefined;
	};
	return (/^\p{Script=Han}{4,12}$/u.test(word) && (await partsFrom(word))) || [word];
}

/** Words that are part of too many others: sought inside longer ones only if found nowhere else. */
export const shortWord = /^(?:\p{L}{1,2}|[\p{N}.]+)$/u;
