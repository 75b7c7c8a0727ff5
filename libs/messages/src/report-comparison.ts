import type { Label } from './labels.js';

/**
 * Why a ticket counts in one of two reports and not in the other. `more`: it came to the figure in the later one, or its
 * share grew; `less`: the other way round.
 */
export const changeReasonLabels = {
  registered: { more: ['新登记', 'newly registered'], less: ['登记前不计', 'not registered then'] },
  unregistered: { more: ['当时已不在册', 'not on the books then'], less: ['已不在册', 'no longer on the books'] },
  restored: { more: ['撤销后恢复', 'restored'], less: ['撤销后恢复', 'restored'] },
  cancelled: { more: ['撤销', 'cancelled'], less: ['撤销', 'cancelled'] },
  otherRound: { more: ['属于后一轮次', 'of the later round'], less: ['属于前一轮次', 'of the earlier round'] },
  kindChanged: {
    more: ['由其他类型改入', 'changed into this kind'],
    less: ['改为其他类型', 'changed to another kind'],
  },
  sourceChanged: {
    more: ['由其他来源改入', 'moved into this source'],
    less: ['改到其他来源', 'moved to another source'],
  },
  itemChanged: { more: ['改属其他方面', 'moved to another item'], less: ['改属其他方面', 'moved to another item'] },
  levelChanged: { more: ['等级改入', 'level changed'], less: ['等级改出', 'level changed'] },
  industryChanged: { more: ['行业改入', 'industry changed'], less: ['行业改出', 'industry changed'] },
  campaignChanged: {
    more: ['编入专项行动', 'added to the campaign'],
    less: ['移出专项行动', 'taken off the campaign'],
  },
  afterDay: { more: ['前一截止日后发生', 'after the earlier day'], less: ['后一截止日后发生', 'after the later day'] },
  dateChanged: { more: ['日期更正后计入', 'date corrected'], less: ['日期更正后不计', 'date corrected'] },
  closedLate: { more: ['补记销号', 'struck off, recorded late'], less: ['补记销号', 'struck off, recorded late'] },
  closed: { more: ['新销号', 'struck off'], less: ['新销号', 'struck off'] },
  reopened: { more: ['重启整改', 'reopened'], less: ['重启整改', 'reopened'] },
  undone: { more: ['销号更正', 'striking off corrected'], less: ['销号更正', 'striking off corrected'] },
  completion: { more: ['转为基本完成', 'basically done now'], less: ['不再是基本完成', 'no longer basically done'] },
  keptUp: { more: ['转为长期坚持', 'kept up now'], less: ['不再长期坚持', 'no longer kept up'] },
  suspended: { more: ['挂起后计入', 'suspended'], less: ['挂起后不计', 'suspended'] },
  resumed: { more: ['恢复办理后计入', 'resumed'], less: ['恢复办理后不计', 'resumed'] },
  assigned: { more: ['交办后计入', 'assigned now'], less: ['交办后不计', 'assigned now'] },
  dueChanged: { more: ['时限改后计入', 'deadline changed'], less: ['时限改后不计', 'deadline changed'] },
  dueCame: { more: ['时限新到', 'fell due'], less: ['时限未到', 'not yet due'] },
  overdueCame: { more: ['新超过时限', 'passed its deadline'], less: ['未超过时限', 'not past its deadline'] },
  onTimeChanged: { more: ['改为按期', 'on time now'], less: ['改为逾期', 'late now'] },
  otherPeriod: { more: ['属于后一报告期', 'of the later period'], less: ['属于前一报告期', 'of the earlier period'] },
  unitChanged: {
    more: ['改由所计单位牵头', 'led by a counted unit now'],
    less: ['改由其他单位牵头', 'led by another unit'],
  },
  submitted: { more: ['报结状态变动后计入', 'submission changed'], less: ['报结状态变动后不计', 'submission changed'] },
  redefined: {
    more: ['按新口径计入', 'counted by the new definition'],
    less: ['按新口径不计', 'left out by the new definition'],
  },
  measure: { more: ['措施进展后计入', 'measures moved on'], less: ['措施进展后不计', 'measures moved on'] },
  outcome: { more: ['成果增加', 'outcomes added'], less: ['成果减少', 'outcomes reduced'] },
  other: { more: ['其他变动计入', 'otherwise counted'], less: ['其他变动不计', 'otherwise left out'] },
} as const satisfies Record<string, { more: Label; less: Label }>;

