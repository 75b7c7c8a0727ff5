import type { CountRule } from '@xiaohao/domain';
import { systemActor } from '@xiaohao/org';
import { openFigureStage, type FigureStage } from '../support/figure-stage.js';
import { closedOn } from '../support/report-stage.js';

const today = '2026-07-10';
let stage: FigureStage;
let campaignId: string;

const days = ['2025-11-20', '2026-01-01', '2026-03-15', '2026-06-30', '2026-07-01'];
const kinds = ['hazard', 'key_task', 'supervision_item', 'inspection_issue'] as const;

/** Tickets in every kind, unit, level, industry and state around the first half of 2026, with outcomes and measures. */
async function plant(): Promise<void> {
  const { bureau } = stage;
  campaignId = '01900000-0000-7000-8000-000000000001';
  await stage.change(`insert into campaign (id, name) values ($1, '燃气安全整治')`, [campaignId]);
  const units = [bureau.units.chemicals, bureau.units.relief, bureau.units.town];
  const drafts = Array.from({ length: 120 }, (_, at): Parameters<FigureStage['add']>[0] => {
    const kind = kinds[at % 4]!;
    const isIssue = kind === 'inspection_issue';
    const base = {
      kind,
      title: `事项${at}`,
      sourceId: isIssue ? bureau.sourceId : null,
      itemId: isIssue ? bureau.itemIds[(at >> 2) % 2]! : null,
      leadUnitId: units[at % 3]!,
      level: kind === 'hazard' ? (at % 8 === 0 ? 'major' : 'general') : null,
      industry: at % 5 === 0 ? '燃气' : at % 5 === 1 ? '水域' : null,
      campaignId: at % 7 === 0 ? campaignId : null,
      raisedOn: days[at % 5]!,
      assignedOn: days[at % 5]!,
      deadline: { kind: 'date' as const, dueOn: `2026-${String(1 + (at % 9)).padStart(2, '0')}-20`, ongoing: false },
      outcomes: [
        { type: 'hazards_eliminated', amount: `${at}.5`, on: days[(at + 1) % 5]! },
        { type: 'fines', amount: 100, on: days[(at + 2) % 5]! },
      ],
      measures: [
        { text: '甲', persons: [], dueOn: days[at % 5]!, doneOn: at % 3 === 0 ? days[(at + 2) % 5]! : null },
        { text: '乙', persons: [], dueOn: null, doneOn: null },
      ],
    };
    if (at % 6 === 0) return { ...base, ...closedOn('2026-04-10') };
    if (at % 6 === 1) return { ...base, ...closedOn('2026-06-30', false) };
    if (at % 6 === 2) return { ...base, ...closedOn('2026-07-02', false) };
    if (at % 6 === 3) return { ...base, status: 'pending_acceptance', submittedOn: '2026-05-20' };
    if (at % 12 === 4) return { ...base, status: 'suspended' };
    return base;
  }) as Parameters<FigureStage['add']>;
  await stage.add(...drafts, {
    title: '撤销的',
    status: 'cancelled',
    outcomes: [{ type: 'fines', amount: 9, on: '2026-03-01' }],
  });
}

beforeAll(async () => {
  stage = await openFigureStage(today);
  await plant();
}, 60_000);
afterAll(() => stage?.close());

const from = `'2026-01-01'::date`;
const to = `'2026-06-30'::date`;
const done = `(t.closed_on <= ${to})`;
const live = `(t.status not in ('suspended','draft','ongoing') and not coalesce(t.submitted_on <= ${to}, false) and t.closed_on is null or t.closed_on > ${to} and not coalesce(t.submitted_on <= ${to}, false))`;
const upTo = `t.raised_on <= ${to}`;
/** First day it was late in the period, and the day it was no longer. */
const lateFrom = `greatest(t.due_on + 1, ${from})`;
const lateUntil = `coalesce(least(t.submitted_on, t.closed_on), 'infinity')`;

