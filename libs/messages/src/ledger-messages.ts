import type { Label } from './labels.js';

/** What a column of an imported ledger may mean; the outcome columns take their names from the outcome types. */
export const columnMeaningLabels = {
  seq: ['序号', 'Number in the sheet'],
  no: ['台账编号', 'Our number'],
  theirNo: ['对方编号', 'Their number'],
  item: ['类别（项）', 'Item'],
  title: ['问题/任务', 'Title'],
  description: ['问题描述', 'Description'],
  measures: ['整改措施', 'Measures'],
  leader: ['责任领导', 'Leader'],
  leadUnit: ['牵头单位', 'Lead unit'],
  supportUnits: ['配合单位', 'Supporting units'],
  persons: ['责任人', 'Persons'],
  deadline: ['整改时限', 'Deadline'],
  rectifyKind: ['整改类型', 'Kind of rectification'],
  struckOff: ['是否销号/复查结果', 'Verified result'],
  status: ['办结状态', 'Status'],
  progressPercent: ['进度%', 'Percentage'],
  progress: ['进展/完成情况', 'Progress'],
  struckOffOn: ['销号时间', 'Struck off on'],
  completedOn: ['完成日期', 'Completed on'],
  reviewedOn: ['复查日期', 'Reviewed on'],
  raisedOn: ['发现/反馈日期', 'Raised on'],
  assignedOn: ['交办日期', 'Assigned on'],
  filledOn: ['填报日期', 'Filed on'],
  level: ['等级', 'Level'],
  site: ['企业/点位', 'Site'],
  industry: ['行业领域', 'Industry'],
  town: ['镇办', 'Town'],
  'outcome.money_collected': ['收缴违纪款', 'Money collected'],
  'outcome.losses_recovered': ['挽回经济损失', 'Losses recovered'],
  'outcome.reform_measures': ['改革措施', 'Reform measures'],
  'outcome.rules_made': ['制度', 'Rules made'],
  'outcome.talks_admonish': ['批评教育、约谈', 'Talks'],
  'outcome.org_handling': ['组织处理', 'Organisational handling'],
  'outcome.cases_filed': ['立案', 'Cases filed'],
  'outcome.fines': ['罚款', 'Fines'],
  'outcome.rectify_funds': ['治理资金', 'Rectification funds'],
  remark: ['备注', 'Remark'],
  details: ['其他（原样保留）', 'Other, kept as text'],
  ignored: ['不导入', 'Not imported'],
} as const satisfies Record<string, Label>;

/** Findings of an import; `{raw}` is the text in the cell, `{reading}` what was made of it. */
export const findingTexts = {
  titleMissing: ['没有问题（任务）内容，请补写或跳过本行', 'No title: fill it in or skip the row'],
  deadlineAmbiguous: [
    '“{raw}”有两种读法：{reading}，请改成完整日期',
    '“{raw}” can be read two ways: {reading}; write it in full',
  ],
  dateAmbiguous: [
    '“{raw}”有两种读法：{reading}，请改成完整日期',
    '“{raw}” can be read two ways: {reading}; write it in full',
  ],
  leadUnitUnknown: [
    '系统中没有牵头单位“{raw}”，请改为已有单位，或选择“新建单位”',
    'Unknown lead unit “{raw}”: name a known one or let it be created',
  ],
  kindOfOthers: [
    '镇办只能导入本单位的一般隐患，此行不是隐患，请跳过本行，由归口办公室导入',
    'A town imports general hazards of its own; this row is none: skip it',
  ],
  majorOfOthers: [
    '重大隐患由安委办登记，请跳过本行',
    'A major hazard is registered by the safety office: skip the row',
  ],
  unitOfOthers: [
    '镇办只能导入本单位及下级单位的隐患，“{raw}”不在其内，请改正牵头单位或跳过本行',
    'A town imports hazards of its own units; “{raw}” is not one of them: correct the unit or skip the row',
  ],
  deadlineUnclear: [
    '时限“{raw}”读不出日期，入库后由归口办公室确定',
    'Deadline “{raw}” names no day; to be set by hand',
  ],
  deadlineImpossible: [
    '“{raw}”不是历法上存在的日期，入库后由归口办公室确定',
    '“{raw}” is no day of the calendar; to be set by hand',
  ],
  deadlineSeveral: [
    '“{raw}”写了几个日期，取最晚的 {reading}',
    '“{raw}” names several days; the latest, {reading}, was taken',
  ],
  deadlineMonthShown: [
    '单元格只显示到月，实际日期为 {reading}，请核对',
    'The cell shows a month only; its day is {reading}',
  ],
  extensionRequested: ['“{raw}”只是申请延期，时限不变', '“{raw}” only asks for an extension; the deadline stays'],
  deadlineMissing: ['没有写时限，入库后由归口办公室确定', 'No deadline; to be set by hand'],
  yearAssumed: ['“{raw}”没有写年份，读作 {reading}', '“{raw}” names no year, read as {reading}'],
  baseDateMissing: [
    '时限“{raw}”没有起算日，请填写交办日期或导入时的起算日',
    'Deadline “{raw}” has no day to count from',
  ],
  dateUnreadable: ['“{raw}”不是可读的日期', '“{raw}” is no readable date'],
  raisedOnAssumed: ['没有发现（反馈）日期，按 {reading} 计', 'No date of discovery; taken as {reading}'],
  closedOnAssumed: ['没有销号日期，按 {reading} 计', 'No closing date; taken as {reading}'],
  statusUnknown: ['没有写完成情况，按整改中入库', 'No status given; imported as in progress'],
  statusConflict: [
    '一列写未销号、另一列写已销号，按已完成待验收',
    'Struck off in one column, not in another; taken as done',
  ],
  levelUnclear: ['等级“{raw}”既不是一般也不是重大', 'Level “{raw}” is neither general nor major'],
  percentUnclear: ['“{raw}”不是 0–100 的百分数', '“{raw}” is no percentage of 0–100'],
  amountUnclear: ['“{raw}”不是可读的数额', '“{raw}” is no readable amount'],
  leadUnitMissing: ['没有写牵头单位，由归口办公室处理', 'No lead unit; left to the coordinating office'],
  unitUnknown: ['系统中没有单位“{raw}”', 'Unknown unit “{raw}”'],
  unitReadAs: ['“{raw}”读作“{reading}”', '“{raw}” read as “{reading}”'],
  unitCreated: ['将新建单位“{raw}”', 'Unit “{raw}” will be created'],
  personUnknown: ['系统中没有“{raw}”，由科室负责人办理', 'Nobody called “{raw}”; the head of the unit acts'],
  personAmbiguous: [
    '有 {reading} 位“{raw}”，由科室负责人办理',
    '{reading} people are called “{raw}”; the head of the unit acts',
  ],
  formulaKept: ['单元格是公式，取其保存的结果“{raw}”', 'A formula; its stored result “{raw}” was taken'],
  formulaWithoutValue: ['单元格是公式且没有保存结果，按空白处理', 'A formula without a stored result; taken as blank'],
  duplicateInFile: ['与第 {reading} 行重复', 'The same as row {reading}'],
  alreadyInLedger: ['台账中已有此事项（{reading}），不再新建', 'Already in the ledger as {reading}; not created again'],
  alreadyByTheirNo: [
    '台账中同一来源已有此编号（{reading}），不再新建',
    'The source has this number already ({reading}); not created again',
  ],
  alreadyByWords: [
    '台账中同一来源已有相同内容（{reading}），按内容对应，请核对；如是另一件事，请选“新增”',
    'The source has the same words already ({reading}); matched by its text: create it if it is another matter',
  ],
} as const satisfies Record<string, Label>;

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
  deadline: ['整改时限', 'Deadline'],
  status: ['状态', 'Status'],
  progress: ['进展', 'Progress'],
  progressPercent: ['进度', 'Percentage'],
  outcomes: ['成果', 'Outcome'],
  remark: ['备注', 'Remark'],
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
  updateUnitUnknown: ['系统中没有该单位，请先在系统管理中新建', 'No such unit; create it first'],
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
  updateOutcomeRecorded: ['该类成果已有登记，请在事项页更正', 'Already recorded; correct it on the page'],
} as const satisfies Record<string, Label>;

