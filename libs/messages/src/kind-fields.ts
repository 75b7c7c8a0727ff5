import type { DeadlineEvent, DeadlineUnit, DetailsProblem, KindFieldCode } from '@xiaohao/domain';
import type { Label } from './labels.js';

/** A field without a label does not compile. */
export const kindFieldLabels: Readonly<Record<KindFieldCode, Label>> = {
  cause: ['问题成因', 'Cause'],
  inspectionKind: ['检查方式', 'Kind of inspection'],
  foundBy: ['检查单位（人）', 'Found by'],
  fundsYuan: ['治理资金', 'Funds'],
  assuredDuty: ['责任落实', 'Duty assured'],
  assuredMeasure: ['措施落实', 'Measures assured'],
  assuredFunds: ['资金落实', 'Funds assured'],
  assuredTime: ['时限落实', 'Time limit assured'],
  assuredPlan: ['预案落实', 'Plan assured'],
  listed: ['挂牌督办', 'Listed supervision'],
  listedNo: ['督办文号', 'Listing number'],
  listedLevel: ['挂牌级别', 'Level of listing'],
  listedUnit: ['督办单位', 'Supervising unit'],
  listedOn: ['挂牌日期', 'Listed on'],
  unlistedOn: ['摘牌日期', 'Unlisted on'],
  channel: ['举报渠道', 'Channel'],
  reporterKind: ['举报方式', 'Named or anonymous'],
  receivedOn: ['受理日期', 'Accepted on'],
  verified: ['核查结论', 'Finding'],
  repliedOn: ['答复日期', 'Replied on'],
  replyForm: ['答复形式', 'Form of reply'],
  replyText: ['答复内容', 'Reply'],
  target: ['目标', 'Target'],
  countyAcceptedOn: ['县级验收日期', 'County acceptance'],
  cityAcceptedOn: ['市级验收日期', 'City acceptance'],
  industryAcceptedOn: ['行业验收日期', 'Industry acceptance'],
  noticeDays: ['公示期', 'Length of notice'],
  noticeFrom: ['公示开始', 'Notice from'],
  noticeTo: ['公示结束', 'Notice to'],
  accidentType: ['事故类别', 'Kind of accident'],
  reportSubmittedOn: ['调查报告提交日期', 'Report submitted on'],
  approvalDueOn: ['批复期限', 'Approval due'],
  approvedOn: ['批复日期', 'Approved on'],
  approvalNo: ['批复文号', 'Approval number'],
  evaluationDueOn: ['整改评估期限', 'Evaluation due'],
  evaluatedOn: ['评估日期', 'Evaluated on'],
  targetValue: ['目标值', 'Target value'],
  presentValue: ['当前值', 'Present value'],
  valueUnit: ['计量单位', 'Unit of measure'],
  sourceForm: ['来源形式', 'Source'],
  sourceNo: ['会议名称（文号）', 'Meeting or number'],
  instruction: ['批示（要求）内容', 'Instruction'],
};

