import { execute, select } from '@xiaohao/database';
import { addDays } from '@xiaohao/domain';
import { systemActor } from '@xiaohao/org';
import { createTickets, type NewTicket } from '@xiaohao/tickets';
import { bootApi, type TestApi } from '../support/boot-api.js';

const today = '2026-07-10';
let api: TestApi;

beforeAll(async () => {
  api = await bootApi(today);
  await fillLedger();
});
afterAll(() => api?.stop());

function add(...drafts: Partial<NewTicket>[]) {
  const { units, sourceId } = api.bureau;
  const tickets = drafts.map((draft): NewTicket => ({
    kind: 'inspection_issue',
    title: '一件',
    status: 'in_progress',
    sourceId,
    leadUnitId: units.chemicals,
    raisedOn: '2026-01-15',
    deadline: { kind: 'date', dueOn: '2026-06-01', ongoing: false },
    ...draft,
  }));
  return api.owner.transaction((tx) => createTickets(tx, systemActor, tickets, { today, at: new Date() }));
}

const due = (dueOn: string | null): Partial<NewTicket> => ({
  deadline: { kind: dueOn ? 'date' : 'unresolved', dueOn, ongoing: false },
});

/** Tickets in every status, raised and closed over two years, in three units, one of them confidential. */
async function fillLedger(): Promise<void> {
  const { chemicals, relief, town } = api.bureau.units;
  const drafts: Partial<NewTicket>[] = [];
  for (let n = 0; n < 160; n += 1) {
    const raisedOn = addDays('2025-02-01', n * 3);
    const base: Partial<NewTicket> = {
      raisedOn,
      kind: n % 5 === 0 ? 'hazard' : 'inspection_issue',
      leadUnitId: n % 11 === 0 ? undefined : [chemicals, relief, town][n % 3],
      industry: n % 2 === 0 ? '危化' : '工贸',
      town: n % 4 === 0 ? '云栖镇' : undefined,
      confidential: n === 40,
      ...due(n % 9 === 0 ? null : addDays(raisedOn, 20 + ((n * 37) % 400))),
    };
    const closedOn = addDays(raisedOn, 10 + ((n * 13) % 90));
    if (n % 4 === 1 && closedOn <= today) {
      const onTime = base.deadline?.dueOn ? closedOn <= base.deadline.dueOn : undefined;
      const { deadline } = base;
      const first = deadline?.dueOn && n % 8 === 1 ? { originalDueOn: addDays(raisedOn, 15) } : {};
      drafts.push({
        ...base,
        deadline: { ...deadline!, ...first },
        status: 'closed',
        submittedOn: closedOn,
        closedOn,
        closedOnTime: onTime,
      });
    } else if (n % 13 === 0) drafts.push({ ...base, status: 'pending_acceptance' });
    else if (n % 17 === 0) drafts.push({ ...base, status: 'draft' });
    else if (n % 19 === 0)
      drafts.push({ ...base, status: 'ongoing', acceptedOn: n % 2 ? addDays(raisedOn, 5) : undefined });
    else drafts.push({ ...base, status: n % 3 === 0 ? 'assigned' : 'in_progress' });
  }
  const made = await add(...drafts);
  await api.owner.query(`update ticket set status = 'suspended' where id = $1`, [made[7]!.id]);
  await api.owner.query(`update ticket set status = 'cancelled' where id = $1`, [made[8]!.id]);
}

const board = async (query = '', as = 'chief') => (await api.as(as).get(`/api/dashboard${query}`)).body;
const behind = async (query: string, as = 'chief') => (await api.as(as).get(`/api/dashboard/tickets?${query}`)).body;
const inLedger = async (query: string, as = 'chief') =>
  (await api.as(as).get(`/api/tickets?${query}&count=exact&limit=1`)).body.total;
const count = async (where: string, values: unknown[] = []): Promise<number> => {
  const [row] = await select<{ n: number }>(
    api.owner,
    `select count(*)::int as n from ticket where status <> 'cancelled' and raised_on <= '${today}' and (${where})`,
    values,
  );
  return row!.n;
};
const live = `status in ('assigned', 'in_progress')`;

