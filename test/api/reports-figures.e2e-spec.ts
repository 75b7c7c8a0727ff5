import type { Day } from '@xiaohao/domain';
import { templateOf } from '../support/figure-stage.js';
import { closedOn, openReportStage, type ReportStage } from '../support/report-stage.js';

const today = '2026-07-10';
let stage: ReportStage;

beforeEach(async () => {
  stage = await openReportStage(today);
});
afterEach(() => stage?.close());

/** Sixty problems in every state a round can show, some outside the round, the kind or the day. */
async function fillRound(): Promise<void> {
  const { bureau } = stage;
  const drafts = Array.from({ length: 60 }, (_, at): Parameters<ReportStage['add']>[0] => {
    const itemId = bureau.itemIds[at % 2]!;
    const dueOn = `2026-0${3 + (at % 6)}-28`;
    const base = { title: `问题${at}`, itemId, deadline: { kind: 'date' as const, dueOn, ongoing: false } };
    const outcomes = [
      'reform_measures',
      'rules_made',
      'money_collected',
      'losses_recovered',
      'talks_admonish',
      'org_handling',
    ];
    const recorded = [
      { type: outcomes[at % 6]!, amount: `${at}.25`, on: '2026-05-20' },
      { type: outcomes[(at + 1) % 6]!, amount: 1000, on: '2026-07-01' },
    ];
    if (at % 5 === 0) return { ...base, outcomes: recorded, ...closedOn('2026-04-10') };
    if (at % 5 === 1) return { ...base, outcomes: recorded, ...closedOn('2026-06-30', false) };
    if (at % 5 === 2) return { ...base, ...closedOn('2026-07-01') };
    if (at % 10 === 3) return { ...base, status: 'ongoing', acceptedOn: '2026-06-01', closedOnTime: true };
    if (at % 10 === 8) return { ...base, completion: 'basic' };
    if (at % 10 === 4) return { ...base, status: 'ongoing', deadline: { kind: 'ongoing', dueOn: null, ongoing: true } };
    return base;
  });
  await stage.add(...drafts);
  await stage.add(
    { status: 'cancelled', outcomes: [{ type: 'rules_made', amount: 50, on: '2026-05-01' }] },
    { raisedOn: '2026-07-02' },
    { kind: 'supervision_item', ...closedOn('2026-04-01') },
    { sourceId: null, itemId: null, ...closedOn('2026-04-01') },
  );
}

