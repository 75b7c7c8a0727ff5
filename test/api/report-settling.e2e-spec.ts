import type { DataSource } from 'typeorm';
import { documentTexts, readWorkbook } from '@xiaohao/documents';
import { roles, type Role } from '@xiaohao/domain';
import { systemActor } from '@xiaohao/org';
import { createTickets } from '@xiaohao/tickets';
import { bootApi, type TestApi } from '../support/boot-api.js';
import { openReportWorker, type ReportWorker } from '../support/report-worker.js';
import { closedOn } from '../support/report-stage.js';
import { waitingForLocks } from '../support/waiting.js';

const today = '2026-07-10';
let api: TestApi;
let db: DataSource;
let worker: ReportWorker;

beforeAll(async () => {
  api = await bootApi(today);
  worker = await openReportWorker(api, today);
  ({ db } = worker);
});
afterAll(async () => {
  await worker?.close();
  await api?.stop();
});
beforeEach(() =>
  api.owner.query(
    'truncate message, delivery, report_event, report_excuse, report_figure, report, ticket, ticket_history cascade',
  ),
);

const add = (title: string) =>
  db.transaction((tx) =>
    createTickets(
      tx,
      systemActor,
      [
        {
          kind: 'inspection_issue',
          title,
          sourceId: api.bureau.sourceId,
          itemId: api.bureau.itemIds[0]!,
          leadUnitId: api.bureau.units.chemicals,
          raisedOn: '2026-01-15',
          deadline: { kind: 'date', dueOn: '2026-05-31', ongoing: false },
          ...closedOn('2026-05-01'),
        } as never,
      ],
      { today, at: new Date() },
    ),
  );

async function report(): Promise<string> {
  const { body } = await api.as('office').post('/api/reports', { templateId: 'half-year', period: '2026H1' });
  await worker.reports.build(body.id);
  return body.id;
}
const view = async (id: string) => (await api.as('office').get(`/api/reports/${id}`)).body;
const evidenceFinding = async (id: string) =>
  (await view(id)).checks.find(({ code }: { code: string }) => code === 'closedWithoutEvidence');
const excuse = (id: string, finding: string, reason = '材料在纸质卷宗', who = 'office') =>
  api.as(who).post(`/api/reports/${id}/excuses`, { finding, reason });
const takeBack = (id: string, finding: string) =>
  api.as('office').raw(`/api/reports/${id}/excuses/${finding}`, { method: 'DELETE' });
const finalize = (id: string) => api.as('chief').post(`/api/reports/${id}/finalize`, {});
const withdraw = (id: string, reason = '数据有误', who = 'chief') =>
  api.as(who).post(`/api/reports/${id}/withdraw`, { reason });

describe('a finding', () => {
  it('is excused with a reason, with who and when, and taken back', async () => {
    await add('一件');
    const id = await report();
    const { key } = await evidenceFinding(id);
    expect((await excuse(id, key, '  ')).body).toMatchObject({ code: 'inputMissing' });
    expect((await excuse(id, key)).status).toBe(200);
    expect((await evidenceFinding(id)).excuse).toMatchObject({ reason: '材料在纸质卷宗', by: '办公室甲' });
    expect((await excuse(id, key)).body).toMatchObject({ code: 'findingExcused' });
    expect((await takeBack(id, key)).status).toBe(200);
    expect((await evidenceFinding(id)).excuse).toBeNull();
    expect((await takeBack(id, key)).status).toBe(404);
    expect((await excuse(id, 'x'.repeat(64))).status).toBe(404);
    expect((await excuse(id, key)).status).toBe(200);
  });

  it('stays excused in the next build as long as it is the same, and not with another ticket behind it', async () => {
    await add('一件');
    const first = await report();
    await excuse(first, (await evidenceFinding(first)).key);
    expect((await evidenceFinding(await report())).excuse).not.toBeNull();
    await api.owner.query(`update ticket set status = 'cancelled'`);
    await add('另一件');
    const changed = await evidenceFinding(await report());
    // As many as before, yet others.
    expect(changed.message).toBe((await evidenceFinding(first)).message);
    expect(changed.excuse).toBeNull();
  });

  it('stands in the annex with its reason', async () => {
    await add('一件');
    const id = await report();
    await excuse(id, (await evidenceFinding(id)).key);
    const response = await api.as('office').raw(`/api/reports/${id}/annex.xlsx`);
    const { sheets } = await readWorkbook(Buffer.from(await response.arrayBuffer()));
    const rows = sheets
      .find(({ name }) => name === '体检')!
      .rows.map(({ cells }) => cells.map((cell) => cell?.text ?? ''));
    const row = rows.find(([, message]) => message?.includes('没有佐证材料'))!;
    expect(row.slice(2, 5)).toEqual(['已说明', '材料在纸质卷宗', '办公室甲']);
    expect(rows.some((cells) => cells[2] === '未处理')).toBe(true);
  });

  it('of a final report keeps the excuses it was finalised with', async () => {
    await add('一件');
    const [id, next] = [await report(), await report()];
    const { key } = await evidenceFinding(id);
    await excuse(id, key);
    await finalize(id);
    expect((await takeBack(id, key)).status).toBe(409);
    expect((await takeBack(next, key)).status).toBe(200);
    expect((await evidenceFinding(id)).excuse).toMatchObject({ by: '办公室甲' });
    expect((await evidenceFinding(next)).excuse).toBeNull();
  });
});