describe('each number of today', () => {
  it('is what plain SQL counts', async () => {
    const { totals } = await board();
    const isDone = 'coalesce(closed_on, accepted_on) is not null';
    expect(totals).toMatchObject({
      total: await count('true'),
      done: await count(isDone),
      open: await count(`not ${isDone}`),
      overdue: await count(`${live} and due_on < '${today}'`),
      due: await count(`due_on <= '${today}'`),
      onTime: await count(`closed_on_time and due_on <= '${today}'`),
    });
    expect(totals).toMatchObject({
      originalDue: await count(`original_due_on <= '${today}'`),
      originalOnTime: await count(
        `closed_on_time is not null and original_due_on <= '${today}'
         and case when original_due_on = due_on then closed_on_time else submitted_on <= original_due_on end`,
      ),
    });
    expect(totals.rate).toBe(Math.round((totals.done * 1000) / totals.total) / 10);
    expect(totals.onTimeRate).toBe(Math.round((totals.onTime * 1000) / totals.due) / 10);
  });

  it('is the leader’s own on the workbench: one definition of done, due and on time', async () => {
    for (const who of ['chief', 'deputy']) {
      const { totals } = (await api.as(who).get('/api/dashboard')).body;
      const { leader } = (await api.as(who).get('/api/workbench')).body;
      const { rate, onTimeRate, originalOnTimeRate } = totals;
      expect(leader).toMatchObject({ rate, onTimeRate, originalOnTimeRate });
      expect([rate, onTimeRate, originalOnTimeRate].every((value) => value > 0 && value < 100)).toBe(true);
    }
  });

  it('is the total of the list it opens', async () => {
    const { sections, ageing, months, totals, heat } = await board();
    for (const { unit, lights, total, done, due: dueCount, onTime } of sections) {
      const of = `unitId=${unit?.id ?? 'none'}`;
      for (const [light, n] of Object.entries(lights)) {
        expect([unit?.name, light, (await behind(`${of}&light=${light}`)).total]).toEqual([unit?.name, light, n]);
        if (unit && light !== 'none') expect(await inLedger(`leadUnitId=${unit.id}&light=${light}`)).toBe(n);
      }
      expect((await behind(of)).total).toBe(total);
      expect((await behind(`${of}&state=done`)).total).toBe(done);
      expect((await behind(`${of}&state=due`)).total).toBe(dueCount);
      expect((await behind(`${of}&state=on_time`)).total).toBe(onTime);
    }
    for (const { from, to, count: n } of ageing) {
      expect((await behind(`light=red&lateFrom=${from}${to ? `&lateTo=${to}` : ''}`)).total).toBe(n);
      const earliest = to ? `&dueFrom=${addDays(today, -to)}` : '';
      expect(await inLedger(`overdue=true${earliest}&dueTo=${addDays(today, -from)}`)).toBe(n);
    }
    expect(ageing.reduce((sum: number, { count: n }: { count: number }) => sum + n, 0)).toBe(totals.overdue);
    for (const { month, raised, closed } of months) {
      expect([month, (await behind(`raisedIn=${month}`)).total]).toEqual([month, raised]);
      expect([month, (await behind(`closedIn=${month}`)).total]).toEqual([month, closed]);
      expect(await count(`to_char(raised_on, 'YYYY-MM') = $1`, [month])).toBe(raised);
      expect(await count(`to_char(coalesce(closed_on, accepted_on), 'YYYY-MM') = $1`, [month])).toBe(closed);
    }
    expect(heat.length).toBeGreaterThan(0);
    for (const { industry, town, open, overdue } of heat) {
      const of = `industry=${encodeURIComponent(industry)}&town=${encodeURIComponent(town)}`;
      expect([(await behind(`${of}&state=open`)).total, (await behind(`${of}&light=red`)).total]).toEqual([
        open,
        overdue,
      ]);
    }
  });

  it('ranks what hurts by how long it is overdue', async () => {
    const { hot } = await board();
    const wanted = await select<{ no: string }>(
      api.owner,
      `select no from ticket where ${live} and due_on < '${today}' order by due_on, id limit 10`,
    );
    expect(hot.map(({ no }: { no: string }) => no)).toEqual(wanted.map(({ no }) => no));
    expect(hot[0]).toMatchObject({ light: 'red', lateDays: expect.any(Number) });
  });

  it('gives the mean of the days late per section', async () => {
    const { sections } = await board();
    const rows = await select<{ unit: string; mean: string }>(
      api.owner,
      `select lead_unit_id as unit, round(avg('${today}'::date - due_on), 1) as mean from ticket
       where ${live} and due_on < '${today}' and lead_unit_id is not null group by 1`,
    );
    expect(rows.length).toBeGreaterThan(1);
    for (const { unit, mean } of rows) {
      const section = sections.find((one: { unit: { id: string } | null }) => one.unit?.id === unit);
      expect(section.meanLateDays).toBe(Number(mean));
    }
  });

  it('keeps to the kinds and sources asked for', async () => {
    const { totals } = await board('?kind=hazard');
    expect(totals.total).toBe(await count(`kind = 'hazard'`));
    expect((await board(`?sourceId=${api.bureau.units.town}`)).totals).toMatchObject({ total: 0, rate: null });
  });
});

