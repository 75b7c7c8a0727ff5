import type { Label } from './labels.js';

/** Sentences of messages and mails; `{name}` is filled by who writes the message. */
export const noticeTexts = {
  mailSubject: ['【销号】{subject}', '[Xiaohao] {subject}'],
  overdueSubject: ['{overdue} 件事项逾期，请及时处理', '{overdue} items overdue'],
  overdueAndDueSubject: [
    '{overdue} 件事项逾期，另有 {other} 件催办提醒',
    '{overdue} items overdue, {other} more reminders',
  ],
  reminderSubject: ['{other} 件事项催办提醒', '{other} reminders'],
  heading: [
    '{name}，您好：以下事项需要您关注（截至{on}）。',
    'Dear {name}, these items need your attention as of {on}.',
  ],
  weeklyTitle: ['逾期事项周报', 'Overdue items this week'],
  dailyDigestTitle: ['逾期事项日报', 'Overdue items today'],
  sectionTableTitle: ['各单位逾期情况', 'Overdue items by unit'],
  unresolvedTitle: ['时限待明确的事项', 'Items without a clear deadline'],
  beforeDueTitle: ['{days} 天内到期', 'Due within {days} days'],
  dueTodayTitle: ['今日到期', 'Due today'],
  afterDueTitle: ['逾期催办（已满 {days} 天）', 'Overdue for {days} days'],
  inReviewTitle: ['待您审核（已满 {days} 天）', 'Waiting for your review for {days} days'],
  suspensionReviewTitle: ['挂起事项今日复核', 'Suspended: look again today'],
  ongoingReviewTitle: ['长期坚持事项今日复核', 'Kept up: look again today'],
  reviewLateTitle: ['复核日期已过 {days} 天', 'Not looked at for {days} days'],
  instructionAnswerTitle: ['批示待答复', 'Instructions to answer'],
  instructionLateTitle: ['批示逾期未答复（已满 {days} 天）', 'Instructions unanswered for {days} days'],
  spreadAnswerTitle: ['举一反三自查待答复', 'Checks to answer'],
  spreadLateTitle: ['举一反三自查逾期未答复（已满 {days} 天）', 'Checks unanswered for {days} days'],
  reviewOn: ['应于{on}复核', 'to be looked at on {on}'],
  answerBy: ['{on}前答复', 'to be answered by {on}'],
  spreadHeading: [
    '{name}，您好：{by}部署举一反三，请贵单位自查后答复。',
    'Dear {name}, {by} asks your unit to check for the same.',
  ],
  daysLeft: ['还有 {days} 天', '{days} days left'],
  dueToday: ['今天到期', 'due today'],
  daysOverdue: ['逾期 {days} 天', '{days} days overdue'],
  daysWaiting: ['已等待 {days} 天', 'waiting for {days} days'],
  deadlineRaw: ['原文：{raw}', 'as written: {raw}'],
  noDeadline: ['时限未填', 'no deadline given'],
  longestOverdue: ['最长逾期 {days} 天', 'longest {days} days overdue'],
  confidentialTitle: ['（保密事项，登录后查看）', '(confidential; sign in to read)'],
  noUnit: ['未定牵头单位', 'no lead unit'],
  noHandler: ['未定承办人', 'no handler'],
  dueOn: ['{on}到期', 'due {on}'],
  blockCount: ['{title}（{count} 件）', '{title} ({count})'],
  unitCount: ['{unit}（{count} 件）', '{unit} ({count})'],
  columnNo: ['编号', 'No.'],
  columnTitle: ['事项', 'Item'],
  columnDue: ['时限', 'Due'],
  columnState: ['情况', 'State'],
  columnHandler: ['承办人', 'Handler'],
  columnUnit: ['单位', 'Unit'],
  columnCount: ['件数', 'Items'],
  openSystem: ['请登录系统办理：{link}', 'Open: {link}'],
  automatic: ['本邮件由销号系统自动发送，请勿直接回复。', 'Sent automatically; please do not reply.'],
  watchdogSubject: ['催办任务未按时运行', 'Reminders did not run on time'],
  watchdogText: [
    '应于{on}运行的催办任务至今没有完成，请检查后台任务进程（worker）和数据库。恢复后会自动补发，不会重复发送。',
    'The reminder sweep of {on} has not finished. Check the worker and the database; what was missed is sent once it runs.',
  ],
  changedSubject: ['{no} {what}', '{no} {what}'],
  leaveSubject: ['{person}请假，由{standIn}代理', '{person} is on leave, {standIn} stands in'],
  leaveHeading: [
    '{by}登记：{person}请假期间，{unit}{role}由{standIn}代理，{from}至{to}。',
    '{by}: {standIn} stands in for {person} as {role} of {unit} from {from} to {to}.',
  ],
  leaveNote: [
    '代理期间签收、审核和催办由{standIn}负责，期满自动结束；提前返岗可在“我的”页面结束代理。',
    'Signing, reviews and reminders go to {standIn}; it ends by itself, or earlier on the page “Me”.',
  ],
  handOverSubject: ['{person}的工作已移交给您（{count} 件）', '{count} tickets of {person} are yours now'],
  handOverHeading: [
    '{by}办理了工作交接：{person}的以下 {count} 件事项由您承接。',
    '{by}: these {count} tickets of {person} are handed over to you.',
  ],
  handOverNone: ['没有未办结事项；任职已由您接任。', 'No open tickets; the post is yours.'],
  filingDueTitle: ['填报即将到期', 'Filings due soon'],
  filingLateTitle: ['填报逾期（已满 {days} 天）', 'Filings {days} days late'],
  filingUrgeTitle: ['催报', 'Please file'],
  filingReminderSubject: ['有数据待填报', 'Figures to file'],
  filingLine: ['{period}：{names}（{count} 项）', '{period}: {names} ({count})'],
  filingLineMore: ['{period}：{names}等 {count} 项', '{period}: {names} and others ({count})'],
  filingNow: ['请尽快填报', 'please file soon'],
  filingSubmittedSubject: [
    '{unit}提交了{period}填报（{count} 项），待审定',
    '{unit} submitted {count} figures for {period}',
  ],
  filingAcceptedSubject: ['{unit}{period}填报已审定（{count} 项）', '{count} figures of {unit} for {period} accepted'],
  filingReturnedSubject: [
    '{unit}{period}填报被退回（{count} 项），请更正后重新提交',
    '{count} figures of {unit} for {period} returned',
  ],
  filingReason: ['退回原因：{reason}', 'Reason: {reason}'],
  reportSubmittedSubject: ['{by}送审{name}（{period}），请审阅定稿', '{by} submitted {name} ({period})'],
  reportReturnedSubject: ['{name}（{period}）被{by}退回，请修改后重新送审', '{name} ({period}) returned by {by}'],
  reportFinalizedSubject: ['{name}（{period}）已由{by}定稿', '{name} ({period}) finalised by {by}'],
  reportFacts: ['数据统计截至{asOf}', 'Counted up to {asOf}'],
  reportFindings: [
    '体检还有 {errors} 条错误、{warnings} 条注意没有处理',
    '{errors} errors and {warnings} warnings are open',
  ],
  changedHeading: ['{name}，您好：{by}对事项作了“{what}”。', 'Dear {name}, {by}: {what}.'],
} as const satisfies Record<string, Label>;

