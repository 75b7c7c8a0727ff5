import type { Label } from './labels.js';
import type { findingTexts } from './ledger-messages.js';

/** Findings that stop a row stand under a heading of their own. */
type MustFix =
  | 'titleMissing'
  | 'deadlineAmbiguous'
  | 'dateAmbiguous'
  | 'leadUnitUnknown'
  | 'kindOfOthers'
  | 'majorOfOthers'
  | 'unitOfOthers';

/** The kinds of findings in short, as headings over them. */
export const findingKindLabels = {
  deadlineUnclear: ['时限读不出日期', 'Deadline names no day'],
  deadlineImpossible: ['时限日期不存在', 'Deadline is no day'],
  deadlineSeveral: ['时限有几个日期', 'Several deadlines'],
  deadlineAssumed: ['日期写法不规范', 'Day written loosely'],
  deadlineConditional: ['从未来的事起算', 'Counted from what is to come'],
  deadlineRolled: ['年份推到后一年', 'Year moved on'],
  deadlineMonthShown: ['时限只显示到月', 'Deadline shows a month'],
  deadlineExtensible: ['时限可以延长', 'May be extended'],
  extensionRequested: ['申请延期', 'Extension asked for'],
  deadlineMissing: ['没有写时限', 'No deadline'],
  yearAssumed: ['年份按推定', 'Year assumed'],
  baseDateMissing: ['缺起算日', 'No day to count from'],
  countedFromMeeting: ['从会议日期起算', 'Counted from the meeting'],
  dateUnreadable: ['日期读不出', 'Unreadable date'],
  immediateAssumed: ['立行立改按今天起算', 'Immediate, from today'],
  raisedOnAssumed: ['发现日期按推定', 'Discovery assumed'],
  closedOnAssumed: ['销号日期按推定', 'Closing assumed'],
  statusUnknown: ['没有写完成情况', 'No status'],
  statusConflict: ['销号状态矛盾', 'Contradicting status'],
  levelUnclear: ['等级不明', 'Level unclear'],
  levelAssumed: ['等级按推定', 'Level assumed'],
  levelFromAbove: ['等级按标题推定', 'Level by the title'],
  percentUnclear: ['百分数不明', 'Percentage unclear'],
  percentAssumed: ['百分数按推定', 'Percentage assumed'],
  amountUnclear: ['数额不明', 'Amount unclear'],
  leadUnitMissing: ['没有写牵头单位', 'No lead unit'],
  leadUnitGiven: ['牵头单位按选定', 'Lead unit as chosen'],
  leadUnitOpen: ['没有说由谁牵头', 'Lead unit left open'],
  unitUnknown: ['单位未登记', 'Unknown unit'],
  unitReadAs: ['单位按近似名称读取', 'Unit read by a like name'],
  unitCreated: ['将新建单位', 'Unit to be created'],
  personUnknown: ['人员未登记', 'Unknown person'],
  personAmbiguous: ['人员重名', 'Several of that name'],
  formulaKept: ['取公式的结果', 'Result of a formula'],
  formulaWithoutValue: ['公式没有结果', 'Formula without result'],
  reporterWithheld: ['举报人信息不入库', 'Reporter withheld'],
  duplicateInFile: ['表内重复', 'Double in the file'],
  alreadyInLedger: ['台账中已有', 'In the ledger already'],
  alreadyByTheirNo: ['台账中已有此编号', 'Number in the ledger already'],
  alreadyByWords: ['按内容对应到已有事项', 'Matched by its words'],
  deadlineRange: ['时限是一段日期', 'Deadline is a range'],
  deadlineBeforeStart: ['时限早于发现日期', 'Deadline before discovery'],
  doneBeforeStart: ['完成早于发现日期', 'Done before discovery'],
  doneInFuture: ['完成日期在今天之后', 'Done in the future'],
  doneOnTold: ['完成日期取自文字', 'Day told in words'],
  doneOnOtherDay: ['两处完成日期不同', 'Two days of completion'],
  statusAssumed: ['完成情况按推定', 'Status assumed'],
  statusDecided: ['写的是事项去向', 'What became of the matter'],
  statusHeavy: ['拒改、移送、停业等', 'Refused, handed over, closed down'],
  statusStage: ['只是一个环节完成', 'One step is done'],
  statusPending: ['等待审核验收', 'Waits for a verdict'],
  statusKept: ['完成后还要坚持', 'Done and to be kept up'],
  statusEnded: ['按办结日期推定', 'Ended by its day'],
  settledUndated: ['办结没有日期', 'Ended without a day'],
  statusPercentConflict: ['状态与百分数矛盾', 'Status against percentage'],
  statusColumnsConflict: ['两列状态矛盾', 'Two columns disagree'],
  statusDayConflict: ['状态与日期矛盾', 'Status against day'],
  numberRough: ['数字是约数', 'Rough number'],
  amountRange: ['数额是一段范围', 'Amount is a range'],
  personByTitle: ['只写了职务或称呼', 'A title alone'],
  personPost: ['姓名旁边的职务', 'Post beside a name'],
  personNobody: ['没有说是谁', 'Nobody named yet'],
  personsMore: ['姓名没有写全', 'Not all are named'],
  personInUnit: ['单位格里写着人', 'People in a unit cell'],
  leadUnitSeveral: ['几个牵头单位', 'Several leading units'],
  unitsMore: ['单位没有写全', 'Not all units are named'],
  unitEither: ['单位没有定', 'Unit not settled'],
  unitRemark: ['单位格括号里的话', 'A remark in a unit cell'],
  personAway: ['人不在岗', 'Person away'],
  personMayBe: ['可能是某位负责人', 'May be a leader'],
  sameNumber: ['序号相同', 'Same number twice'],
  sameTheirNo: ['编号相同、内容不同', 'One number, other words'],
  nearDuplicate: ['内容相近', 'Nearly the same'],
  numberUnknown: ['台账编号对不上', 'Unknown number'],
} as const satisfies Record<Exclude<keyof typeof findingTexts, MustFix>, Label>;