/** The choices of a field, by its code; `replyForm` means the same in both kinds that have it. */
export const fieldChoiceLabels: Readonly<Record<string, Readonly<Record<string, Label>>>> = {
  inspectionKind: {
    daily: ['日常检查', 'Routine'],
    special: ['专项检查', 'Campaign'],
    self: ['企业自查', 'By the enterprise'],
    report: ['举报核查', 'After a report'],
    expert: ['专家检查', 'By experts'],
  },
  listedLevel: {
    county: ['县级', 'County'],
    city: ['市级', 'City'],
    province: ['省级', 'Province'],
    state: ['国家级', 'State'],
  },
  channel: {
    hotline_12350: ['12350 热线', 'Hotline 12350'],
    hotline_12345: ['12345 热线', 'Hotline 12345'],
    letter: ['来信', 'Letter'],
    visit: ['来访', 'Visit'],
    online: ['网络', 'Online'],
    transferred: ['上级转办', 'Transferred'],
    other: ['其他', 'Other'],
  },
  reporterKind: { named: ['实名', 'Named'], anonymous: ['匿名', 'Anonymous'] },
  verified: { true: ['属实', 'True'], partly: ['部分属实', 'Partly true'], untrue: ['不属实', 'Untrue'] },
  replyForm: {
    phone: ['电话', 'By telephone'],
    letter: ['书面', 'By letter'],
    inPerson: ['当面', 'In person'],
    written: ['书面报告', 'Written report'],
    special: ['专题汇报', 'Special report'],
    oral: ['口头汇报', 'Oral report'],
  },
  noticeDays: { 5: ['5 个工作日', '5 working days'], 10: ['10 个工作日', '10 working days'] },
  accidentType: {
    fall: ['高处坠落', 'Fall from height'],
    struck: ['物体打击', 'Struck by object'],
    machine: ['机械伤害', 'Machinery'],
    vehicle: ['车辆伤害', 'Vehicle'],
    electric: ['触电', 'Electric shock'],
    collapse: ['坍塌', 'Collapse'],
    fire: ['火灾', 'Fire'],
    explosion: ['爆炸', 'Explosion'],
    poison: ['中毒和窒息', 'Poisoning'],
    other: ['其他', 'Other'],
  },
  sourceForm: {
    meeting: ['会议', 'Meeting'],
    instruction: ['批示', 'Instruction'],
    letter: ['督办函', 'Letter'],
  },
};

export const detailsProblemTexts: Readonly<Record<DetailsProblem['why'], Label>> = {
  unknown: ['没有这一项', 'unknown field'],
  wrongType: ['填写的内容不符合要求', 'not the kind of value expected'],
  notAChoice: ['不在可选范围内', 'not one of the choices'],
  tooLong: ['内容过长', 'too long'],
  outOfRange: ['超出范围', 'out of range'],
  notYours: ['只能由归口办公室填写', 'for the coordinating office alone'],
  noticeTooShort: ['公示不足规定的工作日', 'shorter than the notice must be'],
};

export const deadlineEventLabels: Readonly<Record<DeadlineEvent, Label>> = {
  occurred: ['事故发生', 'the accident'],
  received: ['受理', 'acceptance'],
  raised: ['反馈', 'the feedback'],
  assigned: ['交办', 'assignment'],
  signed: ['签收', 'signing'],
  report_submitted: ['提交调查报告', 'submitting the report'],
  approved: ['批复', 'approval'],
};

export const deadlineUnitLabels: Readonly<Record<DeadlineUnit, Label>> = {
  working: ['个工作日', 'working days'],
  calendar: ['日', 'days'],
  month: ['个月', 'months'],
  year: ['年', 'years'],
};

/** A rule as people say it, e.g. 自受理之日起60日内. */
export function deadlineRuleSentence(rule: { event: DeadlineEvent; amount: number; unit: DeadlineUnit }): string {
  return `自${deadlineEventLabels[rule.event][0]}之日起${rule.amount}${deadlineUnitLabels[rule.unit][0]}内`;
}

/** What a rule says beside its length: where it stands, and how much longer the law itself allows. */
export function deadlineRuleGrounds(rule: {
  source: string;
  unit: DeadlineUnit;
  extensionAmount: number | null;
}): string {
  const { source, unit, extensionAmount } = rule;
  return extensionAmount === null ? source : `${source}；依法可延长${extensionAmount}${deadlineUnitLabels[unit][0]}`;
}

/** A value of a field as people read it. */
export function fieldValueText(code: string, value: unknown, language: 0 | 1 = 0): string {
  if (value === null || value === undefined) return '—';
  if (typeof value === 'boolean') return value ? ['是', 'yes'][language]! : ['否', 'no'][language]!;
  const choice = fieldChoiceLabels[code]?.[String(value)];
  if (choice) return choice[language];
  return code.endsWith('Yuan') ? `${Number(value).toLocaleString('zh-CN')} ${['元', 'yuan'][language]}` : String(value);
}