export type NoticeText = keyof typeof noticeTexts;

/** The sentence with its places filled; zh-CN unless English is asked for. */
export function noticeText(
  key: NoticeText,
  facts: Readonly<Record<string, string | number>> = {},
  language: 'zh' | 'en' = 'zh',
): string {
  const text: string = noticeTexts[key][language === 'zh' ? 0 : 1];
  return text.replace(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? ''));
}

/** Why a delivery was not made; stored as text so that the log reads the same for ever. */
export const dropReasons = {
  noAddress: ['没有可用的邮箱地址', 'no usable mail address'],
  personGone: ['收件人已停用或不再任职', 'the recipient is disabled or holds no post'],
  settled: ['发送前事项已报结、办结或撤销', 'submitted, closed or cancelled before sending'],
  deadlineMoved: ['发送前时限已变更', 'the deadline moved before sending'],
  reassigned: ['发送前已改派他人', 'reassigned before sending'],
  answered: ['发送前已答复', 'answered before sending'],
  filed: ['发送前已填报', 'filed before sending'],
} as const satisfies Record<string, Label>;

export type DropReason = keyof typeof dropReasons;

export const channelLabels = { inbox: ['站内', 'Inbox'], mail: ['邮件', 'Mail'] } as const satisfies Record<
  string,
  Label
>;

export const deliveryStatusLabels = {
  queued: ['待发送', 'Queued'],
  sent: ['已发送', 'Sent'],
  failed: ['发送失败', 'Failed'],
  dropped: ['未发送', 'Dropped'],
} as const satisfies Record<string, Label>;

/** Whom a reminder rule tells. */
export const audienceLabels = {
  handler: ['承办人', 'handler'],
  head: ['科室负责人', 'section head'],
  deputy: ['分管领导', 'deputy in charge'],
  chief: ['局长/书记', 'chief'],
  coordinator: ['归口办公室', 'coordinating office'],
  reviewer: ['审核人', 'reviewer'],
  addressee: ['答复人', 'who is to answer'],
  asker: ['提出人', 'who asked'],
  filer: ['填报人', 'who files'],
  collector: ['局办公室', 'who collects'],
} as const satisfies Record<string, Label>;

/** A rule's moment as the beginning of a sentence; `{days}` is the editable part. */
export const reminderMomentLabels = {
  before_due: ['到期前第 {days} 天', '{days} days before the deadline'],
  due: ['到期当天', 'on the deadline'],
  after_due: ['逾期第 {days} 天', '{days} days after the deadline'],
  in_review: ['待审核满 {days} 天', 'after {days} days in review'],
  review_day_suspended: ['挂起事项到复核日期', 'when a suspended ticket is to be looked at'],
  review_day_ongoing: ['长期坚持事项到复核日期', 'when what is kept up is to be looked at'],
  review_late: ['复核日期过后第 {days} 天', '{days} days after the day to look again'],
  before_answer_instruction: ['批示答复期限前第 {days} 天', '{days} days before an instruction is to be answered'],
  answer_late_instruction: ['批示逾期未答复第 {days} 天', 'an instruction unanswered for {days} days'],
  before_answer_spread: ['举一反三答复期限前第 {days} 天', '{days} days before a check is to be answered'],
  answer_late_spread: ['举一反三逾期未答复第 {days} 天', 'a check unanswered for {days} days'],
  before_filing: ['填报期限前第 {days} 天仍未填报', '{days} days before a period is to be filed'],
  filing_late: ['填报期限后第 {days} 天仍未填报', 'not filed {days} days after the day'],
  filing_urge: ['在“审定与催报”中点催报', 'when somebody urges'],
  weekly_overdue: ['每周一 08:30（遇假日顺延）逾期周报', 'every Monday 08:30, or the next working day: all overdue'],
  daily_overdue: ['每个工作日逾期日报', 'every working day: all overdue'],
  weekly_unresolved: ['每周一 08:30（遇假日顺延）时限待明确', 'every Monday 08:30: deadlines to settle'],
} as const satisfies Record<string, Label>;
