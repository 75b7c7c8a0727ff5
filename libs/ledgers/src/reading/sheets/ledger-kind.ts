import type { TicketKind } from '@xiaohao/domain';
import type { Heading } from '../headings/header.js';
import { squeezed } from '../headings/heading.js';
import type { ReadingOptions } from '../reading-options.js';
import { otherKindText } from './sheet-role.js';

/** Tried on all headings in one line, on the title and on the names. */
const kindHints = [
  { kind: 'env_inspection_issue', pattern: /环保督察|环境保护督察|生态环境.{0,20}督察|县级验收|市级验收|行业验收/ },
  { kind: 'inspection_issue', pattern: /巡察|巡视|反馈问题|反馈意见|整改类型/ },
  { kind: 'hazard', pattern: /隐患|被检查单位|受检单位|挂牌/ },
  { kind: 'public_report', pattern: /举报|信访|工单|来电|诉求|热线|12345|投诉/ },
  { kind: 'accident_investigation', pattern: /事故(调查|名称)/ },
  { kind: 'supervision_item', pattern: /督办|督查|交办|议定事项|承办(单位|部门|科室)|办理(时限|期限)/ },
  { kind: 'key_task', pattern: /重点工作|重点任务|任务名称|(?:^| )任务(?: |$)|具体任务|任务分解|工作任务|工作要点/ },
] as const;

/** Words that lean towards hazards where no word above says what it is: 安全生产问题整改清单 with a column 点位. */
const leansToHazard = {
  headings: /(企业|场所|点位|经营单位|检查对象|受检对象)(名称)?( |$)|(检查|排查)(日期|时间|人员?|内容|部位)/,
  title:
    /安全(生产|检查|排查|整治|专项|大检查|风险)|百日攻坚|除险|消防|燃气|危险化学品|危化|烟花爆竹|矿山|防汛|自建房|有限空间/,
} as const;

export interface KindClues {
  headings: readonly string[];
  title: string;
  /** Of the tab and the file. */
  names: readonly string[];
}

/** What a ledger without any clue is taken for: the first of these that its importer may register. */
const kindsUnsaid: readonly TicketKind[] = ['inspection_issue', 'hazard', 'supervision_item'];
/** Clues so near to each other decide nothing: then it is what its importer may register. */
const closeTo = 1;

/** What a ledger looks like. `registers`: what its importer may register; empty where anything may be meant. */
export function guessKind(clues: KindClues, registers: readonly TicketKind[] = []): TicketKind {
  const weighed = kindHints.map(({ kind }) => ({ kind, weight: weightOf(kind, clues) }));
  const best = weighed.reduce(heavier);
  const near = weighed.filter(
    ({ kind, weight }) => weight > 0 && weight >= best.weight - closeTo && registers.includes(kind),
  );
  if (near.length > 0) return near.reduce(heavier).kind;
  if (best.weight > (registers.length > 0 ? closeTo : 0)) return best.kind;
  return kindsUnsaid.find((kind) => registers.length === 0 || registers.includes(kind)) ?? 'inspection_issue';
}

const heavier = <Weighed extends { weight: number }>(a: Weighed, b: Weighed) => (b.weight > a.weight ? b : a);

/** A title more than another kind makes a ledger look unlike what somebody says it is. */
const plainlyMore = 2;

/** The kind it plainly looks like instead of the one chosen; null where that one may well be. */
export function unlike(chosen: TicketKind, clues: KindClues): TicketKind | null {
  const guess = guessKind(clues);
  return weightOf(guess, clues) - weightOf(chosen, clues) >= plainlyMore ? guess : null;
}

/** In a title these words leave no doubt: 反馈问题 are told of inspections of either sort. */
const decisive: Partial<Record<TicketKind, RegExp>> = {
  env_inspection_issue: /(环保|环境保护|生态环境).{0,6}督察/,
  inspection_issue: /巡察|巡视/,
};

/** Headings weigh three, the title two, tab and file name one each; what only leans weighs one. */
function weightOf(kind: TicketKind, { headings, title, names }: KindClues): number {
  const pattern = kindHints.find((hint) => hint.kind === kind)!.pattern;
  const inNames = names.filter((name) => pattern.test(name)).length;
  const decided = decisive[kind]?.test(title) ? 4 : 0;
  const line = headings.join(' ');
  const inHeadings = pattern.test(line) ? 3 : 0;
  const inTitle = pattern.test(title) ? 2 : 0;
  const leans =
    kind === 'hazard' ? Number(leansToHazard.headings.test(line)) + Number(leansToHazard.title.test(title)) : 0;
  return decided + inHeadings + inTitle + inNames + leans;
}

export function cluesOf(headings: readonly Heading[], title: string | null, names: readonly string[]): KindClues {
  const texts = headings.map(({ text, group }) => squeezed(`${group ?? ''}${text}`));
  return { headings: texts, title: title ?? '', names };
}

export const kindOf = (clues: KindClues, { kind, registers }: ReadingOptions): TicketKind =>
  kind === 'auto' ? guessKind(clues, registers) : kind;

/** So little says what it is that its importer ought to look. */
export const isKindAssumed = (clues: KindClues, { kind }: Pick<ReadingOptions, 'kind'>): boolean =>
  kind === 'auto' && kindHints.every((hint) => weightOf(hint.kind, clues) === 0);

/** Said where a person chose a kind the sheet does not look like; it is read as chosen. */
export function otherKind(clues: KindClues, { kind }: ReadingOptions): string {
  const other = kind === 'auto' ? null : unlike(kind, clues);
  return other ? otherKindText(kind as TicketKind, other) : '';
}
