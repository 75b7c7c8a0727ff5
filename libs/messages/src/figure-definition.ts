import type { CountedThing, Dating, StateOnDay } from '@xiaohao/domain';
import type { Label } from './labels.js';

/** Parts of the sentence that says what a figure counts; `{range}` and `{day}` are those of the report. */
export const figureSentenceWords = {
  inPeriod: ['本期{range}内', 'in the period{range}'],
  range: ['（{from}—{to}）', ' ({from} to {to})'],
  upTo: ['截至{day}', 'up to {day}'],
  periodEnd: ['期末', 'the end of the period'],
  reportDay: ['统计日', 'the day of the report'],
  round: ['“{round}”反馈的', 'of “{round}”'],
  chosenRound: ['所选巡察轮次', 'the round of the report'],
  sources: ['来源为{names}', 'from {names}'],
  units: ['由{names}牵头', 'led by {names}'],
  levels: ['级别为{names}', 'of level {names}'],
  industries: ['行业领域为{names}', 'of industry {names}'],
  campaigns: ['属于{names}', 'of {names}'],
  anyCampaign: ['属于专项行动', 'of a campaign'],
  campaignNamed: ['属于名称（含曾用名）含“{names}”的专项行动', 'of a campaign named {names}, now or formerly'],
  withoutChildren: ['未逐条登记{names}', 'without own {names}'],
  anything: ['事项', 'tickets'],
  of: ['的', ' '],
  tickets: ['{subject}，按{unit}计，不含已撤销', '{subject}, counted by {unit}, without cancelled ones'],
  items: [
    '{subject}所属的不同方面，按{unit}计，不含已撤销',
    'different items of {subject}, counted by {unit}, without cancelled ones',
  ],
  measures: [
    '{subject}的整改措施，{when}按{unit}计，不含已撤销',
    'measures of {subject}, {when}counted by {unit}, without cancelled ones',
  ],
  outcomes: ['{subject}登记的{names}合计，{when}按{unit}计', 'sum of {names} recorded on {subject}, {when}in {unit}'],
  outcomeInPeriod: ['登记日期在本期{range}内，', 'dated in the period{range}, '],
  outcomeUpTo: ['登记日期不晚于{day}，', 'dated up to {day}, '],
  plus: ['；加：', '; plus: '],
  rate: [
    '“{part}”÷“{whole}”，以百分数表示，保留一位小数；“{whole}”为零时不计算，以“—”表示',
    '{part} ÷ {whole} in per cent, one decimal; — where {whole} is zero',
  ],
  filed: ['由科室按期填报，{nature}', 'filed by departments; {nature}'],
  parameter: ['本局参数，在“填报”页设定', 'a parameter of the bureau'],
} as const satisfies Record<string, Label>;

export const countedThingLabels: Readonly<Record<CountedThing, Label>> = {
  tickets: ['事项', 'Tickets'],
  items: ['方面（项）', 'Items'],
  measures: ['整改措施', 'Measures'],
  outcomes: ['成果合计', 'Sum of outcomes'],
};

/** Where a ticket stands in the period, as a word before it. */
export const datingLabels: Readonly<Record<Dating, Label>> = {
  raised: ['提出', 'raised'],
  occurred: ['发生', 'occurred'],
  done: ['完成', 'done'],
  outcome: ['登记', 'recorded'],
  at_hand: ['在办', 'at hand'],
  due: ['到期', 'falling due'],
  overdue: ['逾期过', 'overdue at some time'],
};

export const stateOnDayLabels: Readonly<Record<StateOnDay, Label>> = {
  done: ['已完成', 'done'],
  open: ['未完成', 'not done'],
  under_way: ['正在整改', 'under way'],
  submitted: ['已报结待审核', 'waiting for review'],
  basic: ['基本完成', 'basically done'],
  ongoing: ['长期坚持', 'kept up'],
  due: ['时限已到', 'due'],
  on_time: ['按期完成', 'done on time'],
  late: ['逾期完成', 'done late'],
  overdue: ['逾期未报结', 'overdue'],
  original_due: ['原定时限已到', 'due by the first deadline'],
  original_on_time: ['在原定时限内完成', 'done within the first deadline'],
};

/** Facts of a definition that a version may change. */
export const definitionFactLabels = {
  name: ['名称', 'Name'],
  unit: ['计量单位', 'Unit'],
  nature: ['性质', 'Nature'],
  group: ['类别', 'Group'],
  meaning: ['口径', 'Meaning'],
  owner: ['归口单位', 'Owner'],
  cardPeriod: ['看板卡片', 'Card'],
  retired: ['启停', 'In use'],
} as const satisfies Record<string, Label>;

export const cardPeriodLabels = {
  month: ['按月', 'by month'],
  quarter: ['按季', 'by quarter'],
  half: ['按半年', 'by half-year'],
  year: ['按年', 'by year'],
  none: ['不显示', 'not shown'],
} as const satisfies Record<string, Label>;

export const definitionWords = {
  retired: ['已停用', 'given up'],
  inUse: ['在用', 'in use'],
  noOwner: ['未指定', 'none'],
} as const satisfies Record<string, Label>;

/** Why a figure has no value. */
export const figureGapTexts = {
  missing: [
    '没有可统计的数据：没有巡察轮次，或分子、分母还没有数',
    'nothing to count: no round, or part or whole has no value',
  ],
  noDenominator: ['分母为零，不计算比率', 'the whole is zero: no rate'],
} as const satisfies Record<string, Label>;