describe('a draft on its way to the chief', () => {
  const step = (who: string, id: string, name: string, body: object = {}) =>
    api.as(who).post(`/api/reports/${id}/${name}`, body);
  const told = async () =>
    (
      await api.owner.query(
        `select p.name, m.rule_code as rule, m.link, m.body #>> '{blocks,0,lines,0}' as first,
           (select string_agg(d.channel, '+' order by d.channel) from delivery d where d.message_id = m.id) as channels
         from message m join person p on p.id = m.person_id order by m.created_at, p.name`,
      )
    ).map((row: Record<string, string>) => [row['name'], row['rule'], row['channels']].join(' '));
  const steps = async (id: string) =>
    (await api.as('deputy').get(`/api/reports/${id}/events`)).body.map(
      ({ action, reason, by }: Record<string, string>) => [action, reason, by].join(' '),
    );

  it('is submitted, returned with a reason, submitted again and finalised; each step is told and kept', async () => {
    const id = await report();
    expect(await view(id)).toMatchObject({ state: 'draft', actions: ['submit'] });
    const { body } = await step('office', id, 'submit', { version: 1 });
    expect(body).toMatchObject({ state: 'submitted', version: 2, review: { submittedBy: '办公室甲' } });
    expect(body.actions).toEqual(['recall']);
    expect((await api.as('chief').get(`/api/reports/${id}`)).body.actions).toEqual(['return', 'finalize']);
    expect((await step('office', id, 'submit')).body).toMatchObject({ code: 'actionNotPossible' });
    expect((await step('chief', id, 'return', { reason: ' ' })).body).toMatchObject({ code: 'inputMissing' });
    expect((await step('chief', id, 'return', { reason: '数对不上', version: 1 })).body.code).toBe('stale');
    const returned = await step('chief', id, 'return', { reason: '数对不上' });
    expect(returned.body).toMatchObject({ state: 'returned', review: { reason: '数对不上' } });
    expect((await finalize(id)).body).toMatchObject({ code: 'reportNotSubmitted' });
    expect((await step('office', id, 'submit')).body).toMatchObject({ state: 'submitted', review: { reason: null } });
    expect((await finalize(id)).body).toMatchObject({ state: 'final' });
    expect((await step('office', id, 'recall')).body).toMatchObject({ code: 'reportFinalized' });
    expect(await steps(id)).toEqual([
      'submit  办公室甲',
      'return 数对不上 局长甲',
      'submit  办公室甲',
      'finalize  局长甲',
    ]);
    // The second time the first message still stands unread.
    expect(await told()).toEqual([
      '局长甲 report_submitted inbox+mail',
      '办公室甲 report_returned inbox+mail',
      '办公室甲 report_finalized inbox',
    ]);
  });

  it('is recalled by those who submit, and may be finalised without having been submitted', async () => {
    const [id, other] = [await report(), await report()];
    await step('office', id, 'submit');
    expect((await step('inspection', id, 'recall')).body).toMatchObject({
      state: 'draft',
      review: { submittedBy: null },
    });
    expect((await step('chief', id, 'return', { reason: '晚了' })).body).toMatchObject({ code: 'actionNotPossible' });
    expect((await finalize(id)).body).toMatchObject({ code: 'reportNotSubmitted' });
    expect((await api.as('chief').get(`/api/reports/${id}`)).body.actions).toEqual([]);
    expect((await finalize(other)).body).toMatchObject({ state: 'final' });
    expect(await steps(other)).toEqual(['finalize  局长甲']);
  });

  it('moves for one of two who act at once, whichever versions they saw', async () => {
    const take = (id: string, [who, name]: readonly [string, string]) =>
      step(who, id, name, ['return', 'withdraw'].includes(name) ? { reason: '再核' } : {});
    const [submit, recall, back] = [
      ['office', 'submit'] as const,
      ['office', 'recall'] as const,
      ['chief', 'return'] as const,
    ];
    const [finish, withdrawal] = [['chief', 'finalize'] as const, ['chief', 'withdraw'] as const];
    const clashes = [
      { before: [], both: [submit, submit] },
      { before: [], both: [finish, finish] },
      { before: [submit], both: [recall, finish] },
      { before: [submit], both: [finish, recall] },
      { before: [submit], both: [back, finish] },
      { before: [submit], both: [recall, back] },
      { before: [submit, finish], both: [withdrawal, withdrawal] },
    ];
    for (const { before, both } of clashes) {
      const id = await report();
      for (const one of before) await take(id, one);
      const answers = await Promise.all(both.map((one) => take(id, one)));
      expect([both, answers.map(({ status }) => status).sort()]).toEqual([both, [200, 409]]);
    }
  });

  it('that was recalled is not finalised by who waited for its lock since before it was submitted', async () => {
    const id = await report();
    let finalised: ReturnType<typeof step>;
    await db.transaction(async (tx) => {
      await tx.query('select 1 from report where id = $1 for update', [id]);
      finalised = step('chief', id, 'finalize');
      await waitingForLocks(api.owner, 1);
      // Submitted and recalled by who holds the lock: among those who wait for it none is sure to come first.
      await tx.query(
        `insert into report_event (report_id, version, action, actor_name)
         values ($1, 2, 'submit', '办公室甲'), ($1, 3, 'recall', '办公室甲')`,
        [id],
      );
      await tx.query('update report set version = version + 2 where id = $1', [id]);
    });
    expect((await finalised!).body).toMatchObject({ code: 'reportNotSubmitted' });
  });

  it('is not changed while the chief looks at it: it is recalled or returned first', async () => {
    await add('一件');
    const id = await report();
    const override = () =>
      api.as('office').put(`/api/reports/${id}/overrides/inspection_issues`, { value: 9, reason: '以台账为准' });
    const rebuild = () =>
      api.as('office').post('/api/reports', { templateId: 'half-year', period: '2026H1', basedOn: id });
    await step('office', id, 'submit');
    const before = await view(id);
    expect((await override()).body).toMatchObject({
      code: 'reportSubmitted',
      message: expect.stringContaining('撤回'),
    });
    expect((await rebuild()).body).toMatchObject({ code: 'reportSubmitted' });
    expect(await view(id)).toEqual(before);
    await step('office', id, 'recall');
    expect((await override()).status).toBe(200);
    await worker.reports.build(id);
    await step('office', id, 'submit');
    await step('chief', id, 'return', { reason: '再核' });
    expect((await rebuild()).status).toBe(201);
  });

  it('that was withdrawn refuses each step and change for that reason, one that is final for being final', async () => {
    await add('一件');
    const id = await report();
    const { key } = await evidenceFinding(id);
    await finalize(id);
    const office = api.as('office');
    const answers = () =>
      Promise.all([
        finalize(id),
        step('office', id, 'submit'),
        step('office', id, 'recall'),
        step('chief', id, 'return', { reason: '再核' }),
        excuse(id, key),
        office.put(`/api/reports/${id}/overrides/inspection_issues`, { value: 9, reason: '以台账为准' }),
      ]);
    const codesOf = (given: Awaited<ReturnType<typeof answers>>) => [...new Set(given.map(({ body }) => body.code))];
    expect(codesOf(await answers())).toEqual(['reportFinalized']);
    await withdraw(id);
    expect(codesOf(await answers())).toEqual(['reportWithdrawn']);
    const asked = { templateId: 'half-year', period: '2026H1', basedOn: id };
    expect((await office.post('/api/reports', asked)).body).toMatchObject({ code: 'reportWithdrawn' });
  });

  it('changes nothing where the message to the chief cannot be written', async () => {
    const id = await report();
    await api.owner.query(`alter table message add constraint refused check (rule_code <> 'report_submitted')`);
    try {
      expect((await step('office', id, 'submit')).status).toBe(500);
      expect(await view(id)).toMatchObject({ state: 'draft', version: 1 });
      expect(await steps(id)).toEqual([]);
    } finally {
      await api.owner.query('alter table message drop constraint refused');
    }
  });
});

