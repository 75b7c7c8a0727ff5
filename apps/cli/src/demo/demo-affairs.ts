import type { InstructionAddressee, LookBackResult, RelationType, TicketKind } from '@xiaohao/domain';

/** Instructions of leaders; `nth` of the tickets of the kind being worked on, `back` working on days before today. */
export const demoInstructions: readonly {
  kind: TicketKind;
  nth: number;
  by: string;
  addressee: InstructionAddressee;
  text: string;
  back: number;
  days: number;
  acknowledged?: boolean;
  answer?: string;
}[] = [
  {
    kind: 'hazard',
    nth: 0,
    by: 'chief',
    addressee: 'head',
    text: '请每周报一次进度，未完成前落实盯守',
    back: 12,
    days: 10,
    acknowledged: true,
    answer: '已按周报送，现场盯守人员已到位',
  },
  {
    kind: 'hazard',
    nth: 2,
    by: 'chief',
    addressee: 'head',
    text: '举一反三，查一查同类企业',
    back: 9,
    days: 5,
    acknowledged: true,
  },
  {
    kind: 'hazard',
    nth: 4,
    by: 'chief',
    addressee: 'handler',
    text: '拖延较久，请说明原因并提出时间表',
    back: 6,
    days: 4,
  },
  {
    kind: 'inspection_issue',
    nth: 1,
    by: 'chief',
    addressee: 'head',
    text: '这个问题要从制度上解决，请拿出文稿',
    back: 20,
    days: 14,
    acknowledged: true,
    answer: '制度初稿已完成，下周提交局务会',
  },
  {
    kind: 'inspection_issue',
    nth: 3,
    by: 'chief',
    addressee: 'coordinator',
    text: '请巡察整改办汇总逾期问题，月底专题研究',
    back: 5,
    days: 8,
  },
  {
    kind: 'supervision_item',
    nth: 0,
    by: 'chief',
    addressee: 'head',
    text: '区里关注，请确保按期',
    back: 7,
    days: 5,
    acknowledged: true,
  },
  {
    kind: 'supervision_item',
    nth: 2,
    by: 'chief',
    addressee: 'head',
    text: '请与相关部门会商后再报',
    back: 8,
    days: 12,
    acknowledged: true,
    answer: '已会商两次，意见基本一致',
  },
  {
    kind: 'key_task',
    nth: 1,
    by: 'chief',
    addressee: 'head',
    text: '目标完成率偏低，请排出倒计时',
    back: 10,
    days: 7,
    acknowledged: true,
  },
  {
    kind: 'env_inspection_issue',
    nth: 0,
    by: 'chief',
    addressee: 'head',
    text: '请现场看一次，影像资料补齐',
    back: 15,
    days: 10,
    acknowledged: true,
    answer: '已现场核查，影像资料已上传',
  },
  {
    kind: 'public_report',
    nth: 1,
    by: 'chief',
    addressee: 'handler',
    text: '注意保护举报人，核查要实',
    back: 4,
    days: 9,
    acknowledged: true,
  },
];

/** Sister units asked; the answers so far say how many of the same each found. */
export const demoSpreads: readonly {
  kind: TicketKind;
  nth: number;
  text: string;
  units: readonly string[];
  back: number;
  days: number;
  answers: readonly number[];
}[] = [
  {
    kind: 'hazard',
    nth: 1,
    text: '辖区内是否还有同类问题，请逐处排查',
    units: ['town', 'town2', 'town3', 'town4', 'town5', 'town6'],
    back: 12,
    days: 15,
    answers: [0, 2, 0],
  },
  {
    kind: 'hazard',
    nth: 3,
    text: '请自查本行业同类场所',
    units: ['housing', 'market', 'culture', 'education'],
    back: 20,
    days: 12,
    answers: [1, 0],
  },
  {
    kind: 'inspection_issue',
    nth: 0,
    text: '请对照自查本单位是否存在同样情形',
    units: ['chemicals', 'mines', 'industry', 'relief', 'flood', 'forest'],
    back: 40,
    days: 20,
    answers: [0, 1, 0, 0, 2, 0],
  },
  {
    kind: 'inspection_issue',
    nth: 2,
    text: '请自查值班和记录留存情况',
    units: ['command', 'office', 'law', 'training'],
    back: 8,
    days: 14,
    answers: [0, 1],
  },
];

/** Which tickets belong to which: places of two tickets among those of the kind. */
export const demoRelations: readonly {
  kind: TicketKind;
  type: RelationType;
  by: string;
  back: number;
  pairs: readonly (readonly [from: number, to: number])[];
}[] = [
  {
    kind: 'hazard',
    type: 'related',
    by: 'safety',
    back: 30,
    pairs: [
      [12, 40],
      [25, 61],
      [70, 71],
    ],
  },
  {
    kind: 'hazard',
    type: 'recurrence_of',
    by: 'safety',
    back: 15,
    pairs: [
      [150, 30],
      [160, 44],
    ],
  },
  {
    kind: 'public_report',
    type: 'duplicate_of',
    by: 'safety',
    back: 25,
    pairs: [
      [30, 12],
      [41, 8],
    ],
  },
  { kind: 'supervision_item', type: 'related', by: 'supervision', back: 20, pairs: [[5, 9]] },
];

/** Look-backs; results go round, null is not looked at yet. */
export const demoLookBacks: readonly {
  name: string;
  kind: TicketKind;
  by: string;
  inspector?: string;
  back: number;
  sampleSize: number;
  results: readonly (LookBackResult | null)[];
}[] = [
  {
    name: '上半年隐患整改回头看',
    kind: 'hazard',
    by: 'safety',
    back: 120,
    sampleSize: 12,
    results: ['kept', 'kept', 'mostly', 'kept', 'relapsed', 'kept', 'not_done', 'kept'],
  },
  {
    name: '巡察整改成效回头看',
    kind: 'inspection_issue',
    by: 'inspection',
    inspector: 'liaison',
    back: 75,
    sampleSize: 10,
    results: ['kept', 'mostly', 'kept', 'relapsed', 'kept', 'not_done', 'kept', 'kept'],
  },
  {
    name: '举报办理质量抽查',
    kind: 'public_report',
    by: 'safety',
    back: 40,
    sampleSize: 8,
    results: ['kept', 'kept', 'mostly', 'not_done', 'kept', null],
  },
  {
    name: '今冬隐患整改抽查',
    kind: 'hazard',
    by: 'safety',
    back: 14,
    sampleSize: 10,
    results: ['kept', 'mostly', 'kept', 'relapsed', null, null],
  },
];
