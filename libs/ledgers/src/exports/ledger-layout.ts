import type { TicketKind } from '@xiaohao/domain';
import { columns as c, type LayoutColumn } from './layout-columns.js';

export { dayText } from './layout-texts.js';
export type { ExportMoment, LayoutColumn } from './layout-columns.js';

/**
 * House layouts as bureaus keep them; the last column is our number, by which an import finds its ticket again. Hazard
 * sheets name their unit, or an import would take the enterprise for it.
 */
export const ledgerLayouts = {
  /** 巡察 V1 */
  inspection: [
    c.seq,
    c.itemOfIssues,
    c.issue,
    c.measures,
    c.leader,
    c.section,
    c.persons,
    c.deadline,
    c.progress,
    c.light,
    c.remark,
    c.no,
  ],
  /** 巡察 V2, 六个明确 */
  inspection_six: [
    c.seq,
    c.plainIssue,
    c.goal,
    c.measures,
    c.leadingLeader,
    c.department,
    c.persons,
    c.deadline,
    c.rectifyKind,
    c.outcome,
    c.evidence,
    c.light,
    c.no,
  ],
  /** 巡察 V3, 对账销号 */
  inspection_strike_off: [
    c.seq,
    c.feedbackIssue,
    c.rectifyTask,
    c.responsibleUnit,
    c.supportUnit,
    c.finishBy,
    c.advance,
    c.struckOff,
    c.struckOffOn,
    c.opinion,
    c.light,
    c.no,
  ],
  /** 隐患 V1 */
  hazard: [
    c.seq,
    c.checkedOn,
    c.site,
    c.part,
    c.hazardText,
    c.level,
    c.measures,
    c.bothUnits,
    c.rectifier,
    c.hazardDeadline,
    c.fundsYuan,
    c.reviewedOn,
    c.reviewer,
    c.hazardStatus,
    c.light,
    c.no,
  ],
  /** 隐患 V3, 重大 */
  hazard_major: [
    c.seq,
    c.site,
    c.theirNo,
    c.address,
    c.hazardState,
    c.level,
    c.source,
    c.foundOn,
    c.assuredDuty,
    c.assuredMeasure,
    c.assuredFunds,
    c.assuredTime,
    c.assuredPlan,
    c.bothUnits,
    c.planned,
    c.fundsTenThousand,
    c.listedLevel,
    c.listedUnit,
    c.listedOn,
    c.hazardStatus,
    c.light,
    c.no,
  ],
  /** 督办 V1 */
  supervision: [
    c.seq,
    c.supervisedMatter,
    c.source,
    c.assignedOn,
    c.actingUnit,
    c.assistingUnit,
    c.leader,
    c.handleBy,
    c.reported,
    c.settled,
    c.light,
    c.no,
  ],
  /** 任务 V1 */
  task: [
    c.seq,
    c.keyWork,
    c.concreteTask,
    c.taskGoal,
    c.leadingLeader,
    c.leadUnit,
    c.sharedUnit,
    c.finishBy,
    c.taskProgress,
    c.percent,
    c.state,
    c.light,
    c.no,
  ],
  general: [
    c.seq,
    c.kind,
    c.source,
    c.title,
    c.measures,
    c.leader,
    c.section,
    c.persons,
    c.deadline,
    c.progress,
    c.light,
    c.remark,
    c.kindFacts,
    c.no,
  ],
} as const satisfies Record<string, readonly LayoutColumn[]>;

export type LedgerLayoutName = keyof typeof ledgerLayouts;
export const ledgerLayoutNames = Object.keys(ledgerLayouts) as LedgerLayoutName[];

export function isHouseLayout(name: string): name is LedgerLayoutName {
  return Object.hasOwn(ledgerLayouts, name);
}

const fitting: Readonly<Record<string, LedgerLayoutName>> = {
  inspection_issue: 'inspection',
  hazard: 'hazard',
  supervision_item: 'supervision',
  key_task: 'task',
} satisfies Partial<Record<TicketKind, LedgerLayoutName>>;

/** The layout people of that trade expect; several kinds at once, and kinds without a house form, share the general one. */
export function fittingLayout(kinds: readonly string[]): LedgerLayoutName {
  return (kinds.length === 1 ? fitting[kinds[0]!] : undefined) ?? 'general';
}
