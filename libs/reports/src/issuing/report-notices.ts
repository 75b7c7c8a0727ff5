import { select, SqlParameters, type Queryable } from '@xiaohao/database';
import { parsePeriod, type Day, type ReportAction } from '@xiaohao/domain';
import { officialDay } from '@xiaohao/documents';
import { noticeText, type NoticeText } from '@xiaohao/messages';
import type { NewNotice } from '@xiaohao/notices';
import type { Actor } from '@xiaohao/org';
import { withExcuses } from './report-excuse.queries.js';
import type { SettledReport } from './report-settling.js';

interface Told {
  rule: string;
  who: 'chief' | 'submitter';
  subject: NoticeText;
  mail: boolean;
}

/** Who hears of a step: the chief who finalises, or who submitted. A draft that is recalled nobody hears of. */
const toldOf: Partial<Record<ReportAction, Told>> = {
  submit: { rule: 'report_submitted', who: 'chief', subject: 'reportSubmittedSubject', mail: true },
  return: { rule: 'report_returned', who: 'submitter', subject: 'reportReturnedSubject', mail: true },
  finalize: { rule: 'report_finalized', who: 'submitter', subject: 'reportFinalizedSubject', mail: false },
};

/** The chief is not told again while there is an unread message that the report waits. */
export async function reportNotices(
  tx: Queryable,
  actor: Actor,
  report: SettledReport,
  { id, action, reason, today }: { id: string; action: ReportAction; reason: string | null; today: Day },
): Promise<NewNotice[]> {
  const told = toldOf[action];
  if (!told) return [];
  const link = `/reports/${id}`;
  const people = await findTold(tx, actor, report, { ...told, link, today });
  const facts = { by: actor.name, name: report.templateName, period: parsePeriod(report.period)!.label };
  const lines = [
    ...(reason === null ? [] : [noticeText('filingReason', { reason })]),
    noticeText('reportFacts', { asOf: officialDay(report.asOf) }),
    ...(told.who === 'chief' ? await findingLines(tx, id, report) : []),
  ];
  return people.map((personId) => ({
    personId,
    ruleCode: told.rule,
    forOn: today,
    subject: noticeText(told.subject, facts),
    body: { heading: noticeText(told.subject, facts), blocks: [{ form: 'lines' as const, lines }] },
    link,
    channels: told.mail ? (['inbox', 'mail'] as const) : (['inbox'] as const),
  }));
}

async function findTold(
  tx: Queryable,
  actor: Actor,
  { submittedBy }: SettledReport,
  { who, rule, link, today }: Told & { link: string; today: Day },
): Promise<string[]> {
  const params = new SqlParameters([actor.personId]);
  const isMeant = {
    chief: () => `exists (select 1 from post o where o.person_id = p.id and o.role = 'chief'
        and daterange(o.from_on, o.to_on, '[]') @> ${params.add(today)}::date)
      and not exists (select 1 from message m where m.person_id = p.id and m.rule_code = ${params.add(rule)}::text
        and m.read_at is null and m.link = ${params.add(link)}::text)`,
    submitter: () => `p.id = ${params.add(submittedBy)}::uuid`,
  }[who]();
  const rows = await select<{ id: string }>(
    tx,
    `select p.id from person p where p.disabled_at is null and p.id <> $1 and ${isMeant}`,
    params.values,
  );
  return rows.map((row) => row.id);
}

/** What of the check-up is neither mended nor excused. */
async function findingLines(tx: Queryable, id: string, { checks }: SettledReport): Promise<string[]> {
  const open = (await withExcuses(tx, id, checks)).filter(({ excuse }) => excuse === null);
  const count = (severity: string) => open.filter((check) => check.severity === severity).length;
  const [errors, warnings] = [count('error'), count('warning')];
  return errors + warnings > 0 ? [noticeText('reportFindings', { errors, warnings })] : [];
}
