import type { TicketKind } from '@xiaohao/domain';

/** Sentences people use whatever the ticket is about; one of each is taken by chance. */
export const phrases = {
  plan: [
    '已制定整改方案，明确责任分工和完成节点',
    '已核实情况，整改措施和时限已明确',
    '已召开碰头会，任务分到具体人员',
    '已下发通知并约谈相关负责人',
  ],
  found: [
    '现场检查发现，已当场告知负责人并留存影像。',
    '检查时负责人在场，对问题无异议，已签收检查记录。',
    '系复查时再次核实，附现场照片两张。',
    '由网格员巡查上报，经核实属实。',
  ],
  reported: [
    '来电人称该情况已持续一段时间，希望尽快核查并反馈。',
    '来信附有照片，反映多次向业主提出未果。',
    '群众反映夜间较为明显，建议错时检查。',
    '转办件要求核实后书面回复。',
  ],
  told: [
    '主要措施已落实，正在完善佐证材料',
    '大部分工作已完成，等待复核',
    '剩余事项已明确到人，预计下周完成',
    '资料正在整理归档',
  ],
  again: ['针对反弹问题已重新制定措施', '已再次督促，逐项登记反弹情况'],
  result: ['整改措施全部落实', '已按要求办理到位', '问题已整改，长效机制已建立'],
  object: ['该点位不在本单位职责范围，建议由行业主管部门牵头', '经核实权属不在我处，请另行指定'],
  moved: ['按职责调整牵头单位', '行业主管部门更合适牵头'],
  handed: ['原承办人抽调外出培训', '原承办人岗位调整'],
  pass: ['情况属实，同意', '材料齐全，同意上报', '同意'],
  accept: ['佐证齐全，同意销号', '现场复查合格，同意销号', '问题已解决，同意办结'],
  returned: [
    '佐证材料不全，请按清单补充',
    '整改结果没有说明长效措施',
    '佐证与整改结果对应不上，请核对',
    '仍有一处未完成，请继续整改',
  ],
  withdraw: ['报告中数据有误，撤回修改'],
  extension: [
    '设备采购和施工周期较长，原定时间内无法完成',
    '施工受连续降雨影响',
    '涉及第三方机构配合，正在协调',
    '审批手续尚未办结',
    '资金计划已报，等待下达',
  ],
  refused: ['工期仍可压缩，请按原时限完成', '理由不充分，先行采取临时措施'],
  granted: ['同意，其间落实管控措施', '同意延期，请按新时限完成'],
  suspend: ['企业停产，待复产后继续整改', '等待上级方案批复', '进入汛期，工程暂停'],
  resume: ['条件已具备，恢复整改'],
  cancel: ['与其他事项重复，并案办理', '场所已拆除，无整改对象', '企业已注销'],
  cancel_refused: ['场所虽停用但风险仍在，请继续整改'],
  ongoing: ['措施见效，需长期坚持', '已建立制度，转入常态管理'],
  reviewed: ['制度执行正常，继续坚持', '抽查未见反弹，继续坚持'],
  closed_ongoing: ['连续多次复核稳定，同意销号'],
  reopen: ['抽查发现问题反弹', '群众再次反映同类问题'],
  comment: ['请注意时限，月底前把佐证补齐', '佐证请标注日期和来源', '请说明下一步打算和完成时间'],
  comment_answer: ['收到，已安排专人', '已排出时间表，按周推进', '材料已补充'],
} as const;

/** Kinds that are settled at a desk: there is no site, no weather and no firm to speak of. */
export const deskKinds: readonly TicketKind[] = ['inspection_issue', 'supervision_item'];

/** What is said of those instead. */
export const deskPhrases: Readonly<Partial<Record<PhraseKey, readonly string[]>>> = {
  accept: ['佐证齐全，同意销号', '问题已解决，同意办结'],
  object: ['该事项不在本单位职责范围，请另行指定', '该事项主要职责在业务科室，建议调整牵头单位'],
  moved: ['按职责调整牵头单位'],
  refused: ['请压缩内部流程，按原时限完成', '理由不充分，请先拿出初稿'],
  granted: ['同意延期，请按新时限完成'],
  suspend: ['等待上级文件明确口径', '机构职责调整期间暂缓办理'],
  cancel: ['与其他事项重复，并案办理'],
  cancel_refused: ['并案后责任不清，请单独办理'],
};

export type PhraseKey = keyof typeof phrases;

/** Grounds from here on fit desk work too. */
export const deskGroundsFrom = 2;

/** Grounds that fit the sentences of `extension`, in their order. */
export const extensionGrounds = ['construction', 'weather', 'third_party', 'approval', 'funds'] as const;
