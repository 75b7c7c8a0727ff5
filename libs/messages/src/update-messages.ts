import type { Label } from './labels.js';

/** What a file may change of a ticket that is in the ledger already. */
export const updateFieldLabels = {
  title: ['问题/任务', 'Title'],
  description: ['问题描述', 'Description'],
  theirNo: ['对方编号', 'Their number'],
  industry: ['行业领域', 'Industry'],
  site: ['企业/点位', 'Site'],
  town: ['镇办', 'Town'],
  level: ['等级', 'Level'],
  measures: ['整改措施', 'Measures'],
  leader: ['责任领导', 'Leader'],
  leadUnit: ['牵头单位', 'Lead unit'],
  supportUnits: ['配合单位', 'Supporting units'],
  persons: ['责任人', 'Persons'],
  handler: ['承办人', 'Handler'],
  deadline: ['整改时限', 'Deadline'],
  status: ['状态', 'Status'],
  progress: ['进展', 'Progress'],
  progressPercent: ['进度', 'Percentage'],
  outcomes: ['成果', 'Outcome'],
  remark: ['备注', 'Remark'],
  item: ['类别（项）', 'Item'],
  source: ['来源', 'Source'],
  kind: ['业务类型', 'Kind'],
  kindFacts: ['专有信息', 'Facts of the kind'],
  rectifyKind: ['整改类型', 'Kind of rectification'],
  raisedOn: ['发现（反馈）日期', 'Raised on'],
  assignedOn: ['交办日期', 'Assigned on'],
  closedOn: ['销号日期', 'Struck off on'],
  details: ['其他内容', 'Other'],
} as const satisfies Record<string, Label>;

/** Why an import leaves a difference to a person. */
export const updateHolds = {
  updateEnded: ['已销号或已撤销的事项不再修改', 'A ticket struck off or cancelled is not changed'],
  updateOfOthers: ['该事项不由您维护', 'The ticket is kept by another office'],
  updateUnderReview: ['审核期间不能更改等级', 'The level stands while it is under review'],
  updateLeadUnit: [
    '交办后更换牵头单位须经退单重新交办，不随导入更改',
    'After assignment another lead unit takes an objection and a new assignment',
  ],
  updateUnitUnknown: [
    '系统中没有该单位，请在“未登记的单位”里对应到已有单位，或先在系统管理中新建',
    'No such unit: say among the unknown units whom it means, or create it first',
  ],
  updatePersonUnknown: ['系统中没有这位责任领导', 'No such leader in the bureau'],
  updateFewerMeasures: [
    '措施少于系统中的，请在事项页逐条处理',
    'Fewer measures than recorded; settle them on the page',
  ],
  updateDeadline: ['交办后的时限须经延期审批，不随导入更改', 'After assignment more time takes an extension'],
  updateDeadlineUnread: ['时限读不出日期，不更改', 'The deadline names no day'],
  updateStatus: [
    '导入不改变办理状态，请在事项页按流程报结、审核、销号',
    'An import moves no ticket along; its steps are taken on its page',
  ],
  updateProgress: ['当前状态不能填报进展', 'No progress can be reported in this status'],
  updateOlderProgress: ['填报日期早于系统中的最新进展', 'Older than the latest progress'],
  updateFutureProgress: ['填报日期晚于今天', 'Dated in the future'],
  updatePercentOfParts: ['进度由子任务计算', 'The percentage follows from the sub-tasks'],
  updatePlace: [
    '类别、来源和业务类型不随导入更改，请在事项页更正',
    'Item, source and kind are corrected on the page of the ticket',
  ],
  updateDates: [
    '发现、交办、销号日期由办理过程记录，不随导入更改',
    'Days of finding, assignment and closure follow from the steps taken',
  ],
  updateRectifyKind: ['整改类型随时限而定，请改时限', 'It follows from the deadline: change that'],
  updateKindFacts: ['专有信息是汇总的文字，请在事项页逐项更正', 'A summary: correct each fact on the page'],
  updateDetailUnread: ['内容读不成这一项，请在事项页填写', 'Cannot be read as this fact; fill it in on the page'],
  updateHandlerOfHead: [
    '承办人由牵头单位负责人在签收后改派，这里的姓名只作为责任人保留',
    'The head of the lead unit passes it on; the name is kept among the persons',
  ],
  updateHandlerUnknown: [
    '牵头单位在岗人员中没有唯一对应的人，姓名只作为责任人保留，承办人不变',
    'Not exactly one person of the lead unit; the name is kept among the persons',
  ],
  updateOriginalDeadline: ['原定时限在本轮整改内不变', 'The original deadline stands within a round'],
  updateCellComputed: ['由系统按时限和次序算出，不随导入更改', 'Reckoned by the system'],
  updateCellUnread: ['这一格的改动读不成相应内容，请在事项页办理', 'Cannot be read; settle it on the page'],
  updateOutcomeRecorded: ['该类成果已有登记，请在事项页更正', 'Already recorded; correct it on the page'],
} as const satisfies Record<string, Label>;