/** Marks in a ledger that goes back to whoever wrote it. */
export const importMarkWords = {
  author: ['销号导入检查', 'Xiaohao import'],
  marked: ['（标出问题）', ' (marked)'],
  must: ['【必须改】', '[Must be put right] '],
  confirm: ['【请确认】', '[Please confirm] '],
  front: {
    /** Sheets so called are not read as ledgers. */
    name: ['导入检查（填写说明）', 'About the marks'],
    title: ['这份台账导入时检查出的问题', 'What was found when this ledger was imported'],
    must: [
      '红底：必须改，{count} 处。不改这些行不能入库。',
      'Red: must be put right, {count}. These rows cannot be stored else.',
    ],
    confirm: [
      '黄底：请确认，{count} 处。已按批注所写处理，不对的改，对的不用动。',
      'Yellow: please confirm, {count}. Read as the comment says; change what is wrong, leave the rest.',
    ],
    how: [
      '怎么做：点有颜色的单元格看批注，直接在原格里改，保存后重新导入这份文件。本页和颜色、批注不影响导入，再次下载时会自动换新。',
      'Read the comment of each coloured cell, put it right there, save, and import this file again. This page, colours and comments do no harm and are renewed.',
    ],
    headings: [
      ['工作表', 'Sheet'],
      ['单元格', 'Cell'],
      ['类别', 'Sort'],
      ['说明', 'What is said'],
    ],
  },
} as const;

/** Findings whose words speak of our page, for somebody who sits before the sheet; `{raw}` is the text in the cell. */
export const markTexts = {
  titleMissing: ['没有写问题（任务）内容，请补写；这一行不要了就整行删除', 'Write the problem here, or delete the row'],
  leadUnitUnknown: [
    '没有叫“{raw}”的单位，请改成单位的全称或通用简称；确是新单位的，请告诉导入台账的同事',
    'No unit is called “{raw}”: write its full name, or tell whoever imports if it is new',
  ],
  kindOfOthers: ['这一行不是隐患，镇办的台账只报隐患，请整行删除', 'This row is no hazard: delete it'],
  majorOfOthers: [
    '重大隐患由安委办登记，请整行删除并报安委办',
    'A major hazard is for the safety office: delete the row',
  ],
  unitOfOthers: [
    '“{raw}”不是本单位或下级单位，请改正责任单位，不属于本单位的整行删除',
    '“{raw}” is none of your units: put it right or delete the row',
  ],
  baseDateMissing: ['时限“{raw}”不知从哪天算起，请写明交办日期或改成具体日期', 'Write the day “{raw}” counts from'],
  reporterWithheld: ['举报人信息不进台账，建议从表里删去', 'Who reported is not imported: better delete it'],
} as const satisfies Record<string, Label>;
