import type { Label } from './labels.js';

/** What each counted figure means, as a sentence for the page and the footnote. `{round}` is the inspection round. */
export const figureMeanings = {
  inspection_items: ['“{round}”反馈问题所属的不同方面，截至统计日', 'Different items of the round up to the day'],
  inspection_issues: [
    '“{round}”反馈的具体问题，截至统计日，不含已撤销',
    'Issues of the round up to the day, without cancelled ones',
  ],
  inspection_issues_done: [
    '其中截至统计日已销号，或验收后长期坚持的问题',
    'Struck off, or accepted and kept up, by the day',
  ],
  inspection_issues_basic: ['其中基本完成、仍在整改的问题', 'Basically done, still under way'],
  inspection_issues_ongoing: ['其中转为长期坚持、尚未验收的问题', 'Kept up without acceptance so far'],
  inspection_issues_under_way: [
    '其中既未完成、也未基本完成或转入长期坚持的问题',
    'Neither done, nor basically done, nor kept up',
  ],
  inspection_issues_overdue: [
    '其中整改时限早于统计日、至统计日尚未报结的问题',
    'With a deadline before the day and not submitted by then',
  ],
  inspection_issues_due: ['其中整改时限在统计日或之前的问题', 'With a deadline not after the day'],
  inspection_issues_on_time: [
    '时限已到的问题中，报结日期不晚于时限的',
    'Of those due, submitted no later than the deadline',
  ],
  inspection_issues_original_due: [
    '其中原定整改时限（延期前）在统计日或之前的问题',
    'With a deadline, as first set, not after the day',
  ],
  inspection_issues_original_on_time: [
    '原定时限已到的问题中，报结日期不晚于原定时限的',
    'Of those, submitted no later than the deadline first set',
  ],
  inspection_original_on_time_rate: [
    '原定时限内完成 ÷ 原定时限已到的问题，保留一位小数',
    'On time by the first deadline ÷ due by it, one decimal',
  ],
  inspection_rectification_rate: ['已完成整改问题 ÷ 具体问题，保留一位小数', 'Done ÷ issues, one decimal'],
  inspection_on_time_rate: ['按期完成 ÷ 时限已到的问题，保留一位小数', 'On time ÷ due, one decimal'],
  reform_measures: [
    '“{round}”问题登记的“出台改革措施”合计，截至统计日',
    'Sum recorded on issues of the round up to the day',
  ],
  rules_made: [
    '“{round}”问题登记的“制定完善制度”合计，截至统计日',
    'Sum recorded on issues of the round up to the day',
  ],
  illicit_money_collected: [
    '“{round}”问题登记的“收缴违纪款”合计，截至统计日',
    'Sum recorded on issues of the round up to the day',
  ],
  losses_recovered: [
    '“{round}”问题登记的“挽回经济损失”合计，截至统计日',
    'Sum recorded on issues of the round up to the day',
  ],
  talks_admonish_rect: [
    '“{round}”问题登记的“批评教育、约谈”合计，截至统计日',
    'Sum recorded on issues of the round up to the day',
  ],
  org_handling_rect: [
    '“{round}”问题登记的“组织处理”合计，截至统计日',
    'Sum recorded on issues of the round up to the day',
  ],
  talks_admonish_all: ['本期各类事项登记的“批评教育、约谈”，加科室填报数', 'All kinds in the period plus filings'],
  org_handling_all: ['本期各类事项登记的“组织处理”，加科室填报数', 'All kinds in the period plus filings'],
  accident_count: ['本期发生的一般事故', 'Ordinary accidents of the period'],
  accident_deaths: ['本期发生的一般事故中死亡人数合计', 'Deaths in ordinary accidents of the period'],
  serious_injuries: ['本期发生的一般事故中重伤人数合计', 'Serious injuries in ordinary accidents of the period'],
  direct_loss: ['本期发生的一般事故的直接经济损失合计', 'Direct loss in ordinary accidents of the period'],
  persons_accountable: ['本期事故调查登记的“追责”合计', 'Persons held to account by accident investigations'],
  water_hazards: ['本期排查发现的水域隐患', 'Hazards at waters raised in the period'],
  reports_handled: ['本期办结的举报案件', 'Public reports closed in the period'],
  reports_hazards_eliminated: ['本期举报案件登记的“消除隐患”合计', 'Hazards eliminated through public reports'],
  rewards: ['本期举报案件登记的“举报奖励”合计', 'Rewards paid on public reports'],
  hazards_eliminated: ['本期各类事项登记的“消除隐患”合计', 'Hazards eliminated, recorded on all kinds'],
  rectify_funds: ['本期隐患登记的“治理资金”合计', 'Funds for rectification recorded on hazards'],
  production_halts: ['本期隐患登记的“停产停业”合计', 'Enterprises halted, recorded on hazards'],
  hazards_general: [
    '本期排查发现的一般隐患，不含已撤销',
    'General hazards raised in the period, without cancelled ones',
  ],
  hazards_general_done: ['本期发现的一般隐患中，截至统计日已整改的', 'Of those, done by the day'],
  hazards_general_rate: ['一般隐患已整改 ÷ 一般隐患，保留一位小数', 'Done ÷ general hazards, one decimal'],
  hazards_major: ['本期排查发现的重大隐患，不含已撤销', 'Major hazards raised in the period, without cancelled ones'],
  hazards_major_done: ['本期发现的重大隐患中，截至统计日已销号的', 'Of those, struck off by the day'],
  hazards_major_rate: ['重大隐患已销号 ÷ 重大隐患，保留一位小数', 'Struck off ÷ major hazards, one decimal'],
  hazards_major_open: [
    '截至统计日尚未销号的重大隐患，含以前发现的',
    'Major hazards not struck off by the day, those raised before the period too',
  ],
  key_tasks_at_hand: [
    '本期在办的重点任务：期末前交办，且不是期初前已完成的',
    'Key tasks assigned by the day and not done before the period',
  ],
  key_tasks_done: ['其中截至统计日已完成的', 'Of those, done by the day'],
  key_tasks_overdue: ['其中时限早于统计日、尚未报结的', 'Of those, overdue on the day'],
  key_tasks_rate: ['已完成 ÷ 在办重点任务，保留一位小数', 'Done ÷ key tasks at hand, one decimal'],
  supervision_items_at_hand: [
    '本期在办的督办事项：期末前交办，且不是期初前已办结的',
    'Supervised items assigned by the day and not done before the period',
  ],
  supervision_items_done: ['其中截至统计日已办结的', 'Of those, done by the day'],
  supervision_items_overdue: ['其中时限早于统计日、尚未报结的', 'Of those, overdue on the day'],
  supervision_items_rate: ['已办结 ÷ 在办督办事项，保留一位小数', 'Done ÷ supervised items at hand, one decimal'],
  campaign_hazards_eliminated: [
    '本期各专项行动中销号的隐患，加未逐条登记隐患的行动事项所报消除数',
    'Hazards closed under campaigns plus sums of campaign items without hazards of their own',
  ],
  cases_filed: ['本期各领域登记的“立案”合计', 'Cases filed in all industries'],
  fines: ['本期各领域登记的“罚款”合计', 'Fines in all industries'],
  chem_cases: ['本期危化领域登记的“立案”合计', 'Cases filed in the chemical industry'],
  chem_fines: ['本期危化领域登记的“罚款”合计', 'Fines in the chemical industry'],
  mine_cases: ['本期非煤矿山领域登记的“立案”合计', 'Cases filed in non-coal mines'],
  mine_fines: ['本期非煤矿山领域登记的“罚款”合计', 'Fines in non-coal mines'],
  mobile_fuel_trucks_seized: ['本期打击非法成品油行动登记的合计', 'Sum of the campaign against illegal fuel'],
  illegal_fuel_points_closed: ['本期打击非法成品油行动登记的合计', 'Sum of the campaign against illegal fuel'],
  diesel_seized: ['本期打击非法成品油行动登记的合计', 'Sum of the campaign against illegal fuel'],
  gasoline_seized: ['本期打击非法成品油行动登记的合计', 'Sum of the campaign against illegal fuel'],
  area_restored: ['本期环保督察问题登记的“修复面积”合计', 'Area restored, of environmental inspection issues'],
  waste_removed: ['本期环保督察问题登记的“清运”合计', 'Waste removed, of environmental inspection issues'],
} as const satisfies Record<string, Label>;