describe('a submitted report', () => {
  const waitingFor = async (who: string) =>
    ((await api.as(who).get('/api/workbench')).body.tasks ?? []).filter(
      ({ key }: { key: string }) => key === 'to_finalize',
    );
  const listed = async () => (await api.as('chief').get('/api/reports?state=submitted')).body.items;

  it('waits on the desk of whoever may finalise it until that is done, and on no other', async () => {
    const [first, second] = [await report(), await report()];
    expect([await waitingFor('chief'), await listed()]).toEqual([[], []]);
    for (const id of [first, second]) await api.as('office').post(`/api/reports/${id}/submit`, {});
    expect(await waitingFor('chief')).toEqual([{ key: 'to_finalize', count: 2, overdue: 0 }]);
    expect(await listed()).toMatchObject([{ id: second }, { id: first }]);
    const others = roles.filter((role) => role !== 'chief');
    expect((await Promise.all(others.map((role) => waitingFor(role)))).flat()).toEqual([]);
    await finalize(first);
    await api.as('chief').post(`/api/reports/${second}/return`, { reason: '数据不对' });
    expect([await waitingFor('chief'), await listed()]).toEqual([[], []]);
  });
});

describe('the report of the next period', () => {
  it('is held against the last final one of the same template, not against a draft or a withdrawn one', async () => {
    const [draft, withdrawn, final] = [await report(), await report(), await report()];
    const next = await api
      .as('office')
      .post('/api/reports', { templateId: 'half-year', period: '2026H2', asOf: today });
    const former = async () => (await view(next.body.id)).formerPeriod;
    expect(await former()).toBeNull();
    await finalize(final);
    await finalize(withdrawn);
    expect(await former()).toMatchObject({ id: withdrawn, period: '2026H1' });
    await withdraw(withdrawn);
    expect(await former()).toMatchObject({ id: final });
    expect((await view(draft)).formerPeriod).toBeNull();
  });

  it('is held against the same period of the year before too, where that is another', async () => {
    const order = (period: string) => ({ templateId: 'hazard-statistics', period });
    const before = await worker.build(order('2025Q2'));
    await finalize(before);
    const quarter = await view(await worker.build(order('2026Q2')));
    expect([quarter.formerPeriod, quarter.formerYear]).toMatchObject([null, { id: before, period: '2025Q2' }]);
  });
});

