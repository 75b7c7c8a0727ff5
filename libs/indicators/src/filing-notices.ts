import { select, SqlParameters, type Queryable } from '@xiaohao/database';
import { parsePeriod, type Day, type FilingAction } from '@xiaohao/domain';
import { noticeText, type NoticeText } from '@xiaohao/messages';
import type { NewNotice } from '@xiaohao/notices';
import type { Actor } from '@xiaohao/org';

/** Who hears of a step: the office that accepts, or who filed. What a department drafts nobody hears of. */
const toldOf: Partial<
  Record<FilingAction, { rule: string; who: 'office' | 'filer'; subject: NoticeText; mail: boolean }>
> = {
  file: { rule: 'filing_submitted', who: 'office', subject: 'filingSubmittedSubject', mail: false },
  submit: { rule: 'filing_submitted', who: 'office', subject: 'filingSubmittedSubject', mail: false },
  accept: { rule: 'filing_accepted', who: 'filer', subject: 'filingAcceptedSubject', mail: false },
  return: { rule: 'filing_returned', who: 'filer', subject: 'filingReturnedSubject', mail: true },
};

const reviewPage = '/filing/review';

interface ToldFiling {
  personId: string;
  unitId: string;
  unitName: string;
  period: string;
  lines: { name: string; value: number; unit: string }[];
}

/**
 * One message per person, unit and period, however many figures. The office is not told again while it has not read
 * that something waits there.
 */
export async function filingNotices(
  tx: Queryable,
  actor: Actor,
  ids: readonly string[],
  { action, reason, today }: { action: FilingAction; reason: string | null; today: Day },
): Promise<NewNotice[]> {
  const told = toldOf[action];
  if (!told) return [];
  const params = new SqlParameters();
  const filings = params.add(ids);
  const people = {
    office:
      () => `join post o on o.role = 'office' and daterange(o.from_on, o.to_on, '[]') @> ${params.add(today)}::date
      join person p on p.id = o.person_id and not exists (select 1 from message m
        where m.person_id = p.id and m.rule_code = ${params.add(told.rule)}::text and m.read_at is null
          and m.link = '${reviewPage}?period=' || f.period || '&unitId=' || f.unit_id)`,
    filer: () => 'join person p on p.id = f.filed_by',
  }[told.who]();
  const rows = await select<ToldFiling>(
    tx,
    `select p.id as "personId", f.unit_id as "unitId", u.name as "unitName", f.period,
       json_agg(distinct jsonb_build_object('name', i.name, 'value', f.value::float8, 'unit', i.unit)) as lines
     from indicator_filing f join indicator i on i.key = f.key join unit u on u.id = f.unit_id ${people}
     where f.id = any(${filings}::uuid[]) and p.disabled_at is null and p.id <> ${params.add(actor.personId)}
     group by p.id, f.unit_id, u.name, f.period`,
    params.values,
  );
  return rows.map(({ personId, unitId, unitName, period, lines }) => {
    const facts = { by: actor.name, unit: unitName, period: parsePeriod(period)!.label, count: lines.length };
    const page = told.who === 'office' ? reviewPage : '/filing';
    return {
      personId,
      ruleCode: told.rule,
      forOn: today,
      subject: noticeText(told.subject, facts),
      body: {
        heading: noticeText(told.subject, facts),
        blocks: [
          {
            form: 'lines' as const,
            lines: [
              ...(reason === null ? [] : [noticeText('filingReason', { reason })]),
              ...lines.map(({ name, value, unit }) => `${name}：${value.toLocaleString('zh-CN')} ${unit}`),
            ],
          },
        ],
      },
      link: `${page}?period=${period}&unitId=${unitId}`,
      channels: told.mail ? (['inbox', 'mail'] as const) : (['inbox'] as const),
    };
  });
}