/** Findings of the check-up of a report; `{place}` is filled from the finding. */
export const reportCheckTexts = {
  valueMissing: ['“{name}”没有数据{why}，文中以 ____ 表示', '{name} has no value{why} and is printed as ____'],
  partsExceedWhole: [
    '“{part}”（{partText}）大于“{whole}”（{wholeText}）',
    '{part} ({partText}) exceeds {whole} ({wholeText})',
  ],
  scope: [
    '“{part}”（{partText}）大于全局口径的“{whole}”（{wholeText}），请核对两处口径和期间',
    '{part} ({partText}) exceeds {whole} ({wholeText}) of the whole bureau; check scope and period',
  ],
  totalDiffers: [
    '“{whole}”（{wholeText}）不等于其分项之和（{sumText}）',
    '{whole} ({wholeText}) is not the sum of its parts ({sumText})',
  ],
  tableTotalDiffers: [
    '第 {paragraph} 段的表中“{heading}”{place}印的是 {printed}，表内各项相加是 {sum}，请核对口径',
    'In the table of paragraph {paragraph} “{heading}”{place} prints {printed}, its parts add up to {sum}',
  ],
  deathsWithoutAccident: ['有死亡人数但没有事故起数', 'Deaths without an accident'],
  outcomeBeforeRaised: [
    '{count} 件事项计入本报告的成果，日期早于该事项的提出日期（事故为发生日期），数照计，请核对日期',
    '{count} tickets have a counted outcome dated before they were raised (accidents: occurred); check the days',
  ],
  closedWithoutEvidence: ['{count} 个已完成整改的问题没有佐证材料', '{count} issues are done without evidence'],
  overdueOpen: ['{count} 个问题已过整改时限仍未报结', '{count} issues are overdue'],
  periodWord: [
    '报告期为{period}，第 {paragraph} 段出现“{word}”',
    'The period is {period}, yet paragraph {paragraph} says {word}',
  ],
  accidentsAbove: [
    '报告期内有较大及以上事故 {count} 起，“一般生产安全事故”起数、死亡人数不含，请核对正文是否写明',
    '{count} accidents of the period are more than general ones and not among the general: see that the text tells of them',
  ],
  hazardsOfNoLevel: [
    '本期排查的隐患中有 {count} 条没有定级，一般隐患、重大隐患的数都不含，请补定等级后重新生成',
    '{count} hazards of the period have no level: neither general nor major ones count them; give them a level and build again',
  ],
  harmLate: [
    '“{name}”未计入 {amount}{unit}：本期事故登记的成果日期晚于截至日（{asOf}），请核对成果日期',
    '{name} leaves out {amount} {unit}: recorded on accidents of the period with a day behind {asOf}',
  ],
  accidentUnknown: [
    '文中的事故“{name}”不在台账本期的事故之列，请核对；单位参数里留空则按台账填写',
    'The accident {name} is none of the period in the ledger; left blank, the ledger names them',
  ],
  accidentOld: [
    '“{name}”填的“{value}”于{on}录入，早于报告期，请核对是否仍属本期；单位参数里留空则按台账填写',
    '{name}: {value} was entered on {on}, before the period; see whether it still holds',
  ],
  accidentPrinted: [
    '“{name}”填的“{value}”已用于{period}的报告，请核对是否仍属本期；单位参数里留空则按台账填写',
    '{name}: {value} was printed in the report of {period} already; see whether it still holds',
  ],
  literalNumbers: [
    '模板里仍是原稿的数字 {count} 处：{places}；请逐处核对，不再适用的在 Word 模板里改',
    '{count} numbers stand in the template as they were: {places}; look at each and change the template where need be',
  ],
  wordClaims: [
    '用文字下的结论 {count} 处需核对，不会随数字变：{places}；不再属实的在 Word 模板里改',
    '{count} claims in words do not follow the numbers: {places}; change the template where one is no longer true',
  ],
  starLeft: ['第 {paragraph} 段还有没填的“*”：…{around}…', 'Paragraph {paragraph} still has a star: …{around}…'],
  periodNotOver: [
    '统计截至{asOf}，早于期末{to}，本期数据尚不完整',
    'Counted up to {asOf}, before the period ends on {to}',
  ],
  dayBehind: [
    '统计截至{asOf}，已晚于报告期（{to}止）：本期发生、发现、办结的只计到期末，完成、逾期、整改率等状态为截至日的情况',
    'Counted up to {asOf}, behind the period’s end on {to}: what happened counts up to its end, states are those of the day',
  ],
  roundBehind: [
    '所选巡察轮次“{name}”于{on}反馈，在报告期（{to}止）之后',
    'The chosen round {name} was fed back on {on}, behind the period’s end on {to}',
  ],
  sourcesSeveral: [
    '没有选定巡察轮次，巡察反馈问题的数字取自“{taken}”；另有{others}，没有取用，要写另一个请在生成时选定',
    'No round was chosen and “{taken}” was taken; {others} could be meant as well: choose it for the build if so',
  ],
  roundLeftOut: [
    '巡察轮次“{name}”于{on}反馈，在报告期（{to}止）之后，本报告没有取用；要写这一轮，请在生成时选定',
    'The round {name} was fed back on {on}, behind the period’s end on {to}, and is left out unless it is chosen',
  ],
  dayAhead: [
    '统计截至{asOf}，而数据只到{known}：其间的变化未计入，其间到期的按逾期统计',
    'Counted up to {asOf} with what was known on {known}: what falls due between counts as overdue',
  ],
  filingIncomplete: ['“{name}”缺少填报：{gaps}', '{name} lacks filings: {gaps}'],
  filingCarried: ['“{name}”沿用此前期间的填报', '{name} is carried over from an earlier period'],
  filingDoubted: ['“{name}”的填报可疑：{filings}', '{name}: filings to look at: {filings}'],
  filingNotAccepted: ['“{name}”依据的填报尚未审定：{filings}', '{name} rests on filings not yet accepted: {filings}'],
  filingWaiting: ['“{name}”另有填报待审定，未计入：{filings}', '{name}: filings wait and do not count: {filings}'],
  filingDiffers: [
    '“{name}”按事项统计为 {counted}，科室填报为 {filed}，文中采用{printed}',
    '{name}: tickets say {counted}, filings {filed}; printed: {printed}',
  ],
  rateUnfounded: [
    '“{name}”{unitName}{period}填报为 {filed}%，按{basis} {part} ÷ {whole} 应为 {computed}',
    '{name}: {unitName} filed {filed}% for {period}, yet {part} of {whole} ({basis}) is {computed}',
  ],
  typedOver: [
    '“{name}”由{by}人工改为 {value}，计算为 {computed}：{reason}',
    '{name}: {value} typed over {computed} by {by}: {reason}',
  ],
  typedByHand: ['“{name}”为人工填写', '{name} was typed by hand'],
  listCut: ['清单“{list}”超过 {limit} 行，只列出前 {limit} 行', 'List {list} is cut at {limit} rows'],
} as const satisfies Record<string, Label>;