/** Each row: a rule, and the same written by hand over the tables as they stand. */
const ticketRows: readonly [name: string, rule: Partial<CountRule>, where: string][] = [
  ['raised in the period', { dated: 'raised' }, `t.raised_on between ${from} and ${to}`],
  ['raised up to its end', {}, upTo],
  ['closed in the period', { dated: 'done' }, `${upTo} and t.closed_on between ${from} and ${to}`],
  ['closed by its end', { state: 'done' }, `${upTo} and ${done}`],
  ['open in the period', { dated: 'at_hand' }, `${upTo} and (t.closed_on is null or t.closed_on >= ${from})`],
  ['open at its end', { state: 'open' }, `${upTo} and (t.closed_on is null or t.closed_on > ${to})`],
  [
    'overdue in the period',
    { dated: 'overdue' },
    `${upTo} and t.status <> 'suspended' and ${lateFrom} <= ${to} and ${lateFrom} < ${lateUntil}`,
  ],
  ['overdue at its end', { state: 'overdue' }, `${upTo} and t.due_on < ${to} and ${live}`],
  ['falling due in the period', { dated: 'due' }, `${upTo} and t.due_on between ${from} and ${to}`],
  ['due by its end', { state: 'due' }, `${upTo} and t.due_on <= ${to}`],
  [
    'submitted at its end',
    { state: 'submitted' },
    `${upTo} and t.submitted_on <= ${to} and (t.closed_on is null or t.closed_on > ${to})`,
  ],
  ['done on time', { state: 'on_time' }, `${upTo} and ${done} and t.closed_on_time and t.due_on <= ${to}`],
  ['done late', { state: 'late' }, `${upTo} and ${done} and not t.closed_on_time`],
  [
    'of kinds',
    { dated: 'raised', kinds: ['hazard', 'key_task'] },
    `t.kind in ('hazard','key_task') and t.raised_on between ${from} and ${to}`,
  ],
  ['of a level', { levels: ['major'] }, `${upTo} and t.level = 'major'`],
  ['of industries', { industries: ['燃气', '水域'] }, `${upTo} and t.industry in ('燃气','水域')`],
  ['of any campaign', { campaign: 'any' }, `${upTo} and t.campaign_id is not null`],
  ['of a campaign by part of its name', { campaign: '燃气' }, `${upTo} and t.campaign_id is not null`],
];

const nature = (rule: Partial<CountRule>) => (rule.dated ? ('flow' as const) : ('stock' as const));

describe('a definition counts tickets', () => {
  it.each(ticketRows)('%s as SQL written by hand does', async (_, rule, where) => {
    const expected = await stage.count(`select count(*) as n from ticket t where t.status <> 'cancelled' and ${where}`);
    const found = await stage.tried(rule);
    expect([found.value, found.ticketCount]).toEqual([expected, expected]);
    expect(expected).toBeGreaterThan(0);
    const all = await stage.count(`select count(*) as n from ticket t where t.status <> 'cancelled'`);
    expect(expected).toBeLessThan(all);
  });

  it('by source, campaign and lead unit named one by one', async () => {
    const { sourceId, units } = stage.bureau;
    const cases: [Partial<CountRule>, string][] = [
      [{ sources: [sourceId] }, `t.source_id = '${sourceId}'`],
      [{ campaigns: [campaignId] }, `t.campaign_id = '${campaignId}'`],
      [{ units: [units.chemicals, units.town] }, `t.lead_unit_id in ('${units.chemicals}','${units.town}')`],
    ];
    for (const [rule, where] of cases) {
      const expected = await stage.count(
        `select count(*) as n from ticket t where t.status <> 'cancelled' and ${upTo} and ${where}`,
      );
      expect((await stage.tried(rule)).value).toBe(expected);
    }
  });

  it('of the round, and its different items', async () => {
    const of = `from ticket t where t.source_id = '${stage.bureau.sourceId}' and t.status <> 'cancelled' and t.kind = 'inspection_issue' and ${upTo}`;
    expect((await stage.tried({ scope: 'round' })).value).toBe(await stage.count(`select count(*) as n ${of}`));
    expect((await stage.tried({ scope: 'round', state: 'done' })).value).toBe(
      await stage.count(`select count(*) as n ${of} and ${done}`),
    );
    expect((await stage.tried({ scope: 'round', counts: 'items' })).value).toBe(2);
    expect((await stage.tried({ counts: 'items', kinds: ['inspection_issue'], dated: 'raised' })).value).toBe(
      await stage.count(`select count(distinct t.item_id) as n ${of} and t.raised_on >= ${from}`),
    );
  });

  it('adds up the parts of a definition, tickets of both standing behind it once', async () => {
    const rules: CountRule[] = [
      { scope: 'period', counts: 'tickets', dated: 'raised', kinds: ['hazard'] },
      { scope: 'period', counts: 'tickets', dated: 'raised', industries: ['燃气'] },
    ];
    const draft = { unit: '件', nature: 'flow' as const, definition: { rules } };
    const { value, ticketCount } = await stage.definitions.preview(
      await stage.actor('office'),
      { draft, period: '2026H1' },
      { limit: 5, after: null },
    );
    const inPeriod = `t.status <> 'cancelled' and t.raised_on between ${from} and ${to}`;
    const [hazards, gas] = [`t.kind = 'hazard'`, `t.industry = '燃气'`];
    const count = (where: string) => stage.count(`select count(*) as n from ticket t where ${inPeriod} and (${where})`);
    expect(value).toBe((await count(hazards)) + (await count(gas)));
    expect(ticketCount).toBe(await count(`${hazards} or ${gas}`));
  });
});

