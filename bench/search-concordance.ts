/**
 * Writes `content/concordance.json`: for each claim the pairs of characters and the words of the
 * report's own sentences that it restates, sorted, so that no sentence can be read from them.
 *
 * Usage: `node src/run.mjs bench/search-concordance.ts <the report's text>`
 */
import { readFile, writeFile } from 'node:fs/promises';
import { readClaims } from '../src/content/readers.ts';
import type { Claim } from '../src/content/claims-schema.ts';
import { fold } from '../src/search/text.ts';

/** A sentence of the report, the part it stands in, and the claims that restate it. */
interface ReportSentence {
	text: string;
	part: 'cover' | 'key-points' | 'contents' | 'body';
	/** Slug of the section it stands under; none on the cover and in the lead. */
	section: string | undefined;
	claims: string[];
}

/** Sentences with fewer characters than this say too little to be known from others. */
const sentenceMinimumLength = 8;
/** Share of a claim's weight that a sentence must hold to be its sentence. */
const shareMinimum = 0.25;

/** Pairs of Han characters, words and numbers of a text. */
function piecesOf(text: string): string[] {
	const folded = fold(text);
	const runs = folded.match(/\p{Script=Han}+|[\p{Script=Latin}\p{M}]+|\p{N}+(?:\.\p{N}+)*/gu) ?? [];
	const pieces = runs.flatMap((run) => {
		if (!/\p{Script=Han}/u.test(run)) return [run];
		const characters = [...run];
		return characters.slice(1).map((character, at) => characters[at]! + character);
	});
	return [...new Set(pieces)];
}

const partOf: [RegExp, ReportSentence['part']][] = [
	[/^核心观点/u, 'key-points'],
	[/^##+ (?:重点公司|目录)/u, 'contents'],
	[/^## 报告缘起/u, 'body'],
];
const sectionOf: [RegExp, string][] = [
	[/^(?:## )?报告缘起/u, 'origin'],
	[/^(?:## )?技术逻辑：/u, 'technical-logic'],
	[/^(?:## ■ |AI )?产业影响：/u, 'industry-impact'],
	[/^■ 应用场景：/u, 'application-scenarios'],
	[/^■ 风险因素：/u, 'risks'],
	[/^■ 投资策略：/u, 'investment-advice'],
];
/** A paragraph so long that ends in no full stop was cut by the end of a page. */
const paragraphMinimumLength = 60;

/** The report's text as sentences, each in its part. Paragraphs cut by a page end are joined. */
function sentencesIn(report: string): ReportSentence[] {
	const sentences: ReportSentence[] = [];
	let part: ReportSentence['part'] = 'cover';
	let section: string | undefined;
	let open = '';
	for (const line of report.replace(/\*\*/gu, '').split(/\n+/u)) {
		const paragraph = line.trim();
		part = partOf.find(([pattern]) => pattern.test(paragraph))?.[1] ?? part;
		section = sectionOf.find(([pattern]) => pattern.test(paragraph))?.[1] ?? section;
		if (!paragraph || /^(?:[#图表]|资料来源|注：|欢迎|文档名|请登录|手机端)|\t/u.test(paragraph))
			continue;
		const whole = open + paragraph;
		const isCut = whole.length > paragraphMinimumLength && !/[。；：]$/u.test(whole);
		open = isCut ? whole : '';
		if (isCut) continue;
		for (const [piece] of whole.matchAll(/[^。；]+[。；]?/gu)) {
			const text = piece.replace(/^[\s■]+|\s+$/gu, '');
			const isText = text.length >= sentenceMinimumLength && /\p{Script=Han}/u.test(text);
			if (isText) sentences.push({ text, part, section, claims: [] });
		}
	}
	return sentences;
}

const isIn = (claim: Claim, { part, section }: ReportSentence) =>
	claim.places.some((place) => place.part === part || place.part === 'throughout') &&
	(section === undefined || claim.section === section);

/**
 * The sentences of the report, each with the claims that restate it: those of the same part that
 * share most with it, by pairs and words, rare ones counting more.
 */
export function reportSentences(report: string, claims: readonly Claim[]): ReportSentence[] {
	const sentences = sentencesIn(report);
	const pieces = new Map(sentences.map((sentence) => [sentence, new Set(piecesOf(sentence.text))]));
	const sentencesWith = (piece: string) => sentences.filter((one) => pieces.get(one)!.has(piece));
	const weightOf = (piece: string) =>
		Math.log((sentences.length + 1) / (1 + sentencesWith(piece).length));
	const weightOfAll = (some: string[]) => some.reduce((sum, piece) => sum + weightOf(piece), 0);
	const best = new Map<ReportSentence, { claim: string; score: number }>();
	for (const claim of claims) {
		const own = piecesOf([claim.statement.zh, ...claim.figures].join('。'));
		const all = weightOfAll(own);
		const scored = sentences
			.filter((sentence) => isIn(claim, sentence))
			.map((sentence) => {
				const shared = own.filter((piece) => pieces.get(sentence)!.has(piece));
				return { sentence, share: weightOfAll(shared) / all };
			})
			.sort((a, b) => b.share - a.share);
		for (const part of new Set(scored.map(({ sentence }) => sentence.part))) {
			const first = scored.find(({ sentence }) => sentence.part === part)!;
			if (first.share >= shareMinimum) first.sentence.claims.push(claim.id);
		}
		for (const { sentence, share } of scored) {
			// A long claim shares something with every sentence: its weight counts against it.
			const score = share * Math.sqrt(all);
			if (score > (best.get(sentence)?.score ?? 0)) best.set(sentence, { claim: claim.id, score });
		}
	}
	// A sentence that no claim took for its own goes to the claim that shares most with it.
	for (const sentence of sentences) {
		const nearest = best.get(sentence);
		if (sentence.claims.length === 0 && nearest) sentence.claims.push(nearest.claim);
	}
	return sentences;
}

/** Pieces of the sentences of each claim, sorted. */
function concordanceOf(sentences: readonly ReportSentence[]): [claim: string, pieces: string[]][] {
	const ids = [...new Set(sentences.flatMap(({ claims }) => claims))].sort();
	return ids.map((id) => {
		const own = sentences.filter(({ claims }) => claims.includes(id));
		return [id, [...new Set(own.flatMap(({ text }) => piecesOf(text)))].sort()];
	});
}

if (process.argv[1] === import.meta.filename) {
	const file = process.argv[2];
	if (!file)
		throw new Error('Usage: node src/run.mjs bench/search-concordance.ts <the report’s text>');
	const sentences = reportSentences(await readFile(file, 'utf8'), readClaims());
	const lines = concordanceOf(sentences).map(
		([claim, pieces]) => `\t${JSON.stringify(claim)}: ${JSON.stringify(pieces.join(' '))}`,
	);
	await writeFile('content/concordance.json', `{\n${lines.join(',\n')}\n}\n`);
	const restated = sentences.filter(({ claims }) => claims.length > 0).length;
	console.log(`${restated} of ${sentences.length} sentences, ${lines.length} claims.`);
}
