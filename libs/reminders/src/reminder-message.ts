import { daysBetween, type Day } from '@xiaohao/domain';
import { noticeText } from '@xiaohao/messages';
import {
  blockSections,
  countTickets,
  dayText,
  type Channel,
  type NoticeBlock,
  type NoticeBody,
  type NoticeList,
  type NoticeTable,
  type NoticeTicket,
} from '@xiaohao/notices';
import { blockTitle, isFilingMoment, type ReminderRule } from './reminder-rules.js';
import type { ToldAnswer } from './answer-reminder.queries.js';
import { filingLink, filingSections } from './filing-message.js';
import type { ToldFilings } from './filing-reminder.queries.js';
import type { Recipient, ToldTicket } from './told-ticket.queries.js';

/** What one rule tells one person. */
export interface Finding {
  readonly rule: ReminderRule;
  readonly personId: string;
  /** Told one by one. */
  readonly ownIds: readonly string[];
  /** Told as numbers per section, to those who look at many. */
  readonly watchedIds: readonly string[];
  /** What is to be answered, told one by one. */
  readonly answers?: readonly { readonly id: string; readonly ticketId: string }[];
  /** What is to be filed, told by unit and period. */
  readonly filings?: readonly ToldFilings[];
  /** Per ticket, where the rule counts from a day that is not the deadline. */
  readonly countedFrom?: ReadonlyMap<string, Day>;
}

export interface DraftMessage {
  readonly personId: string;
  /** The digest's code where the message holds one, else that of its highest level. */
  readonly ruleCode: string;
  readonly level: number;
  readonly channels: readonly Channel[];
  readonly subject: string;
  readonly body: NoticeBody;
  /** The page that shows what it speaks of: the overdue tickets, else the workbench. */
  readonly link: string;
  readonly ticketIds: readonly string[];
}

export type Rules = ReadonlyMap<string, ReminderRule>;
/** Facts of all that messages of one sweep speak of; tickets in the order of telling. */
export interface Told {
  readonly tickets: ReadonlyMap<string, ToldTicket>;
  readonly answers: ReadonlyMap<string, ToldAnswer>;
}

/** What stands in one message: all that goes to one person on the same channels. */
export function messageKey(personId: string, { channels }: Pick<ReminderRule, 'channels'>): string {
  return `${personId} ${[...channels].sort().join('+')}`;
}

/** Writes one message from all findings of one person and set of channels. */
export function draftMessage(findings: readonly Finding[], recipient: Recipient, told: Told, on: Day): DraftMessage {
  const ordered = [...findings].sort((a, b) => importance(b.rule) - importance(a.rule) || a.rule.sort - b.rule.sort);
  const blocks = ordered.flatMap((finding) => blocksOf(finding, told, on));
  const body = { heading: noticeText('heading', { name: recipient.name, on: dayText(on, on) }), blocks };
  const rules = new Map(ordered.map(({ rule }) => [rule.code, rule]));
  return {
    personId: recipient.id,
    ruleCode: ordered[0]!.rule.code,
    level: Math.max(...ordered.map(({ rule }) => rule.level)),
    channels: ordered[0]!.rule.channels,
    subject: subjectOf(body, rules),
    body,
    link: linkOf(ordered),
    ticketIds: [
      ...new Set(
        ordered.flatMap(({ ownIds, watchedIds, answers = [] }) => [
          ...ownIds,
          ...watchedIds,
          ...answers.map(({ ticketId }) => ticketId),
        ]),
      ),
    ],
  };
}

function linkOf(findings: readonly Finding[]): string {
  if (findings.every(({ rule }) => isFilingMoment(rule.moment)))
    return filingLink(findings.flatMap(({ filings = [] }) => filings));
  return findings.some(({ rule }) => tellsOverdue(rule)) ? '/tickets?overdue=true' : '/';
}

/** Digests of what is overdue stand first, then the higher levels. */
function importance({ moment, level }: ReminderRule): number {
  return moment.type === 'digest' && moment.of === 'overdue' ? 1000 : level;
}

/** Counts only: a subject travels further than a body. */
export function subjectOf(body: NoticeBody, rules: Rules): string {
  const isFiling = (block: NoticeBlock) =>
    block.form === 'list' && isFilingMoment(rules.get(block.rule)?.moment ?? { type: 'due' });
  if (body.blocks.every(isFiling)) return noticeText('filingReminderSubject');
  const late = body.blocks.filter((block) => block.form !== 'lines' && tellsOverdue(rules.get(block.rule)));
  const overdue = countTickets({ ...body, blocks: late });
  const other = countTickets(body) - overdue;
  if (overdue === 0) return noticeText('reminderSubject', { other });
  return noticeText(other > 0 ? 'overdueAndDueSubject' : 'overdueSubject', { overdue, other });
}

function tellsOverdue(rule: ReminderRule | undefined): boolean {
  if (!rule) return false;
  return rule.moment.type === 'after_due' || (rule.moment.type === 'digest' && rule.moment.of === 'overdue');
}

