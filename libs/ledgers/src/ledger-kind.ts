import type { TicketKind } from '@xiaohao/domain';

/** Tried on all headings in one line, on the title and on the names. */
const kindHints = [
  { kind: 'env_inspection_issue', pattern: /环保督察|环境保护督察|生态环境.*督察|县级验收|市级验收|行业验收/ },
  { kind: 'inspection_issue', pattern: /巡察|巡视|反馈问题|反馈意见|整改类型/ },
  { kind: 'hazard', pattern: /隐患|被检查单位|受检单位|挂牌/ },
  { kind: 'public_report', pattern: /举报|信访/ },
  { kind: 'accident_investigation', pattern: /事故(调查|名称)/ },
  { kind: 'supervision_item', pattern: /督办|督查|交办|承办(单位|部门|科室)|办理(时限|期限)/ },
  { kind: 'key_task', pattern: /重点工作|重点任务|任务名称|(?:^| )任务(?: |$)|具体任务|任务分解|工作任务|工作要点/ },
] as const;

/** What a ledger looks like: its headings weigh three, its title two, tab and file name one. */
export function guessKind(clues: { headings: readonly string[]; title: string; names: readonly string[] }): TicketKind {
  const weighed: [text: string, weight: number][] = [
    [clues.headings.join(' '), 3],
    [clues.title, 2],
    ...clues.names.map((name): [string, number] => [name, 1]),
  ];
  let best: { kind: TicketKind; score: number } = { kind: 'inspection_issue', score: 0 };
  for (const { kind, pattern } of kindHints) {
    const score = weighed.reduce((sum, [text, weight]) => sum + (pattern.test(text) ? weight : 0), 0);
    if (score > best.score) best = { kind, score };
  }
  return best.kind;
}
