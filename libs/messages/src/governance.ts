import type {
  InstructionAddressee,
  LookBackResult,
  ObjectionReason,
  RelationType,
  ReviewCycle,
  Sampling,
} from '@xiaohao/domain';
import type { Label } from './labels.js';

export const objectionReasonLabels: Readonly<Record<ObjectionReason, Label>> = {
  not_ours: ['不属本单位职责', 'Not ours'],
  wrongly_put: ['事项表述有误', 'Wrongly put'],
  explanation_only: ['仅需说明情况', 'Needs an explanation only'],
};

export const reviewCycleLabels: Readonly<Record<ReviewCycle, Label>> = {
  month: ['每月', 'Each month'],
  quarter: ['每季度', 'Each quarter'],
  half_year: ['每半年', 'Each half-year'],
  year: ['每年', 'Each year'],
};

/** How the first ticket belongs to the second, and the second to the first. */
export const relationLabels: Readonly<Record<RelationType, { forwards: Label; backwards: Label }>> = {
  related: { forwards: ['相关', 'related to'], backwards: ['相关', 'related to'] },
  recurrence_of: { forwards: ['复发自', 'a recurrence of'], backwards: ['复发为', 'recurred as'] },
  spread_of: { forwards: ['举一反三自', 'found by spreading'], backwards: ['举一反三发现', 'spread found'] },
  duplicate_of: { forwards: ['重复于', 'a duplicate of'], backwards: ['被重复于', 'duplicated by'] },
};

export const lookBackResultLabels: Readonly<Record<LookBackResult, Label>> = {
  kept: ['巩固', 'Kept'],
  mostly: ['基本巩固', 'Mostly kept'],
  relapsed: ['反弹', 'Relapsed'],
  not_done: ['未整改到位', 'Not really done'],
};

export const samplingLabels: Readonly<Record<Sampling, Label>> = {
  all: ['全部', 'All'],
  random: ['随机抽取', 'At random'],
  picked: ['指定事项', 'Picked by hand'],
};

export const addresseeLabels: Readonly<Record<InstructionAddressee, Label>> = {
  handler: ['承办人', 'handler'],
  head: ['牵头单位负责人', 'head of the lead unit'],
  coordinator: ['归口办公室', 'coordinating office'],
};

export const instructionWords = {
  acknowledgement: ['批示的阅知', 'acknowledgement'],
  answer: ['批示的答复', 'answer'],
} as const satisfies Record<string, Label>;

/** Words of the exported table of a look-back. */
export const lookBackWords = {
  no: ['序号', 'No.'],
  ticketNo: ['编号', 'Ticket'],
  title: ['事项', 'Item'],
  unit: ['牵头单位', 'Lead unit'],
  closedOn: ['销号日期', 'Struck off'],
  inspector: ['检查人', 'Inspector'],
  checkedOn: ['检查日期', 'Checked on'],
  result: ['回头看结果', 'Result'],
  note: ['检查情况', 'Findings'],
  followUp: ['后续处理', 'Follow-up'],
  reopen: ['重启整改', 'reopened'],
  recurrence: ['另立事项', 'new ticket'],
  sample: [
    '共 {population} 件中{sampling} {total} 件，已检查 {checked} 件；巩固 {kept} 件，基本巩固 {mostly} 件，反弹 {relapsed} 件，未整改到位 {notDone} 件',
    '{total} of {population} ({sampling}), {checked} checked: {kept} kept, {mostly} mostly, {relapsed} relapsed, {notDone} not done',
  ],
  seed: ['抽样种子 {seed}', 'seed {seed}'],
  file: ['回头看 {name}', 'Look-back {name}'],
} as const satisfies Record<string, Label>;
