import type { Label } from './labels.js';

export const filingStatusLabels = {
  draft: ['未提交', 'Draft'],
  submitted: ['待审定', 'Submitted'],
  accepted: ['已审定', 'Accepted'],
  returned: ['已退回', 'Returned'],
} as const satisfies Record<string, Label>;

/** Steps in the life of a filing, as its history tells them. */
export const filingActionLabels = {
  save: ['保存', 'Save'],
  file: ['填报并提交', 'File'],
  submit: ['提交', 'Submit'],
  withdraw: ['撤回', 'Withdraw'],
  accept: ['审定', 'Accept'],
  return: ['退回', 'Return'],
  evidence: ['添加佐证', 'Add evidence'],
  remove_evidence: ['移除佐证', 'Remove evidence'],
} as const satisfies Record<string, Label>;

/** How often a unit files an indicator. */
export const filingEveryLabels = {
  month: ['每月', 'monthly'],
  quarter: ['每季', 'quarterly'],
  half: ['每半年', 'half-yearly'],
  year: ['每年', 'yearly'],
} as const satisfies Record<string, Label>;

/** Which version of a filing a report counts. */
export const filingChoiceLabels = {
  accepted_first: ['已审定的优先，尚无审定的按已提交的计', 'Accepted first, otherwise submitted'],
  accepted_only: ['只计已审定的', 'Accepted only'],
  latest: ['按最近提交的计，不论是否审定', 'The latest submitted'],
} as const satisfies Record<string, Label>;

/** Why a unit is expected to file. */
export const filingMissingLabels = {
  duty: ['指定填报', 'assigned'],
  before: ['上期填过', 'filed last period'],
} as const satisfies Record<string, Label>;

/** The list of who has not filed, as a workbook. */
export const missingFilingWords = {
  title: ['{period}未填报清单（应于{dueOn}前提交）', 'Not filed for {period}, due {dueOn}'],
  sheet: ['未填报', 'Not filed'],
  unit: ['填报单位', 'Unit'],
  indicator: ['指标', 'Indicator'],
  measure: ['计量单位', 'Measure'],
  why: ['应填依据', 'Why'],
  state: ['现状', 'State'],
  reason: ['退回原因', 'Reason'],
  nothing: ['未填', 'nothing'],
} as const satisfies Record<string, Label>;