describe('a final report', () => {
  it('is withdrawn by the chief alone, with a reason, once, and nothing else of it changes', async () => {
    const id = await report();
    expect((await withdraw(id)).body).toMatchObject({ code: 'reportNotFinal' });
    await finalize(id);
    const final = (await api.as('deputy').get('/api/reports?final=true&template=half-year')).body.items;
    expect(final).toMatchObject([{ id, state: 'final' }]);
    const before = await view(id);
    expect((await withdraw(id, ' ')).body).toMatchObject({ code: 'inputMissing' });
    const others = roles.filter((role) => role !== 'chief');
    const answers = await Promise.all(others.map(async (role: Role) => (await withdraw(id, '不对', role)).status));
    expect(new Set(answers)).toEqual(new Set([403]));
    const { body } = await withdraw(id);
    expect(body.withdrawn).toMatchObject({ reason: '数据有误', by: '局长甲' });
    const { version, state, actions } = before;
    expect({ ...body, withdrawn: null, version, state, actions }).toEqual(before);
    expect((await withdraw(id)).body).toMatchObject({ code: 'reportWithdrawn' });
    const idsOf = async (query: string) =>
      (await api.as('deputy').get(`/api/reports?${query}`)).body.items.map((row: { id: string }) => row.id);
    expect(await idsOf('final=true')).toEqual([]);
    expect(await idsOf('final=false&template=half-year')).toEqual([id]);
    const { items } = (await api.as('deputy').get('/api/reports')).body;
    expect(items[0]).toMatchObject({ id, withdrawn: { reason: '数据有误' } });
  });

  it('says so on every page of its document, the text as it was', async () => {
    const id = await report();
    await finalize(id);
    const file = async () =>
      Buffer.from(await (await api.as('office').raw(`/api/reports/${id}/document.docx`)).arrayBuffer());
    const before = await file();
    await withdraw(id);
    const after = await file();
    expect(await documentTexts(after)).toEqual(await documentTexts(before));
    expect(after.equals(before)).toBe(false);
  });

  it('is changed by no statement of the application but its withdrawal', async () => {
    const id = await report();
    await finalize(id);
    const change = (what: string) => db.query(`update report set ${what} where id = $1`, [id]);
    await expect(change(`period = '2026H2'`)).rejects.toThrow('is final');
    await expect(change(`withdrawn_at = now(), withdraw_reason = '甲', content = '[]'`)).rejects.toThrow('is final');
    await change(`withdrawn_at = now(), withdraw_reason = '甲'`);
    await expect(change(`withdrawn_at = null, withdraw_reason = null`)).rejects.toThrow('is final');
  });
});