export type ReportCheckCode = keyof typeof reportCheckTexts;

/** How far a report is once it is built. */
export const reportStateLabels = {
  draft: ['草稿', 'Draft'],
  submitted: ['已送审', 'Submitted'],
  returned: ['已退回', 'Returned'],
  final: ['定稿', 'Final'],
  withdrawn: ['作废', 'Withdrawn'],
} as const satisfies Record<string, Label>;

/** Steps in the life of a report, as its history tells them. */
export const reportActionLabels = {
  submit: ['送审', 'Submit'],
  recall: ['撤回送审', 'Recall'],
  return: ['退回', 'Return'],
  finalize: ['定稿', 'Finalise'],
  withdraw: ['作废', 'Withdraw'],
} as const satisfies Record<string, Label>;

/** Words a report prints in place of a day or a title. */
export const reportWords = {
  ongoingDeadline: ['长期坚持', 'ongoing'],
  noDeadline: ['未定', 'not set'],
  confidentialTitle: ['（保密事项）', '(confidential)'],
  confidentialProgress: ['进展从略', 'progress not shown'],
  noProgress: ['尚未填报进展', 'no progress reported'],
  countedPrinted: ['事项统计', 'tickets'],
  filedPrinted: ['科室填报', 'filings'],
  unitParts: ['该单位所填', 'as the unit filed'],
  reportParts: ['本报告', 'of this report'],
  noCampaign: ['（还没有登记专项行动）', ' (no campaign is registered)'],
  noCampaignNamed: [
    '（没有名称或曾用名含“{word}”的专项行动）',
    ' (no campaign is or was called anything with “{word}”)',
  ],
  noUnit: ['未定牵头单位', 'no lead unit'],
  total: ['合计', 'Total'],
  none: ['无', 'none'],
  noIndustry: ['未分行业', 'no industry'],
  jointNext: ['；', '; '],
  jointLast: ['。', '.'],
  sitesHidden: ['未公开的{count}个单位', '{count} places not shown'],
  sitesMore: ['等{count}个单位', ' and others, {count} in all'],
  duePassed: ['（已逾期）', ' (overdue)'],
  dueSubmitted: ['（已报结）', ' (submitted)'],
  dueDone: ['（已完成）', ' (done)'],
  stateDraft: ['待立项', 'draft'],
  stateDone: ['已完成', 'done'],
  stateOverdue: ['逾期', 'overdue'],
  stateSubmitted: ['已报结', 'submitted'],
  stateOngoing: ['长期坚持', 'kept up'],
  printCopy: ['付印稿', 'for print'],
  stateSuspended: ['挂起', 'suspended'],
  stateUnderWay: ['推进中', 'under way'],
  halfYearTemplate: ['半年工作情况报告', 'Half-year work report'],
  rectificationTemplate: ['巡察整改情况通报（月）', 'Monthly circular on rectification'],
  hazardTemplate: ['隐患排查治理统计表（季）', 'Quarterly table of hazards'],
  keyTaskTemplate: ['重点任务进展表', 'Progress of key tasks'],
  withdrawnMark: ['作废　{on}由{by}作废，不得使用', 'Withdrawn on {on} by {by}'],
  supervisionTemplate: ['督办通报', 'Bulletin on supervised items'],
} as const satisfies Record<string, Label>;