describe('who looks', () => {
  it('gets the numbers of what they may see, and no number more', async () => {
    const { chemicals } = api.bureau.units;
    expect((await board('', 'head')).totals.total).toBe(await count('lead_unit_id = $1', [chemicals]));
    expect((await board('', 'deputy')).totals.total).toBe(await count('lead_unit_id = $1', [chemicals]));
    expect((await board('', 'office')).totals.total).toBe(await count('not confidential'));
    expect((await board('', 'safety')).totals.total).toBe(await count(`kind = 'hazard'`));
    const { knownAt: _, ...seen } = await board(`?knownAt=${new Date().toISOString()}`, 'head');
    expect(seen).toMatchObject({ totals: (await board('', 'head')).totals });
    expect((await behind('', 'head')).total).toBe(await count('lead_unit_id = $1', [chemicals]));
    for (const as of ['handler', 'clerk', 'stats', 'admin']) {
      expect((await api.as(as).get('/api/dashboard')).status).toBe(403);
      expect((await api.as(as).get('/api/dashboard/tickets')).status).toBe(403);
    }
  });

  it('goes on from page to page through every ticket of a day once, in the order of deadlines', async () => {
    const days: (string | null)[] = [];
    const ids: string[] = [];
    let total = 0;
    for (let cursor = ''; ;) {
      const page = await behind(`asOf=2026-05-31&limit=30${cursor && `&cursor=${cursor}`}`);
      total ||= page.total;
      days.push(...page.items.map(({ dueOn }: any) => dueOn));
      ids.push(...page.items.map(({ id }: any) => id));
      if (!page.nextCursor) break;
      expect(page.items).toHaveLength(30);
      cursor = page.nextCursor;
    }
    expect(total).toBeGreaterThan(90);
    expect([ids.length, new Set(ids).size]).toEqual([total, total]);
    expect(days).toEqual([...days].sort((a, b) => ((a ?? '~') < (b ?? '~') ? -1 : a === b ? 0 : 1)));
  });

  it.each(['x', Buffer.from('["2026-01-01"]').toString('base64url'), Buffer.from('["x","y"]').toString('base64url')])(
    'refuses the cursor %s, which is none of ours',
    async (cursor) => {
      expect(await behind(`cursor=${cursor}`)).toMatchObject({ code: 'malformed' });
    },
  );

  it('is told what is wrong with a question', async () => {
    for (const query of ['asOf=2026-02-30', 'kind=nonsense', 'sourceId=x', 'knownAt=yesterday', 'other=1']) {
      expect([query, (await api.as('chief').get(`/api/dashboard?${query}`)).status]).toEqual([query, 400]);
    }
    expect((await api.as('chief').get('/api/dashboard?asOf=2026-07-11')).body).toMatchObject({ code: 'inputWrong' });
    for (const query of ['raisedIn=2026-13', 'unitId=x', 'lateFrom=-1', 'light=blue', `closedIn=2026-1'`]) {
      expect([query, (await api.as('chief').get(`/api/dashboard/tickets?${query}`)).status]).toEqual([query, 400]);
    }
  });
});