describe('the figures of an inspection round', () => {
  it('equal an independent count over the tables as they stand', async () => {
    await fillRound();
    const source = stage.bureau.sourceId;
    const of = `from ticket where source_id = '${source}' and kind = 'inspection_issue' and status <> 'cancelled' and raised_on <= '2026-06-30'`;
    const done = `(closed_on <= '2026-06-30' or accepted_on <= '2026-06-30')`;
    const n = (what: string, where = 'true') => stage.count(`select ${what} as n ${of} and ${where}`);
    const sum = (type: string) =>
      stage.count(
        `select sum(amount) as n from outcome o join ticket t on t.id = o.ticket_id
         where t.source_id = $1 and t.status <> 'cancelled' and o.type = $2 and o.happened_on <= '2026-06-30'`,
        [source, type],
      );
    const figures = await stage.figures();
    const counted = {
      inspection_items: await n('count(distinct item_id)'),
      inspection_issues: await n('count(*)'),
      inspection_issues_done: await n('count(*)', done),
      inspection_issues_basic: await n('count(*)', `${done} is not true and completion = 'basic'`),
      inspection_issues_ongoing: await n(
        'count(*)',
        `${done} is not true and completion is null and status = 'ongoing'`,
      ),
      inspection_issues_due: await n('count(*)', `due_on <= '2026-06-30'`),
      inspection_issues_on_time: await n('count(*)', `due_on <= '2026-06-30' and closed_on_time and ${done}`),
      reform_measures: await sum('reform_measures'),
      rules_made: await sum('rules_made'),
      illicit_money_collected: await sum('money_collected'),
      losses_recovered: await sum('losses_recovered'),
      talks_admonish_rect: await sum('talks_admonish'),
      org_handling_rect: await sum('org_handling'),
    };
    expect(figures).toMatchObject(counted);
    expect(counted).toMatchObject({
      inspection_items: 2,
      inspection_issues: 60,
      inspection_issues_done: 30,
      inspection_issues_basic: 6,
      inspection_issues_ongoing: 6,
    });
    expect(Object.values(counted).every((value) => value > 0)).toBe(true);
    const rate = (part: number, whole: number) => Number(((part / whole) * 100).toFixed(1));
    expect(figures['inspection_rectification_rate']).toBe(rate(30, 60));
    expect(figures['inspection_on_time_rate']).toBe(
      rate(counted.inspection_issues_on_time, counted.inspection_issues_due),
    );
  });

  it('count a ledger imported today in last spring’s report by its own dates', async () => {
    await stage.add(closedOn('2026-03-20'), closedOn('2026-06-30'), closedOn('2026-07-01'), {});
    expect(await stage.figures({ asOf: '2026-03-31' })).toMatchObject({
      inspection_issues: 4,
      inspection_issues_done: 1,
    });
    expect(await stage.figures()).toMatchObject({ inspection_issues: 4, inspection_issues_done: 2 });
    expect(await stage.figures({ asOf: '2026-01-14', period: '2026H1' })).toMatchObject({ inspection_issues: null });
  });

  it('take the state of the round of work that had begun by the day: reopening afterwards changes nothing', async () => {
    const [id] = await stage.add(closedOn('2026-05-10'), closedOn('2026-05-11'));
    const before = await stage.figures();
    await stage.change(
      `update ticket set status = 'in_progress', round = 2, assigned_on = '2026-07-05', due_on = '2026-09-30',
         original_due_on = '2026-09-30', submitted_on = null, closed_on = null, closed_on_time = null, version = version + 1
       where id = $1`,
      [id],
    );
    expect(await stage.figures()).toEqual(before);
    expect(await stage.figures({ asOf: '2026-07-05' })).toMatchObject({
      inspection_issues_done: 1,
      inspection_issues: 2,
    });
    // Assigned anew, or objected to: the round was opened on 5 July all the same.
    for (const assigned of [`'2026-07-10'`, 'null']) {
      await stage.change(`update ticket set assigned_on = ${assigned} where id = $1`, [id]);
      expect(await stage.figures({ asOf: '2026-07-06' })).toMatchObject({ inspection_issues_done: 1 });
      expect(await stage.figures()).toEqual(before);
    }
    await stage.change(
      `update ticket set status = 'closed', assigned_on = '2026-07-05', closed_on = '2026-07-08', closed_on_time = true where id = $1`,
      [id],
    );
    expect(await stage.figures({ asOf: '2026-07-07' })).toMatchObject({ inspection_issues_done: 1 });
    expect(await stage.figures({ asOf: '2026-07-08' })).toMatchObject({ inspection_issues_done: 2 });
    expect(await stage.figures()).toEqual(before);
  });

  it('know nothing of a correction recorded later', async () => {
    const [id] = await stage.add(closedOn('2026-05-10'), {}, {});
    const first = await stage.build();
    await stage.change(`update ticket set closed_on = '2026-07-09', submitted_on = '2026-07-09' where id = $1`, [id]);
    await stage.change(
      `insert into outcome (id, ticket_id, round, type, amount, happened_on)
      values (gen_random_uuid(), $1, 1, 'rules_made', 7, '2026-05-01')`,
      [id],
    );
    expect(await stage.figures()).toMatchObject({ inspection_issues_done: 0, rules_made: 7 });
    const again = await stage.build({ knownAt: first.knownAt });
    expect(again.figures).toEqual(first.figures);
    expect(again.figures.find(({ key }) => key === 'inspection_issues_done')).toMatchObject({
      value: 1,
      ticketCount: 1,
    });
  });

  it('leave a turn to 长期坚持 after the day out, and keep one that ended after it', async () => {
    const ongoing = { status: 'ongoing' as const, deadline: { kind: 'ongoing' as const, dueOn: null, ongoing: true } };
    const [turned, ended] = await stage.add(ongoing, ongoing, ongoing);
    await stage.change(
      `insert into event (ticket_id, seq, at, actor_name, action, payload, prev_hash, hash)
       values ($1, 2, '2026-07-03T10:00+08', '测试', 'to_ongoing', '{}', '', 'x')`,
      [turned],
    );
    await stage.change(`update ticket set status = 'closed', closed_on = '2026-07-06' where id = $1`, [ended]);
    expect(await stage.figures()).toMatchObject({ inspection_issues_ongoing: 2, inspection_issues_done: 0 });
    expect(await stage.figures({ asOf: '2026-07-06' })).toMatchObject({
      inspection_issues_ongoing: 2,
      inspection_issues_done: 1,
    });
  });

  it('leave 长期坚持 out that came by an acceptance after the day', async () => {
    const accepted = { acceptedOn: '2026-07-04', closedOnTime: true, submittedOn: '2026-07-02' } as const;
    const [id] = await stage.add({ status: 'ongoing', ...accepted });
    const before = { inspection_issues_ongoing: 0, inspection_issues_done: 0 };
    const { knownAt } = await stage.build();
    expect(await stage.figures({ knownAt })).toMatchObject(before);
    expect(await stage.figures({ asOf: '2026-07-06' })).toMatchObject({ inspection_issues_done: 1 });
    // What it turned to since was not known then.
    await stage.change(
      `insert into event (ticket_id, seq, at, actor_name, action, payload, prev_hash, hash)
       values ($1, 2, clock_timestamp(), '测试', 'to_ongoing', '{}', '', 'x')`,
      [id],
    );
    expect(await stage.figures({ knownAt })).toMatchObject(before);
  });

  it('know what was suspended on the day by what came next: 挂起 and 恢复 after it change nothing of it', async () => {
    const task = { kind: 'key_task' as const, sourceId: null, itemId: null };
    const [later, resumed, twice] = await stage.add(task, task, task, { ...task, status: 'draft' });
    const happened = (id: string | undefined, seq: number, day: string, action: string) =>
      stage.change(
        `insert into event (ticket_id, seq, at, actor_name, action, payload, prev_hash, hash)
         values ($1, $2, $3, '测试', $4, '{}', '', $5)`,
        [id, seq, `${day}T10:00+08`, action, `${id}${seq}`],
      );
    await happened(later, 2, '2026-07-03', 'suspend');
    await happened(resumed, 2, '2026-06-03', 'suspend');
    await happened(resumed, 3, '2026-07-04', 'resume');
    await happened(twice, 2, '2026-07-01', 'suspend');
    await happened(twice, 3, '2026-07-05', 'resume');
    await stage.change(`update ticket set status = 'suspended' where id = $1`, [later]);
    const overdue = async (asOf: string) =>
      (await stage.figures({ templateId: 'key-task-progress', period: '2026H1', asOf }))['key_tasks_overdue'];
    // Of three tasks due in May one was suspended in June; the draft is nobody's.
    expect(await overdue('2026-06-30')).toBe(2);
    expect(await overdue('2026-07-03')).toBe(0);
    expect(await overdue('2026-07-06')).toBe(2);
  });

  it('hold the deadline of the day: more time granted after it changes nothing of it', async () => {
    const task = { kind: 'key_task' as const, sourceId: null, itemId: null };
    const [extended, twice, before] = await stage.add(task, task, task);
    const granted = (id: string | undefined, on: string, former: string, due: string) =>
      stage.change(
        `insert into extension (id, ticket_id, round, reason_code, reason, requested_on, requested_due_on, former_due_on,
           late, requested_by, decision, granted_due_on, decided_on)
         select gen_random_uuid(), $1, 1, 'other', '', $2, $4, $3, false, id, 'granted', $4, $2 from person limit 1`,
        [id, on, former, due],
      );
    const due = '2026-05-31';
    await granted(extended, '2026-07-03', due, '2026-07-31');
    await granted(twice, '2026-07-01', due, '2026-07-10');
    await granted(twice, '2026-07-05', '2026-07-10', '2026-07-31');
    await granted(before, '2026-06-20', due, '2026-07-31');
    await stage.change(`update ticket set due_on = '2026-07-31' where id = any($1)`, [[extended, twice, before]]);
    const overdue = async (asOf: string) =>
      (await stage.figures({ templateId: 'key-task-progress', period: '2026H1', asOf }))['key_tasks_overdue'];
    expect(await overdue('2026-06-30')).toBe(2);
    expect(await overdue('2026-07-02')).toBe(1);
    expect(await overdue('2026-07-06')).toBe(0);
  });

  it('follow the round fed back latest by the period’s end, or the one asked for, and tell of later ones', async () => {
    const late = 'aaaaaaaa-0000-7000-8000-000000000001';
    await stage.change(
      `insert into source (id, kind, name, feedback_on) values ($1, 'inspection_issue', '回头看', '2026-06-20')`,
      [late],
    );
    await stage.change(`insert into source (id, kind, name, feedback_on)
      values (gen_random_uuid(), 'inspection_issue', '下一轮', '2026-07-02')`);
    await stage.add({}, {}, { sourceId: late, itemId: null });
    expect(await stage.figures()).toMatchObject({ inspection_issues: 1 });
    expect(await stage.figures({ asOf: '2026-06-19' })).toMatchObject({ inspection_issues: 2 });
    expect(await stage.figures({ parameters: { source: '测试巡察' } })).toMatchObject({ inspection_issues: 2 });
    const toldOf = async (request: Parameters<ReportStage['build']>[0]) => {
      const { round, checks } = await stage.build(request);
      const told = checks.filter(({ code }) => /^round|^dayBehind/.test(code));
      return [round?.name, ...told.map(({ code, message }) => `${code} ${/“(.*?)”/.exec(message)?.[1] ?? ''}`)];
    };
    expect(await toldOf({})).toEqual(['回头看']);
    expect(await toldOf({ asOf: '2026-07-05' })).toEqual(['回头看', 'roundLeftOut 下一轮', 'dayBehind ']);
    expect(await toldOf({ parameters: { source: '下一轮' } })).toEqual(['下一轮', 'roundBehind 下一轮']);
    expect(await stage.figures({ parameters: { source: late } })).toMatchObject({ inspection_issues: 1 });
    await expect(stage.figures({ parameters: { source: '没有这一轮' } })).rejects.toMatchObject({ code: 'inputWrong' });
  });

  it('never tell of an audit or an assessment as a round unless it is asked for, and say what else could be meant', async () => {
    const audit = 'aaaaaaaa-0000-7000-8000-000000000002';
    await stage.change(
      `insert into source (id, kind, name, feedback_on) values ($1, 'inspection_issue', '年度目标考核', '2026-06-25'),
         (gen_random_uuid(), 'inspection_issue', '班子问题清单', '2026-06-26')`,
      [audit],
    );
    await stage.add({}, {}, { sourceId: audit, itemId: null });
    const told = async (request: Parameters<ReportStage['build']>[0] = {}) => {
      const { round, checks } = await stage.build(request);
      return [round?.name, ...checks.flatMap(({ code, message }) => (code === 'sourcesSeveral' ? [message] : []))];
    };
    expect(await told()).toEqual([
      '测试巡察',
      expect.stringMatching(/取自“测试巡察”；另有“班子问题清单”、“年度目标考核”/),
    ]);
    expect(await told({ parameters: { source: '年度目标考核' } })).toEqual(['年度目标考核']);
  });

  it('print a dash for a rate of nothing and a blank where there is no round', async () => {
    await stage.add({ deadline: { kind: 'unresolved', dueOn: null, ongoing: false } });
    const report = await stage.build();
    const text = (key: string) => report.figures.find((figure) => figure.key === key)?.text;
    expect([text('inspection_issues_due'), text('inspection_on_time_rate')]).toEqual(['0', '—']);
    expect(report.checks.map(({ message }) => message).join()).not.toContain('按期整改率');
    const early = await stage.build({ period: '2025H2' });
    expect(early.figures.find(({ key }) => key === 'inspection_issues')).toMatchObject({ value: null, text: '____' });
    expect(early.checks).toContainEqual(
      expect.objectContaining({ code: 'valueMissing', message: expect.stringContaining('巡察反馈的具体问题') }),
    );
  });
});

