import type { CountRule } from '@xiaohao/domain';
import type { NewTicket } from '@xiaohao/tickets';
import type { FigureStage } from './figure-stage.js';

const industries = ['危化', '水域', '工贸'];
const levels = ['general', 'major'];
const day = (month: number, at: number) => `2026-0${month}-${String(10 + at).padStart(2, '0')}`;

/** Tickets of the kinds figures count, of several units, industries, levels and sites, some of them done. */
export async function addLivelyTickets(stage: FigureStage): Promise<string[]> {
  const { chemicals, relief } = stage.bureau.units;
  const units = [chemicals, relief, null];
  const done = (at: number): Partial<NewTicket> =>
    at % 4 === 3
      ? { status: 'closed', submittedOn: day(4, at % 9), closedOn: day(4, at % 9), closedOnTime: at % 2 === 0 }
      : {};
  const draft = (at: number): Partial<NewTicket> => ({
    leadUnitId: units[at % 3]!,
    deadline: { kind: 'date', dueOn: at % 2 === 0 ? '2026-05-31' : '2026-09-30', ongoing: false },
    outcomes: [{ type: at % 2 === 0 ? 'hazards_eliminated' : 'rules_made', amount: at + 1, on: '2026-04-01' }],
    measures: [{ text: '整改', dueOn: '2026-05-01' }, { text: '再整改' }],
    ...done(at),
  });
  const none = { sourceId: null, itemId: null };
  return stage.add(
    ...Array.from({ length: 30 }, (_, at) => ({ ...draft(at), itemId: stage.bureau.itemIds[at % 2]! })),
    ...Array.from({ length: 40 }, (_, at) => ({
      ...draft(at),
      ...none,
      kind: 'hazard' as const,
      level: levels[at % 2]!,
      industry: industries[at % 3]!,
      site: `厂区${at % 5}`,
      details: { assuredDuty: at % 3 === 0, fundsYuan: at * 1000 },
    })),
    ...Array.from({ length: 30 }, (_, at) => ({
      ...draft(at),
      ...none,
      kind: (['supervision_item', 'key_task', 'public_report'] as const)[at % 3]!,
    })),
    ...Array.from({ length: 12 }, (_, at) => ({
      ...draft(at),
      ...none,
      kind: 'accident_investigation' as const,
      level: 'general',
      occurredOn: day(3, at % 9),
      outcomes: [{ type: 'deaths', amount: 1, on: day(3, at % 9) }],
    })),
  );
}

/** What may become of a ticket; each of its own. */
const changes = [
  `status = 'closed', submitted_on = '2026-06-01', closed_on = '2026-06-02', closed_on_time = true`,
  `status = 'cancelled'`,
  `lead_unit_id = $2`,
  `industry = '危化'`,
  `level = case level when 'general' then 'major' else 'general' end`,
  `raised_on = '2025-11-01'`,
  `due_on = '2026-06-05'`,
  `due_on = '2026-11-30'`,
  `status = 'suspended'`,
  `status = 'dept_review', submitted_on = '2026-05-20'`,
  `completion = 'basic'`,
  `status = 'draft'`,
  `kind = 'env_inspection_issue', source_id = null, item_id = null`,
  `item_id = null`,
  `site = '新厂区'`,
  `occurred_on = '2025-12-30'`,
  `details = details || '{"assuredDuty": true, "fundsYuan": 77}'`,
  `round = 2, status = 'in_progress', assigned_on = '2026-06-10', submitted_on = null, closed_on = null, closed_on_time = null`,
  `status = 'ongoing', deadline_ongoing = true`,
];

/** Two changes for each ticket, in ever other pairs, and some of their outcomes and measures. */
export async function changeLively(stage: FigureStage, ids: readonly string[]): Promise<void> {
  for (const [at, id] of ids.entries()) {
    for (const change of new Set([changes[at % changes.length]!, changes[(at * 7 + 3) % changes.length]!])) {
      const values = change.includes('$2') ? [id, stage.bureau.units.office] : [id];
      await stage.change(`update ticket set ${change} where id = $1`, values);
    }
    if (at % 5 === 1) await stage.change('update outcome set amount = amount + 2 where ticket_id = $1', [id]);
    if (at % 5 === 2) await stage.change(`update measure set done_on = '2026-05-03' where ticket_id = $1`, [id]);
  }
}

/** Figures of the bureau's own of the kinds that no figure of the product is. */
export const livelyRules: Readonly<Record<string, readonly CountRule[]>> = {
  lively_measures: [{ scope: 'period', counts: 'measures', dated: 'at_hand', state: 'open' }],
  lively_overdue: [{ scope: 'period', counts: 'tickets', dated: 'overdue', kinds: ['hazard'] }],
  lively_both: [
    { scope: 'period', counts: 'tickets', dated: 'raised', kinds: ['hazard'], levels: ['major'] },
    { scope: 'period', counts: 'outcomes', dated: 'done', outcomeTypes: ['hazards_eliminated'], kinds: ['key_task'] },
  ],
  lively_late: [{ scope: 'period', counts: 'tickets', dated: 'done', state: 'late' }],
  lively_items: [{ scope: 'period', counts: 'items', dated: 'raised' }],
  lively_due: [{ scope: 'period', counts: 'tickets', dated: 'due', state: 'open' }],
};
