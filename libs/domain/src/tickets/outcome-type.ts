import type { Day } from '../calendar/day.js';
import type { TicketKind } from './ticket-kind.js';

export interface OutcomeTypeRow {
  readonly code: string;
  /** Base unit: amounts are stored in it and scaled only when shown. */
  readonly unit: string;
  readonly name: string;
  /** Kinds it is offered for; empty = all. */
  readonly kinds: readonly TicketKind[];
}

/** Seed of the editable vocabulary of results 成果. */
export const outcomeTypeSeed: readonly OutcomeTypeRow[] = [
  { code: 'reform_measures', unit: '项', name: '出台改革措施', kinds: ['inspection_issue'] },
  { code: 'rules_made', unit: '项', name: '制定完善制度', kinds: ['inspection_issue'] },
  { code: 'money_collected', unit: '元', name: '收缴违纪款', kinds: ['inspection_issue'] },
  { code: 'losses_recovered', unit: '元', name: '挽回经济损失', kinds: ['inspection_issue'] },
  { code: 'talks_admonish', unit: '人次', name: '批评教育、约谈', kinds: [] },
  { code: 'org_handling', unit: '人', name: '组织处理', kinds: [] },
  { code: 'hazards_eliminated', unit: '条', name: '消除隐患', kinds: ['hazard', 'public_report'] },
  { code: 'cases_filed', unit: '起', name: '立案', kinds: ['hazard', 'public_report'] },
  { code: 'fines', unit: '元', name: '罚款', kinds: ['hazard', 'public_report'] },
  { code: 'production_halts', unit: '家', name: '停产停业', kinds: ['hazard'] },
  { code: 'rectify_funds', unit: '元', name: '治理资金', kinds: ['hazard'] },
  { code: 'mobile_fuel_trucks_seized', unit: '台', name: '查扣流动加油车', kinds: ['hazard'] },
  { code: 'illegal_fuel_points_closed', unit: '处', name: '取缔非法加油点', kinds: ['hazard'] },
  { code: 'diesel_seized', unit: '吨', name: '查扣柴油', kinds: ['hazard'] },
  { code: 'gasoline_seized', unit: '吨', name: '查扣汽油', kinds: ['hazard'] },
  { code: 'deaths', unit: '人', name: '死亡', kinds: ['accident_investigation'] },
  { code: 'serious_injuries', unit: '人', name: '重伤', kinds: ['accident_investigation'] },
  { code: 'direct_loss', unit: '元', name: '直接经济损失', kinds: ['accident_investigation'] },
  { code: 'persons_accountable', unit: '人', name: '追责', kinds: ['accident_investigation'] },
  { code: 'rewards', unit: '元', name: '举报奖励', kinds: ['public_report'] },
  { code: 'area_restored', unit: '亩', name: '修复面积', kinds: ['env_inspection_issue'] },
  { code: 'waste_removed', unit: '吨', name: '清运', kinds: ['env_inspection_issue'] },
];

/** What an accident did. What follows from its investigation (追责) has a day of its own. */
const harmDone: readonly string[] = ['deaths', 'serious_injuries', 'direct_loss'];

/** The day an outcome is taken to have happened where nobody says one; `otherwise` what is none of an accident. */
export function defaultOutcomeDay(
  type: string | undefined,
  { occurredOn, raisedOn }: { occurredOn: Day | null; raisedOn: Day | null },
  otherwise: Day,
): Day {
  if (type === undefined || !harmDone.includes(type)) return otherwise;
  return occurredOn ?? raisedOn ?? otherwise;
}
