/**
 * The numbers worked out again: profits implied by the valuation table, PEs computed from profits
 * the companies published, sums and conversions. Nothing here is typed twice: the report's numbers
 * come from content/data, the published ones from content/data/profits.csv or from a claim's note
 * (a test holds them to it).
 */
import { number, numberOrNa, text } from '../content/columns.ts';
import { readColumns, readRows } from '../content/readers.ts';
import type { Row } from '../content/schema.ts';
import type { Bilingual } from '../base/languages.ts';
import { formatNumber } from '../base/numbers.ts';

/** The four PE columns of the valuation table. */
export const peColumns = ['pe_2021a', 'pe_2022e', 'pe_2023e', 'pe_2024e'] as const;

/** The columns needed here of the figures' tables; their folders describe the whole. */
export const readValuation = () =>
	readColumns('valuation', {
		id: text(),
		name_zh: text(),
		name_en: text(),
		market_cap_100m_usd: number(),
		pe_2021a: numberOrNa(),
		pe_2022e: number(),
		pe_2023e: number(),
		pe_2024e: number(),
	});
const readRlhf = () =>
	readColumns('rlhf', { id: text(), train: number(), labeler: number(), customer: number() });
const readEvaluations = () =>
	readColumns('evaluations', {
		id: text(),
		name_zh: text(),
		name_en: text(),
		gpt: number(),
		sft: number(),
		instructgpt: number(),
	});

type Company = ReturnType<typeof readValuation>[number];

/** The profit a PE was computed with, in 亿美元; `null` where the table has NA. */
export function impliedProfit(marketCap: number, pe: number | null): number | null {
	return pe === null ? null : marketCap / pe;
}

/** PE of a company with a published profit; `null` when there is a loss: a PE is then not given. */
export function peOf(marketCap: number, profit: number): number | null {
	return profit > 0 ? marketCap / profit : null;
}

/** Largest relative difference at which a computed PE counts as the printed one. */
export const peTolerance = 0.005;

/** How a PE computed from a published profit compares with the printed one. */
export interface ProfitCheck {
	published: Row<'profits'>;
	company: Company;
	/** PE with the published profit; `null` when it is a loss. */
	pe: number | null;
	/** PE the report prints; `null` for NA. */
	printed: number | null;
	/** Whether the report used this profit: both PEs agree, or both are missing. */
	agrees: boolean;
}

/** Every published profit held against the valuation table. */
export function profitChecks(): ProfitCheck[] {
	const companies = new Map(readValuation().map((row) => [row.id, row]));
	return readRows('profits').map((published) => {
		const company = companies.get(published.company);
		if (!company) throw new Error(`content/data/profits.csv: no company “${published.company}”`);
		const pe = peOf(company.market_cap_100m_usd, published.profit_100m_usd);
		const printed = company[published.compared];
		const agrees =
			pe === null || printed === null ? pe === printed : Math.abs(pe / printed - 1) <= peTolerance;
		return { published, company, pe, printed, agrees };
	});
}

/** A sum or conversion, told in one sentence of each edition. */
export interface Recheck {
	/** Fragment of its block. */
	id: string;
	/** Key of the claim it belongs to, and the published numbers it takes from that claim's note. */
	claim: string;
	fromNote: string[];
	text: Bilingual;
}

const zh = (value: number, decimals = 0) => formatNumber(value, 'zh', decimals);
const en = (value: number, decimals = 0) => formatNumber(value, 'en', decimals);
const percent = (value: number) => `${value > 0 ? '+' : ''}${zh(value * 100)}%`;
const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

function marketCaps(): Recheck {
	const caps = readValuation().map((row) => row.market_cap_100m_usd);
	const total = sumOf(caps);
	return {
		id: 'sum-market-caps',
		claim: 'val-extremes',
		fromNote: [],
		text: {
			zh: `七家市值合计：${caps.map((cap) => zh(cap)).join(' + ')} = ${zh(total)} 亿美元。`,
			en: `The seven market caps: ${caps.map((cap) => en(cap / 10, 1)).join(' + ')} = US$${en(total / 10, 1)} bn (${en(total)} × US$100 million).`,
		},
	};
}

function risingPes(): Recheck {
	const rising = readValuation().filter((row) => {
		const pes = peColumns.map((column) => row[column]).filter((pe) => pe !== null);
		return pes.some((pe, at) => at > 0 && pe > pes[at - 1]!);
	});
	return {
		id: 'sum-rising-pes',
		claim: 'val-trend-declining',
		fromNote: [],
		text: {
			zh: `PE 有一年高于前一年的：${rising.map((row) => row.name_zh).join('、')}；其余 ${7 - rising.length} 家逐年下降。`,
			en: `PEs that rise in one of the years: ${rising.map((row) => row.name_en).join(', ')}; the other ${7 - rising.length} fall every year.`,
		},
	};
}

const teslaQuarters = [10.52, 16.16, 20.93, 28.79];

function teslaYear(): Recheck {
	const total = sumOf(teslaQuarters);
	return {
		id: 'sum-tesla-quarters',
		claim: 'val-tesla',
		fromNote: teslaQuarters.map((quarter) => quarter.toFixed(2)),
		text: {
			zh: `特斯拉 2021 年 non-GAAP 净利润：${teslaQuarters.map((quarter) => zh(quarter, 2)).join(' + ')} = ${zh(total, 2)} 亿美元。`,
			en: `Tesla’s non-GAAP net income of 2021: ${teslaQuarters.map((quarter) => en(quarter * 100)).join(' + ')} = US$${en(total * 100)} million.`,
		},
	};
}