describe('a past day', () => {
  const day = '2026-03-31';

  it('counts the state of that day by its dates', async () => {
    const { totals, before, ageing, sections } = await board(`?asOf=${day}`);
    const doneBy = (on: string) => `coalesce(closed_on, accepted_on) <= '${on}'`;
    const raisedBy = (on: string) => `raised_on <= '${on}'`;
    expect(totals).toMatchObject({
      total: await count(raisedBy(day)),
      done: await count(`${raisedBy(day)} and ${doneBy(day)}`),
      due: await count(`${raisedBy(day)} and due_on <= '${day}'`),
      onTime: await count(`${raisedBy(day)} and due_on <= '${day}' and closed_on_time and ${doneBy(day)}`),
    });
    expect(before).toMatchObject({
      asOf: '2026-02-28',
      total: await count(raisedBy('2026-02-28')),
      done: await count(`${raisedBy('2026-02-28')} and ${doneBy('2026-02-28')}`),
    });
    const earlier = await board('?asOf=2026-02-28');
    expect(before).toMatchObject({
      total: earlier.totals.total,
      rate: earlier.totals.rate,
      due: earlier.totals.due,
      onTime: earlier.totals.onTime,
      onTimeRate: earlier.totals.onTimeRate,
    });
    expect((await behind(`asOf=${day}&light=red`)).total).toBe(totals.overdue);
    for (const { from, to, count: n } of ageing) {
      expect((await behind(`asOf=${day}&light=red&lateFrom=${from}${to ? `&lateTo=${to}` : ''}`)).total).toBe(n);
    }
    for (const { unit, lights } of sections) {
      for (const [light, n] of Object.entries(lights)) {
        expect((await behind(`asOf=${day}&unitId=${unit?.id ?? 'none'}&light=${light}`)).total).toBe(n);
      }
    }
  });

  it('is told alike by the months of the trend and by the day itself, also for tickets reopened since', async () => {
    const made = await add(
      ...['2026-02-10', '2026-05-05'].map((closedOn) => ({
        title: '后来重启的一件',
        raisedOn: '2026-01-05',
        status: 'closed' as const,
        submittedOn: closedOn,
        closedOn,
        closedOnTime: true,
      })),
    );
    for (const { id } of made) {
      await execute(
        api.owner,
        `update ticket set status = 'in_progress', round = 2, assigned_on = '2026-06-03', submitted_on = null,
           closed_on = null, closed_on_time = null, due_on = '2026-08-01' where id = $1`,
        [id],
      );
    }
    const { months } = await board();
    for (const { month, total, done, rate } of months.slice(0, -1)) {
      const then = await board(`?asOf=${addDays(`${month}-01`, 31).slice(0, 7)}-01`);
      const { before } = then;
      expect([month, before.total, before.done, before.rate]).toEqual([month, total, done, rate]);
      const itself = await board(`?asOf=${before.asOf}`);
      expect([month, itself.totals.done, itself.totals.rate]).toEqual([month, done, rate]);
    }
    const february = months.find(({ month }: { month: string }) => month === '2026-02');
    expect((await behind('closedIn=2026-02')).total).toBe(february.closed);
    expect((await behind('closedIn=2026-02')).items.map(({ id }: { id: string }) => id)).toContain(made[0]!.id);
  });

  it('stays as it was known, whatever is changed later', async () => {
    const knownAt = new Date().toISOString();
    const query = `?asOf=${day}&knownAt=${knownAt}`;
    const [first, list] = [await board(query), await behind(`${query.slice(1)}&light=red`)];
    expect(first.totals).toEqual((await board(`?asOf=${day}`)).totals);
    const { chemicals, relief } = api.bureau.units;
    await api.owner.query(
      `update ticket set status = 'closed', closed_on = '2026-03-01' where ${live} and kind = 'hazard'`,
    );
    await api.owner.query(`update ticket set lead_unit_id = $1 where lead_unit_id = $2`, [relief, chemicals]);
    await api.owner.query(`update ticket set due_on = due_on - 300, raised_on = raised_on - 40, town = '新镇'`);
    await api.owner.query(`update unit set name = '改名科' where id = $1`, [relief]);
    await add(...Array.from({ length: 5 }, () => ({ raisedOn: '2026-02-02' })));
    expect(await board(query)).toEqual({ ...first, countedAt: expect.any(String) });
    expect(await behind(`${query.slice(1)}&light=red`)).toEqual(list);
    expect((await board(`?asOf=${day}`)).totals).not.toEqual(first.totals);
  });
});