describe('the figures of a period', () => {
  const accident = { kind: 'accident_investigation', level: 'general', sourceId: null, itemId: null } as const;
  const hazard = { kind: 'hazard', level: 'general', sourceId: null, itemId: null } as const;

  it('count by kind, level, industry and the date that matters', async () => {
    await stage.add(
      {
        ...accident,
        raisedOn: '2026-02-01',
        outcomes: [
          { type: 'deaths', amount: 2, on: '2026-02-03' },
          { type: 'serious_injuries', amount: 1, on: '2026-02-03' },
          { type: 'direct_loss', amount: 90_000, on: '2026-02-03' },
          { type: 'persons_accountable', amount: 5, on: '2026-06-01' },
        ],
      },
      {
        ...accident,
        raisedOn: '2026-02-02',
        level: 'major',
        outcomes: [{ type: 'deaths', amount: 9, on: '2026-02-03' }],
      },
      { ...accident, raisedOn: '2025-12-31', outcomes: [{ type: 'deaths', amount: 1, on: '2026-01-02' }] },
      { ...hazard, industry: '水域', raisedOn: '2026-06-30' },
      { ...hazard, industry: '水域', raisedOn: '2026-07-01' },
      {
        ...hazard,
        industry: '危化',
        outcomes: [
          { type: 'fines', amount: 30_000, on: '2026-06-30' },
          { type: 'fines', amount: 10_000, on: '2026-07-01' },
          { type: 'cases_filed', amount: 2, on: '2026-04-01' },
          { type: 'talks_admonish', amount: 3, on: '2026-04-01' },
          { type: 'production_halts', amount: 1, on: '2026-04-01' },
          { type: 'rectify_funds', amount: 7000, on: '2026-04-01' },
        ],
      },
      {
        kind: 'env_inspection_issue',
        outcomes: [
          { type: 'area_restored', amount: '12.5', on: '2026-05-01' },
          { type: 'waste_removed', amount: 300, on: '2026-05-01' },
        ],
      },
      {
        ...hazard,
        kind: 'public_report',
        ...closedOn('2026-05-05'),
        outcomes: [
          { type: 'hazards_eliminated', amount: 4, on: '2026-05-05' },
          { type: 'cases_filed', amount: 1, on: '2026-05-05' },
          { type: 'rewards', amount: 800, on: '2026-05-05' },
        ],
      },
      { ...hazard, kind: 'public_report', ...closedOn('2026-07-05') },
    );
    expect(await stage.figures()).toMatchObject({
      accident_count: 1,
      accident_deaths: 2,
      water_hazards: 1,
      chem_fines: 30_000,
      chem_cases: 2,
      mine_fines: 0,
      reports_handled: 1,
      reports_hazards_eliminated: 4,
      talks_admonish_all: 3,
    });
    const others = {
      serious_injuries: 1,
      direct_loss: 90_000,
      persons_accountable: 5,
      cases_filed: 3,
      fines: 30_000,
      production_halts: 1,
      rectify_funds: 7000,
      hazards_eliminated: 4,
      rewards: 800,
      area_restored: 12.5,
      waste_removed: 300,
    };
    const tags = Object.keys(others).map((key) => `{${key}}`);
    const template = await stage.templates.add(
      await stage.actor('stats'),
      '成果.docx',
      await templateOf(tags.join('、')),
    );
    expect(await stage.figures({ templateId: template.id })).toEqual(others);
  });

  it('count an accident of the period that was registered behind it once that is known', async () => {
    const { knownAt } = await stage.build();
    const title = '戊厂“6·29”坠落事故调查';
    const deaths = [{ type: 'deaths', amount: 1, on: '2026-06-29' }];
    await stage.add({ ...accident, title, occurredOn: '2026-06-29', raisedOn: '2026-07-02', outcomes: deaths });
    const { figures, checks } = await stage.build();
    const textOf = (key: string) => figures.find((figure) => figure.key === key)!.text;
    expect([textOf('accident_count'), textOf('accident_deaths')]).toEqual(['1', '1']);
    expect(textOf('accident_case_ongoing')).toContain('“6·29”坠落事故');
    expect(checks.map(({ code }) => code)).not.toContain('outcomeBeforeRaised');
    expect((await stage.figures({ asOf: '2026-07-05' })).accident_count).toBe(1);
    expect((await stage.figures({ period: '2026H2', asOf: '2026-07-05' })).accident_count).toBe(0);
    expect((await stage.figures({ asOf: '2026-06-28' })).accident_count).toBe(0);
    expect((await stage.figures({ knownAt })).accident_count).not.toBe(1);
  });

  it('tell of outcomes they count that are dated before their ticket was raised', async () => {
    const outcome = (on: Day, type = 'fines') => ({ outcomes: [{ type, amount: 5, on }] });
    const [early] = await stage.add(
      { ...hazard, industry: '危化', raisedOn: '2026-09-02', ...outcome('2026-06-25') },
      { ...hazard, industry: '危化', raisedOn: '2026-06-25', ...outcome('2026-06-25') },
      { ...hazard, industry: '危化', raisedOn: '2026-01-02', ...outcome('2025-12-25') },
      { ...hazard, industry: '冶金', raisedOn: '2026-09-02', ...outcome('2026-06-25', 'waste_removed') },
    );
    const told = async (period: string) =>
      (await stage.build({ period })).checks.filter(({ code }) => code === 'outcomeBeforeRaised');
    expect(await told('2026H1')).toEqual([
      expect.objectContaining({ severity: 'warning', ticketIds: [early], message: expect.stringMatching(/^1 件事项/) }),
    ]);
    expect(await told('2026H2')).toEqual([]);
  });

  it('tell of hazards of the period that have no level, which neither general nor major ones count', async () => {
    const [none] = await stage.add(
      { ...hazard, level: null, raisedOn: '2026-05-02' },
      { ...hazard, level: 'general', raisedOn: '2026-05-02' },
      { ...hazard, level: 'major', raisedOn: '2026-05-02' },
      { ...hazard, level: null, raisedOn: '2026-07-02' },
    );
    const { checks } = await stage.build({ templateId: 'hazard-statistics', period: '2026Q2' });
    expect(checks.filter(({ code }) => code === 'hazardsOfNoLevel')).toEqual([
      expect.objectContaining({ ticketIds: [none], message: expect.stringMatching(/有 1 条没有定级/) }),
    ]);
  });

  it('tell of deaths that an accident they count has on a later day than theirs', async () => {
    const deaths = (amount: number, on: Day) => ({ outcomes: [{ type: 'deaths', amount, on }] });
    const [late] = await stage.add(
      { ...accident, occurredOn: '2026-06-12', raisedOn: '2026-06-13', ...deaths(2, '2026-07-10') },
      { ...accident, occurredOn: '2026-05-12', raisedOn: '2026-05-12', ...deaths(1, '2026-05-12') },
      { ...accident, occurredOn: '2025-12-12', raisedOn: '2025-12-12', ...deaths(4, '2026-07-10') },
      { ...accident, level: 'major', occurredOn: '2026-06-12', ...deaths(8, '2026-07-10') },
    );
    const told = async (asOf: string) =>
      (await stage.build({ asOf })).checks.flatMap(({ code, message, ticketIds }) =>
        code === 'harmLate' ? [[/未计入 \d+./.exec(message)?.[0], ticketIds]] : [],
      );
    expect(await told('2026-06-30')).toEqual([['未计入 2人', [late]]]);
    expect(await told('2026-07-10')).toEqual([]);
  });

  it('name the accidents of the ledger where the bureau entered none', async () => {
    const names = async (request: Parameters<ReportStage['build']>[0] = {}) => {
      const { figures, checks } = await stage.build(request);
      const textOf = (key: string) => figures.find((row) => row.key === key)!.text;
      const strange = checks.filter(({ code }) => code === 'accidentUnknown').map(({ message }) => message);
      return [textOf('accident_case_approved'), textOf('accident_case_ongoing'), strange];
    };
    expect(await names()).toEqual(['____', '____', []]);
    await stage.add(
      { ...accident, title: '甲厂“1·11”坠落事故调查', occurredOn: '2026-01-11', ...closedOn('2026-03-01') },
      { ...accident, title: '乙厂“11·2”坠落事故调查', raisedOn: '2025-11-03', ...closedOn('2025-12-30') },
      { ...accident, title: '丙厂“5·17”车辆伤害事故调查', occurredOn: '2026-05-17', raisedOn: '2026-05-18' },
    );
    expect(await names()).toEqual(['甲厂“1·11”坠落事故', '丙厂“5·17”车辆伤害事故', []]);
    await stage.add({ ...accident, title: '丁厂“7·2”坠落事故调查', occurredOn: '2026-07-02', raisedOn: '2026-07-02' });
    expect((await names({ asOf: '2026-07-05' }))[1]).toBe('丙厂“5·17”车辆伤害事故');
    await stage.change(`insert into bureau_parameter (key, value) values ('accident_case_approved', '“3·18”事故')`);
    expect(await names()).toEqual(['“3·18”事故', '丙厂“5·17”车辆伤害事故', [expect.stringContaining('“3·18”事故')]]);
    await stage.change(`delete from bureau_parameter where key = 'accident_case_approved'`);
  });

  it('tell of accidents entered for an earlier period: older than this one, or printed in its report', async () => {
    const told = async (period: string) =>
      (await stage.build({ period })).checks
        .filter(({ code }) => /^accident(Old|Printed)$/.test(code))
        .map(({ code, figureKey, message }) => [code, figureKey, /\d{4}年上半年/.exec(message)?.[0]]);
    await stage.change(`insert into bureau_parameter (key, value) values ('accident_case_approved', '“3·18”事故')`);
    expect(await told('2026H2')).toEqual([]);
    expect(await told('2026H1')).toEqual([]);
    expect(await told('2026H2')).toEqual([['accidentPrinted', 'accident_case_approved', '2026年上半年']]);
    await stage.owner.query(
      `update bureau_parameter_history set value = '“4·29”事故', recorded_from = '2026-05-05' where value = '“3·18”事故'`,
    );
    expect(await told('2026H2')).toEqual([['accidentOld', 'accident_case_approved', undefined]]);
    expect(await told('2026H1')).toEqual([]);
  });

  it('sum hazards of campaigns and what campaign tickets without hazards of their own report', async () => {
    const campaign = 'bbbbbbbb-0000-7000-8000-000000000001';
    await stage.change(`insert into campaign (id, name) values ($1, '非法经营成品油专项整治')`, [campaign]);
    const task = { ...hazard, kind: 'key_task', campaignId: campaign, level: null } as const;
    const outcomes = [{ type: 'hazards_eliminated', amount: 10, on: '2026-05-01' }];
    const [parent] = await stage.add(
      { ...task, outcomes },
      { ...task, outcomes },
      { ...hazard, campaignId: campaign, ...closedOn('2026-05-01') },
      { ...hazard, campaignId: campaign, outcomes: [{ type: 'diesel_seized', amount: '1.5', on: '2026-05-01' }] },
      { ...hazard, ...closedOn('2026-05-01'), outcomes: [{ type: 'diesel_seized', amount: 8, on: '2026-05-01' }] },
    );
    const [child] = await stage.add({ ...hazard, campaignId: campaign });
    await stage.change('update ticket set parent_id = $1 where id = $2', [parent, child]);
    expect(await stage.figures()).toMatchObject({ campaign_hazards_eliminated: 11, diesel_seized: 1.5 });
  });

  it('of a campaign go on counting when it is called otherwise, and begin when it comes to be called so', async () => {
    const add = async (id: string, name: string, trucks: number) => {
      await stage.change('insert into campaign (id, name) values ($1, $2)', [id, name]);
      const outcomes = [{ type: 'mobile_fuel_trucks_seized', amount: trucks, on: '2026-05-01' }];
      await stage.add({ ...hazard, campaignId: id, outcomes });
    };
    const rename = (id: string, name: string) =>
      stage.change('update campaign set name = $2 where id = $1', [id, name]);
    const trucks = async (request: object = {}) => {
      const { figures, checks, knownAt } = await stage.build(request);
      const missing = checks.find(({ figureKey }) => figureKey === 'mobile_fuel_trucks_seized')?.message;
      return { value: figures.find(({ key }) => key === 'mobile_fuel_trucks_seized')!.value, missing, knownAt };
    };
    const [renamed, joined] = ['bbbbbbbb-0000-7000-8000-000000000002', 'bbbbbbbb-0000-7000-8000-000000000003'];
    await add(joined, '打击黑加油站点', 3);
    const without = await trucks();
    expect(without).toMatchObject({
      value: null,
      missing: '“查扣的非法流动加油车”没有数据（没有名称或曾用名含“成品油”的专项行动），文中以 ____ 表示',
    });
    await add(renamed, '打击非法经营成品油', 2);
    expect(await trucks()).toMatchObject({ value: 2, missing: undefined });
    await rename(renamed, '整治黑加油车');
    await rename(renamed, '黑加油车整治');
    expect((await trucks()).value).toBe(2);
    await rename(joined, '打击非法成品油');
    expect((await trucks()).value).toBe(5);
    expect((await trucks({ knownAt: without.knownAt })).value).toBe(null);
  });

  it('come from filings while the bureau keeps no tickets of the kind, and from tickets as soon as it does', async () => {
    const office = await stage.actor('stats');
    const file = (key: string, value: number) =>
      stage.filings.file(office, key, { unitId: stage.bureau.units.relief, period: '2026H1', value });
    await file('accident_count', 3);
    await file('talks_admonish_all', 5);
    await stage.add({ outcomes: [{ type: 'talks_admonish', amount: 2, on: '2026-03-01' }] });
    const report = await stage.build();
    const figure = (key: string) => report.figures.find((row) => row.key === key);
    expect(figure('accident_count')).toMatchObject({ value: 3, source: 'indicator', ticketCount: 0 });
    expect(figure('talks_admonish_all')).toMatchObject({ value: 7, source: 'outcomes', ticketCount: 1 });
    expect(figure('water_hazards')).toMatchObject({ value: null, text: '____' });
    await stage.add({ ...accident, raisedOn: '2025-02-01' });
    expect((await stage.build()).checks.map(({ message }) => message)).toContain(
      '“一般生产安全事故起数”按事项统计为 0，科室填报为 3，文中采用科室填报',
    );
    await stage.add({ ...accident, raisedOn: '2026-02-01' });
    const later = await stage.build();
    expect(later.figures.find(({ key }) => key === 'accident_count')).toMatchObject({ value: 1, source: 'tickets' });
    expect(later.checks.map(({ message }) => message)).toContain(
      '“一般生产安全事故起数”按事项统计为 1，科室填报为 3，文中采用事项统计',
    );
    expect(later.figures.find(({ key }) => key === 'campaign_hazards_eliminated')).toMatchObject({ value: null });
  });

  it('take what departments filed as it was known then, and add quarters of flows only', async () => {
    const clerk = await stage.actor('stats');
    const unitId = stage.bureau.units.relief;
    const file = (key: string, period: string, value: number) =>
      stage.filings.file(clerk, key, { unitId, period, value });
    await file('drills', '2026Q1', 12);
    await file('drills', '2026Q2', 8);
    await file('stock_tents', '2026Q1', 300);
    await file('stock_tents', '2026Q2', 280);
    const first = await stage.build();
    const value = (report: typeof first, key: string) => report.figures.find((figure) => figure.key === key)?.value;
    expect([value(first, 'drills'), value(first, 'stock_tents')]).toEqual([20, 280]);
    await file('drills', '2026Q2', 9);
    expect(value(await stage.build(), 'drills')).toBe(21);
    expect(value(await stage.build({ knownAt: first.knownAt }), 'drills')).toBe(20);
    const { filings } = await stage.reports.ticketsOf(await stage.actor('office'), first.id, 'drills', {
      limit: 50,
      after: null,
    });
    expect(
      filings.map(({ period, value: filed, filedBy, version }) => [period, Number(filed), filedBy, version]),
    ).toEqual([
      ['2026Q1', 12, '统计甲', 1],
      ['2026Q2', 8, '统计甲', 1],
    ]);
  });
});