/** US$ bn: fiscal 2022, less its first quarter, plus the first quarter of fiscal 2023. */
const qualcommProfits = [14.254, 3.686, 2.684] as const;

function qualcommYear(): Recheck {
	const [fiscal, first, next] = qualcommProfits;
	const total = fiscal - first + next;
	const working = `${zh(fiscal, 3)} − ${zh(first, 3)} + ${zh(next, 3)} = ${zh(total, 3)}`;
	return {
		id: 'sum-qualcomm-2022',
		claim: 'val-qualcomm',
		fromNote: qualcommProfits.map(String),
		text: {
			zh: `高通 2022 自然年 non-GAAP 利润，由 2022 财年减去首季、加上下一财年首季：${working}（十亿美元），即 ${zh(total * 10, 1)} 亿美元。`,
			en: `Qualcomm’s non-GAAP profit of calendar 2022, fiscal 2022 less its first quarter plus the first quarter of the next year: ${working} (US$ bn).`,
		},
	};
}

const closes = [
	{ company: 'pe-tesla', close: 131.49 },
	{ company: 'pe-microsoft', close: 240.35 },
] as const;

function sharesImplied(): Recheck {
	const rows = readValuation();
	const lines = closes.map(({ company, close }) => {
		const row = rows.find(({ id }) => id === company)!;
		return { row, close, shares: row.market_cap_100m_usd / close };
	});
	return {
		id: 'sum-shares',
		claim: 'val-price-date',
		fromNote: closes.map(({ close }) => close.toFixed(2)),
		text: {
			zh: `市值除以当日收盘价得股本：${lines.map(({ row, close, shares }) => `${row.name_zh} ${zh(row.market_cap_100m_usd)} ÷ ${zh(close, 2)} = ${zh(shares, 2)} 亿股`).join('，')}。`,
			en: `Market cap divided by the close of the day gives the shares: ${lines.map(({ row, close, shares }) => `${row.name_en} ${en(row.market_cap_100m_usd / 10, 1)} ÷ ${en(close, 2)} = ${en(shares / 10, 3)} bn`).join(', ')}.`,
		},
	};
}

function labelerShare(): Recheck {
	const { train, labeler, customer } = readRlhf().find(({ id }) => id === 'step-sft')!;
	const share = (labeler / train) * 100;
	return {
		id: 'sum-sft-prompts',
		claim: 'rlhf-step1-real-world-data',
		fromNote: [],
		text: {
			zh: `有监督微调的训练提示词：标注师所写 ${zh(labeler)} + 客户 ${zh(customer)} = ${zh(labeler + customer)}，标注师占 ${zh(share, 1)}%。`,
			en: `Training prompts of supervised fine-tuning: ${en(labeler)} by labellers + ${en(customer)} from customers = ${en(labeler + customer)}; labellers wrote ${en(share, 1)}%.`,
		},
	};
}

function rewardPrompts(): Recheck {
	const { labeler, customer } = readRlhf().find(({ id }) => id === 'step-reward')!;
	// Answers ranked for each prompt, fewest and most (InstructGPT paper, section 3.5).
	const [fewest, most] = [4, 9];
	const pairs = (answers: number) => (answers * (answers - 1)) / 2;
	return {
		id: 'sum-reward-prompts',
		claim: 'rlhf-step2-ten-thousand-scale',
		fromNote: [`${pairs(fewest)}–${pairs(most)}`],
		text: {
			zh: `奖励模型的训练提示词：${zh(labeler)} + ${zh(customer)} = ${zh(labeler + customer)}；每条排 ${fewest} 至 ${most} 份回答，K(K − 1) ÷ 2 得 ${pairs(fewest)} 至 ${pairs(most)} 对。`,
			en: `Training prompts of the reward model: ${en(labeler)} + ${en(customer)} = ${en(labeler + customer)}; ranking ${fewest} to ${most} answers for each gives K(K − 1) ÷ 2 = ${pairs(fewest)} to ${pairs(most)} pairs.`,
		},
	};
}

function evaluationChanges(): Recheck {
	const rows = readEvaluations();
	const told = (name: 'name_zh' | 'name_en') =>
		rows.map((row) => `${row[name]} ${percent(row.instructgpt / row.gpt - 1)}`);
	return {
		id: 'sum-evaluations',
		claim: 'tech-two-of-four-datasets',
		fromNote: [],
		text: {
			zh: `InstructGPT 相对 GPT 的变化：${told('name_zh').join('，')}。`,
			en: `InstructGPT against GPT: ${told('name_en').join(', ')}.`,
		},
	};
}

function computeGrowth(): Recheck {
	// Doubling every six months (Sevilla et al., 2022) for five years.
	const doublings = (5 * 12) / 6;
	const growth = 2 ** doublings;
	return {
		id: 'sum-compute-growth',
		claim: 'impact-compute-6-orders',
		fromNote: [],
		text: {
			zh: `训练计算量每 6 个月翻一番，五年翻 ${doublings} 番：2 的 ${doublings} 次方是 ${zh(growth)}，约 ${zh(Math.log10(growth))} 个数量级；6 个数量级是 ${zh(10 ** 6)} 倍。`,
			en: `Doubling every 6 months, training compute doubles ${doublings} times in five years: 2 to the power of ${doublings} is ${en(growth)}, about ${en(Math.log10(growth))} orders of magnitude; 6 orders are a factor of ${en(10 ** 6)}.`,
		},
	};
}

/** All sums and conversions, in the order of the report. */
export function rechecks(): Recheck[] {
	return [
		labelerShare(),
		rewardPrompts(),
		evaluationChanges(),
		computeGrowth(),
		marketCaps(),
		risingPes(),
		teslaYear(),
		qualcommYear(),
		sharesImplied(),
	];
}