const measures = `measure m join ticket t on t.id = m.ticket_id where t.status <> 'cancelled' and ${upTo}`;
const dueOn = 'coalesce(m.due_on, t.due_on)';
const ticketOpen = `(t.closed_on is null or t.closed_on > ${to})`;
const open = `(m.done_on is null or m.done_on > ${to}) and ${ticketOpen}`;
const measureRows: readonly [name: string, rule: Partial<CountRule>, where: string][] = [
  ['raised with their tickets', { dated: 'raised' }, `t.raised_on >= ${from}`],
  ['done in the period', { dated: 'done' }, `m.done_on between ${from} and ${to}`],
  ['done by its end', { state: 'done' }, `m.done_on <= ${to}`],
  ['open at its end', { state: 'open' }, open],
  ['falling due in the period', { dated: 'due' }, `${dueOn} between ${from} and ${to}`],
  ['overdue at its end', { state: 'overdue' }, `${open} and ${dueOn} < ${to}`],
  [
    'at hand in the period',
    { dated: 'at_hand' },
    `(m.done_on is null or m.done_on >= ${from}) and (t.closed_on is null or t.closed_on >= ${from})`,
  ],
  [
    'overdue in the period',
    { dated: 'overdue' },
    `greatest(${dueOn} + 1, ${from}) <= ${to} and greatest(${dueOn} + 1, ${from}) <
      coalesce(least(case when m.done_on <= ${to} then m.done_on end, case when t.closed_on <= ${to} then t.closed_on end), 'infinity')`,
  ],
  ['of a unit', { units: ['chemicals'] }, `t.lead_unit_id = '{chemicals}'`],
];

describe('a definition counts measures', () => {
  it.each(measureRows)('%s as SQL written by hand does', async (_, rule, where) => {
    const { chemicals } = stage.bureau.units;
    const units = rule.units ? { units: [chemicals] } : {};
    const condition = where.replace('{chemicals}', chemicals);
    const expected = await stage.count(`select count(*) as n from ${measures} and ${condition}`);
    const found = await stage.tried({ ...rule, ...units, counts: 'measures' });
    expect(found.value).toBe(expected);
    expect(found.ticketCount).toBe(
      await stage.count(`select count(distinct t.id) as n from ${measures} and ${condition}`),
    );
    expect(expected).toBeGreaterThan(0);
  });
});

const outcomes = `outcome o join ticket t on t.id = o.ticket_id
  where t.status <> 'cancelled' and o.type = 'fines' and o.happened_on <= ${to}`;
const outcomeRows: readonly [name: string, rule: Partial<CountRule>, where: string][] = [
  ['recorded in the period', { dated: 'outcome' }, `o.happened_on >= ${from}`],
  ['recorded up to its end', {}, 'true'],
  ['of tickets raised in the period', { dated: 'raised' }, `t.raised_on between ${from} and ${to}`],
  ['of tickets closed in the period', { dated: 'done' }, `t.closed_on between ${from} and ${to}`],
  ['of tickets done by its end', { dated: 'outcome', state: 'done' }, `o.happened_on >= ${from} and ${done}`],
  ['of hazards', { dated: 'outcome', kinds: ['hazard'] }, `o.happened_on >= ${from} and t.kind = 'hazard'`],
  ['of a unit', { dated: 'outcome', units: ['relief'] }, `o.happened_on >= ${from} and t.lead_unit_id = '{relief}'`],
];

describe('a definition adds up outcomes', () => {
  it.each(outcomeRows)('%s as SQL written by hand does', async (_, rule, where) => {
    const { relief } = stage.bureau.units;
    const full = {
      ...rule,
      ...(rule.units ? { units: [relief] } : {}),
      counts: 'outcomes' as const,
      outcomeTypes: ['fines'],
    };
    const draft = { unit: '元', nature: nature(rule), definition: { rules: [{ scope: 'period' as const, ...full }] } };
    const expected = await stage.count(
      `select sum(o.amount) as n from ${outcomes} and ${where.replace('{relief}', relief)}`,
    );
    expect((await stage.tried(full, { draft })).value).toBe(expected);
    expect(expected).toBeGreaterThan(0);
  });
});

describe('what is tried out', () => {
  it('counts the same once it is printed in a report', async () => {
    const office = await stage.actor('office');
    const { units } = stage.bureau;
    const rules: Partial<CountRule>[] = [
      { dated: 'overdue' },
      { state: 'overdue' },
      { counts: 'measures', state: 'open' },
      { scope: 'round', state: 'late' },
      { units: [units.chemicals], dated: 'raised' },
    ];
    const { templateOf } = await import('../support/figure-stage.js');
    const keys = rules.map((_, at) => `tried_${'abcde'[at]}`);
    for (const [at, rule] of rules.entries()) {
      const full: CountRule = { scope: 'period', counts: 'tickets', ...rule };
      await stage.definitions.create(office, keys[at]!, {
        name: `试算${'甲乙丙丁戊'[at]}数`,
        unit: '件',
        nature: nature(rule),
        group: 'bureau',
        definition: { rules: [full] },
      });
    }
    const file = await templateOf(keys.map((key) => `{${key}}`).join('、'));
    const { id } = await stage.templates.add(systemActor, '试算.docx', file);
    const report = await stage.build({ templateId: id });
    for (const [at, rule] of rules.entries()) {
      const found = await stage.tried(rule);
      expect(report.figures[at]).toMatchObject({ key: keys[at], value: found.value, ticketCount: found.ticketCount });
    }
  });
});