/** Why a sheet was read or left out. */
export const sheetTexts = {
  ledger: ['第 {rows} 行为表头，识别出 {count} 列', 'Header in row {rows}, {count} columns recognised'],
  hidden: ['隐藏的工作表', 'Hidden sheet'],
  empty: ['空表', 'Empty sheet'],
  explaining: ['说明、目录或选项表', 'Instructions, index or code list'],
  statistics: ['统计汇总表，不是逐条台账', 'Statistics, not a list'],
  noHeader: ['没有找到表头', 'No recognisable header'],
  noTitle: ['没有问题（任务）一列', 'No column with problems or tasks'],
  noRows: ['表头以下没有内容', 'Nothing below the header'],
} as const satisfies Record<string, Label>;

/** Headings and fixed words of an exported ledger. */
export const ledgerWords = {
  ledgerTitle: ['{kind}台账', '{kind} ledger'],
  asOf: ['截至 {day}，共 {count} 项', 'As of {day}, {count} entries'],
  empty: ['没有符合条件的事项', 'Nothing matches'],
  page: ['第 {page} 页 共 {pages} 页', 'Page {page} of {pages}'],
  issueGroup: ['反馈问题', 'Issue'],
  category: ['类别', 'Category'],
  issue: ['具体问题', 'Issue'],
  title: ['事项', 'Title'],
  source: ['来源', 'Source'],
  measures: ['整改措施', 'Measures'],
  leader: ['责任领导', 'Leader'],
  section: ['责任科室', 'Section'],
  persons: ['责任人', 'Persons'],
  deadline: ['整改时限', 'Deadline'],
  progress: ['完成情况', 'Progress'],
  light: ['亮灯', 'Light'],
  kindFacts: ['专有信息', 'Facts of the kind'],
  remark: ['备注', 'Remark'],
  no: ['台账编号', 'No.'],
  seq: ['序号', '#'],
  level: ['等级', 'Level'],
  kind: ['类别', 'Kind'],
  originalDeadline: ['原定 {day}', 'originally {day}'],
  ongoingToo: ['并长期坚持', 'and kept up'],
  unresolved: ['时限待定', 'No deadline yet'],
  immediate: ['立行立改', 'At once'],
  ongoing: ['长期坚持', 'Ongoing'],
  dueToday: ['今天到期', 'Due today'],
  daysLeft: ['还有 {days} 天', '{days} days left'],
  overdueBy: ['逾期 {days} 天', '{days} days late'],
} as const satisfies Record<string, Label>;

/** Messages to whoever started an import. */
export const importNoticeTexts = {
  ready: ['台账“{file}”已读完，共 {count} 项，请核对后入库', '“{file}” has been read: {count} entries to look over'],
  failed: ['台账“{file}”没有读成：{reason}', '“{file}” could not be read: {reason}'],
  committed: [
    '台账“{file}”已入库，新增 {count} 项，更新 {updated} 项',
    '“{file}” is in the ledger: {count} created, {updated} updated',
  ],
  refused: ['台账“{file}”没有入库：{reason}', '“{file}” was not committed: {reason}'],
} as const satisfies Record<string, Label>;