function blocksOf(finding: Finding, { tickets, answers }: Told, on: Day): NoticeBlock[] {
  const { rule, ownIds, watchedIds, countedFrom } = finding;
  const head = { rule: rule.code, level: rule.level };
  const blocks: NoticeBlock[] = [];
  if (watchedIds.length > 0) {
    const sections = bySection(watchedIds, tickets).map((section) => tableRow(section, on));
    blocks.push({ ...head, form: 'table', title: noticeText('sectionTableTitle'), sections });
  }
  if (ownIds.length > 0) {
    const sections = bySection(ownIds, tickets).map(({ unit, tickets: told }) => ({
      unit,
      tickets: told.map((ticket) => noticeTicket(ticket, rule, countedFrom?.get(ticket.id) ?? on, on)),
    }));
    blocks.push({ ...head, form: 'list', title: blockTitle(rule.moment), sections });
  }
  const asked = (finding.answers ?? []).map(({ id }) => answers.get(id)!);
  if (asked.length > 0) {
    blocks.push({ ...head, form: 'list', title: blockTitle(rule.moment), sections: answerSections(asked, on) });
  }
  if (finding.filings && finding.filings.length > 0) {
    blocks.push({
      ...head,
      form: 'list',
      title: blockTitle(rule.moment),
      sections: filingSections(finding.filings, on),
    });
  }
  return blocks;
}

function answerSections(asked: readonly ToldAnswer[], on: Day): NoticeList['sections'] {
  const ordered = [...asked].sort((a, b) => a.unitSort - b.unitSort || (a.dueOn < b.dueOn ? -1 : 1));
  return [...new Set(ordered.map(({ unitName }) => unitName))].map((unit) => ({
    unit: unit || noticeText('noUnit'),
    tickets: ordered
      .filter(({ unitName }) => unitName === unit)
      .map(({ id, no, title, dueOn, answerer, link }) => ({
        id,
        no,
        title,
        dueOn,
        note: [noticeText('answerBy', { on: dayText(dueOn, on) }), distanceText(daysBetween(on, dueOn))].join('，'),
        handler: answerer,
        link,
      })),
  }));
}

interface Section {
  unit: string;
  sort: number;
  tickets: ToldTicket[];
}

/** Units in the bureau's order; within each, the longest overdue first. */
function bySection(ids: readonly string[], tickets: Told['tickets']): Section[] {
  const sections = new Map<string, Section>();
  for (const ticket of ids.map((id) => tickets.get(id)!).sort((a, b) => a.place - b.place)) {
    const unit = ticket.unitName ?? noticeText('noUnit');
    const section = sections.get(unit) ?? { unit, sort: ticket.unitSort ?? Number.MAX_SAFE_INTEGER, tickets: [] };
    section.tickets.push(ticket);
    sections.set(unit, section);
  }
  return [...sections.values()].sort((a, b) => a.sort - b.sort || (a.unit < b.unit ? -1 : 1));
}

function tableRow({ unit, tickets }: Section, on: Day): NoticeTable['sections'][number] {
  const longest = Math.max(...tickets.map(({ dueOn }) => (dueOn ? daysBetween(dueOn, on) : 0)));
  return { unit, tickets: tickets.map(({ no }) => no), note: noticeText('longestOverdue', { days: longest }) };
}

function noticeTicket(ticket: ToldTicket, rule: ReminderRule, countedFrom: Day, on: Day): NoticeTicket {
  return {
    id: ticket.id,
    no: ticket.no,
    title: ticket.confidential ? noticeText('confidentialTitle') : ticket.title,
    dueOn: ticket.dueOn,
    note: noteOf(ticket, rule, countedFrom, on),
    handler: ticket.handlerName,
  };
}

function noteOf(ticket: ToldTicket, { moment }: ReminderRule, countedFrom: Day, on: Day): string {
  if (moment.type === 'in_review') return noticeText('daysWaiting', { days: daysBetween(countedFrom, on) });
  if (moment.type === 'review_day' || moment.type === 'review_late') {
    return noticeText('reviewOn', { on: dayText(countedFrom, on) });
  }
  if (ticket.dueOn === null) {
    return ticket.deadlineRaw ? noticeText('deadlineRaw', { raw: ticket.deadlineRaw }) : noticeText('noDeadline');
  }
  return [noticeText('dueOn', { on: dayText(ticket.dueOn, on) }), distanceText(daysBetween(on, ticket.dueOn))].join(
    '，',
  );
}

function distanceText(daysLeft: number): string {
  if (daysLeft === 0) return noticeText('dueToday');
  return daysLeft > 0 ? noticeText('daysLeft', { days: daysLeft }) : noticeText('daysOverdue', { days: -daysLeft });
}

/** One line of `remind --json`: what one rule tells one person on one channel. */
export interface PlannedMessage {
  person: string;
  username: string;
  channel: Channel;
  rule: string;
  level: number;
  sent: boolean;
  tickets: string[];
  sections: { unit: string; tickets: string[] }[];
}

/** A message's lines, one per rule and channel; a table and a list of one rule make one line. */
export function plannedMessages(
  body: NoticeBody,
  recipient: Pick<Recipient, 'name' | 'username'>,
  channels: readonly { channel: Channel; sent: boolean }[],
): PlannedMessage[] {
  const rules = new Map<string, { level: number; sections: Map<string, Set<string>> }>();
  for (const block of body.blocks) {
    if (block.form === 'lines') continue;
    const line = rules.get(block.rule) ?? { level: block.level, sections: new Map<string, Set<string>>() };
    rules.set(block.rule, line);
    for (const { unit, tickets } of blockSections(block)) {
      const known = line.sections.get(unit) ?? new Set<string>();
      for (const no of tickets) known.add(no);
      line.sections.set(unit, known);
    }
  }
  return [...rules].flatMap(([rule, { level, sections }]) =>
    channels.map(({ channel, sent }) => ({
      person: recipient.name,
      username: recipient.username,
      channel,
      rule,
      level,
      sent,
      tickets: [...new Set([...sections.values()].flatMap((tickets) => [...tickets]))],
      sections: [...sections].map(([unit, tickets]) => ({ unit, tickets: [...tickets] })),
    })),
  );
}