export type ChangeReason = keyof typeof changeReasonLabels;

/** Parts of the sentence that explains a difference. */
export const comparisonWords = {
  line: ['{name} {change}：{reasons}。', '{name} {change}: {reasons}.'],
  between: ['{earlier} → {later} {unit}', '{earlier} → {later} {unit}'],
  same: ['{later} {unit}（数未变）', '{later} {unit} (the same number)'],
  noValue: ['缺数', 'no data'],
  tickets: ['{reason} {count} 件', '{reason}: {count}'],
  amount: ['{sign}{amount} {unit}', '{sign}{amount} {unit}'],
  named: ['（{names}）', ' ({names})'],
  more: ['{nos} 等', '{nos} …'],
  hidden: ['另有 {count} 件不在可见范围', '{count} not shown to you'],
  hiddenAll: ['均不在可见范围', 'none shown to you'],
  filingChanged: [
    '{unit}把{period}填报数 {earlier} 改为 {later}（{by}第 {version} 次填报）',
    '{unit} corrected {period} from {earlier} to {later} ({by}, version {version})',
  ],
  filingAdded: ['{unit}填报{period} {later}（{by}）', '{unit} filed {later} for {period} ({by})'],
  filingGone: ['{unit}{period}填报的 {earlier} 不再计入', '{earlier} of {unit} for {period} no longer counts'],
  parameter: ['参数由“{earlier}”改为“{later}”', 'parameter changed from “{earlier}” to “{later}”'],
  typedOver: [
    '{side}由{by}人工改为 {value}（计算为 {computed}）：{reason}',
    '{side}: {value} typed over {computed} by {by}: {reason}',
  ],
  earlierSide: ['前一份', 'the earlier'],
  laterSide: ['后一份', 'the later'],
  typed: ['其中一份为人工填写', 'typed by hand in one of them'],
  source: ['来源由{earlier}改为{later}', 'source changed from {earlier} to {later}'],
  definition: ['口径已变更', 'the definition changed'],
  onlyEarlier: ['只在前一份报告中', 'only in the earlier report'],
  onlyLater: ['只在后一份报告中', 'only in the later report'],
  rate: ['由“{part}” {partChange}、“{whole}” {wholeChange}得出', 'from {part} {partChange} and {whole} {wholeChange}'],
  printed: ['文中由“{earlier}”改写为“{later}”', 'printed “{later}”, formerly “{earlier}”'],
  unexplained: ['没有找到对应的事项、填报或参数变动', 'no change of tickets, filings or parameters was found'],
  template: [
    '模板不同：前一份用“{earlier}”第 {earlierVersion} 版，后一份用“{later}”第 {laterVersion} 版',
    'Templates differ: {earlier} version {earlierVersion}, then {later} version {laterVersion}',
  ],
  round: ['巡察轮次不同：前一份“{earlier}”，后一份“{later}”', 'Rounds differ: {earlier}, then {later}'],
  onlyEarlierCount: ['有 {count} 个数字只在前一份报告中', '{count} figures stand in the earlier report only'],
  onlyLaterCount: ['有 {count} 个数字只在后一份报告中', '{count} figures stand in the later report only'],
  definitions: ['有 {count} 个数字的口径已变更', '{count} definitions changed'],
  nobody: ['系统', 'the system'],
  none: ['无', 'none'],
} as const satisfies Record<string, Label>;
