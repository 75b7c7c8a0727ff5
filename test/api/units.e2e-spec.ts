import { createTickets, verifyChains, type NewTicket } from '@xiaohao/tickets';
import { systemActor } from '@xiaohao/org';
import { select } from '@xiaohao/database';
import { bootApi, type Answer, type TestApi } from '../support/boot-api.js';
import { openImportStage } from '../support/import-stage.js';
import { buildWorkbook, inspectionSheet } from '../support/ledger-workbooks.js';
import { act, sentences, walk } from '../support/ticket-walk.js';

const today = '2026-07-10';

let api: TestApi;
beforeEach(async () => {
  api = await bootApi(today);
});
afterEach(() => api?.stop());

const admin = () => api.as('admin');
const addUnit = async (name: string, parentId: string | null = api.bureau.units.bureau): Promise<string> =>
  (await admin().post('/api/units', { name, type: 'section', parentId })).body.id;
const change = (id: string, what: string, body: object = {}): Promise<Answer> =>
  admin().post(`/api/units/${id}/${what}`, body);
const tree = async () =>
  (await admin().get('/api/units')).body as { id: string; name: string; parentId: string | null }[];
const ticket = async (id: string) => (await api.as('chief').get(`/api/tickets/${id}`)).body;
const visible = async (who: string) => (await api.as(who).get('/api/tickets?count=exact')).body.total as number;

/** A ledger of one row, still under way, of this unit. */
const ledgerOf = (unit: string) =>
  buildWorkbook([
    inspectionSheet([{ item: '一个方面', title: '台账不全', unit, deadline: '2026年9月30日', progress: '正在推进' }]),
  ]);

function create(draft: Partial<NewTicket>) {
  const one: NewTicket = {
    kind: 'inspection_issue',
    title: '一件',
    status: 'in_progress',
    leadUnitId: api.bureau.units.relief,
    raisedOn: '2026-02-01',
    assignedOn: '2026-02-01',
    deadline: { kind: 'date', dueOn: '2026-06-01', ongoing: false },
    ...draft,
  };
  return api.owner.transaction(async (tx) => {
    const [made] = await createTickets(tx, systemActor, [one], { today, at: new Date() });
    return made!.id;
  });
}

describe('a unit', () => {
  it('is renamed: its tickets bear the new name, the record knows both, a ledger with the old one means it', async () => {
    const { chemicals } = api.bureau.units;
    const { id } = await walk(api, 'assigned');
    expect((await change(chemicals, 'rename', { name: ' 危化 监管科 ' })).status).toBe(204);
    expect((await ticket(id)).leadUnit).toEqual({ id: chemicals, name: '危化监管科' });
    const [event] = (await api.as('auditor').get('/api/people/events')).body;
    expect(event).toMatchObject({ action: 'unit_renamed', details: { unit: '危化科', name: '危化监管科' } });
    const stage = await openImportStage(api, today);
    const { body } = await stage.preview(api.as('inspection'), await ledgerOf('危化科'));
    await stage.close();
    expect(JSON.stringify(body)).toContain('危化监管科');
    expect(body.counts).toMatchObject({ create: 1 });
  });

  it('moves with all below it, and sight of its tickets moves at once', async () => {
    const { chemicals, relief } = api.bureau.units;
    const below = await addUnit('危化一组', chemicals);
    await create({ leadUnitId: below });
    expect([await visible('head'), await visible('head2')]).toEqual([1, 0]);
    expect((await change(below, 'move', { parentId: relief })).status).toBe(204);
    expect([await visible('head'), await visible('head2')]).toEqual([0, 1]);
    expect((await change(below, 'move', { parentId: null })).status).toBe(204);
    expect([await visible('head'), await visible('head2')]).toEqual([0, 0]);
  });

  it('is closed only when nothing is left to it, and says what is', async () => {
    const { relief } = api.bureau.units;
    await create({});
    await addUnit('救灾一组', relief);
    const refused = await change(relief, 'close');
    expect(refused.body).toMatchObject({ code: 'unitInUse', details: { tickets: 1, people: 3, subUnits: 1 } });
    const empty = await addUnit('信访科');
    expect((await change(empty, 'close')).status).toBe(204);
    expect((await tree()).some(({ id }) => id === empty)).toBe(false);
    expect((await admin().get('/api/units/closed')).body).toMatchObject([{ name: '信访科', mergedInto: null }]);
    expect((await change(empty, 'rename', { name: '信访室' })).body.code).toBe('unitClosed');
    // The name is free again.
    expect(await addUnit('信访科')).toBeDefined();
  });

  it.each([
    ['renamed to a name that is taken', 'relief', 'rename', { name: '危化科' }, 'duplicate'],
    ['renamed to nothing', 'relief', 'rename', { name: '  ' }, 'inputMissing'],
    ['moved below itself', 'relief', 'move', { parentId: 'relief' }, 'unitIntoItsOwn'],
    ['moved where nothing is', 'relief', 'move', { parentId: 'nobody' }, 'notFound'],
    ['moved, being the bureau', 'bureau', 'move', { parentId: 'town' }, 'unitIsBureau'],
    ['closed, being the bureau', 'bureau', 'close', {}, 'unitIsBureau'],
    ['merged, being the bureau', 'bureau', 'merge', { intoId: 'town' }, 'unitIsBureau'],
    ['merged into itself', 'relief', 'merge', { intoId: 'relief' }, 'unitIntoItsOwn'],
    ['merged into nothing', 'relief', 'merge', { intoId: 'nobody' }, 'notFound'],
  ])('is not %s', async (_, unit, what, body, code) => {
    const ids: Record<string, string> = { ...api.bureau.units, nobody: '01234567-0123-7123-8123-0123456789ab' };
    const named = Object.fromEntries(Object.entries(body).map(([key, value]) => [key, ids[value] ?? value]));
    const before = await tree();
    expect((await change(ids[unit]!, what, named)).body.code).toBe(code);
    expect(await tree()).toEqual(before);
  });

  it('goes neither below nor into one of its own, nor into a closed one', async () => {
    const { relief, chemicals } = api.bureau.units;
    const grandchild = await addUnit('救灾一队', await addUnit('救灾一组', relief));
    expect((await change(relief, 'move', { parentId: grandchild })).body.code).toBe('unitIntoItsOwn');
    expect((await change(relief, 'merge', { intoId: grandchild })).body.code).toBe('unitIntoItsOwn');
    const closed = await addUnit('信访科');
    await change(closed, 'close');
    expect((await change(chemicals, 'merge', { intoId: closed })).body).toMatchObject({
      code: 'unitClosed',
      message: '单位“信访科”已经撤销',
    });
  });

  it('is changed by the administrator alone', async () => {
    for (const who of ['chief', 'office', 'head', 'inspection']) {
      const sent = await api
        .as(who)
        .post(`/api/units/${api.bureau.units.relief}/merge`, { intoId: api.bureau.units.town });
      expect(sent.status).toBe(403);
    }
  });

  it('of two moves into each other at once one is refused', async () => {
    const [a, b] = [await addUnit('甲组'), await addUnit('乙组')];
    const codes = await Promise.all([change(a, 'move', { parentId: b }), change(b, 'move', { parentId: a })]);
    expect(codes.map(({ status }) => status).sort()).toEqual([204, 409]);
  });
});

describe('a unit merged into another', () => {
  it('hands over what is open, each told in its own chain; what is struck off stays with it', async () => {
    const { chemicals, relief } = api.bureau.units;
    const open = await walk(api, 'in_progress');
    const closed = await walk(api, 'closed');
    const helped = await create({ supportUnitIds: [chemicals] });
    const told = await change(chemicals, 'merge', { intoId: relief });
    expect(told.body).toEqual({ leads: 1, supports: 1, people: 3, subUnits: 0, charges: 1, closedTickets: 1 });

    expect(await ticket(open.id)).toMatchObject({
      status: 'in_progress',
      leadUnit: { id: relief },
      handler: { id: api.bureau.people['handler'] },
    });
    expect((await sentences(api, 'chief', open.id)).at(-1)).toBe('单位合并：牵头单位 减灾救灾科，原单位 危化科');
    expect((await ticket(closed.id)).leadUnit.name).toBe('危化科');
    // Relief led it: nobody supports themselves.
    expect((await ticket(helped)).supportUnits).toEqual([]);
    expect((await sentences(api, 'chief', helped)).at(-1)).toBe('单位合并：配合单位 减灾救灾科，原单位 危化科');
    expect((await verifyChains(api.owner)).broken).toBeNull();
    const [event] = (await api.as('auditor').get('/api/people/events')).body;
    expect(event).toMatchObject({
      action: 'unit_merged',
      details: { unit: '危化科', into: '减灾救灾科', tickets: 2, people: 3, subUnits: 0, charges: 1 },
    });
  });

  it('brings its people along: one post where both were held, the rest from today on', async () => {
    const { chemicals, relief } = api.bureau.units;
    const { people } = api.bureau;
    await admin().post(`/api/people/${people['head']}/posts`, { role: 'head', unitId: relief });
    await change(chemicals, 'merge', { intoId: relief });
    const posts = await select<{ person: string; unit: string; role: string; from: string; to: string | null }>(
      api.owner,
      `select p.username as person, u.name as unit, o.role, o.from_on as "from", o.to_on as "to" from post o
       join person p on p.id = o.person_id join unit u on u.id = o.unit_id
       where p.username in ('head', 'handler') order by 1, 4, 2`,
    );
    expect(posts).toEqual([
      { person: 'handler', unit: '危化科', role: 'handler', from: '2020-01-01', to: today },
      { person: 'handler', unit: '减灾救灾科', role: 'handler', from: today, to: null },
      { person: 'head', unit: '危化科', role: 'head', from: '2020-01-01', to: today },
      { person: 'head', unit: '减灾救灾科', role: 'head', from: today, to: null },
    ]);
    const charges = await select(
      api.owner,
      `select u.name from post_charge c join post o on o.id = c.post_id join unit u on u.id = c.unit_id
       where o.person_id = $1`,
      [people['deputy']],
    );
    expect(charges).toEqual([{ name: '减灾救灾科' }]);
  });

  it('passes on its place in groups: the other is a member once, from today on, and sees what the group has', async () => {
    const { bureau, chemicals, relief, town } = api.bureau.units;
    const group = async (name: string, unitIds: string[]) => {
      const { id } = (await admin().post('/api/units', { name, type: 'group', parentId: bureau })).body;
      await admin().put(`/api/units/${id}/members`, { unitIds });
      return id as string;
    };
    const alone = await group('危险源监管组', [chemicals, town]);
    await group('各业务科室', [chemicals, relief]);
    await api.owner.query(`update group_member set from_on = '2026-01-01'`);
    const owned = await create({ leadUnitId: alone, status: 'assigned' });
    expect((await api.as('head2').get(`/api/tickets/${owned}`)).status).toBe(404);
    await change(chemicals, 'merge', { intoId: relief });
    const rows = await select(
      api.owner,
      `select g.name as "group", u.name as unit, m.from_on as "from", m.to_on as "to" from group_member m
       join unit g on g.id = m.group_id join unit u on u.id = m.unit_id order by g.name, m.from_on, u.name`,
    );
    const before = { from: '2026-01-01' };
    expect(rows).toHaveLength(5);
    expect(rows).toEqual(
      expect.arrayContaining([
        { group: '危险源监管组', unit: '危化科', ...before, to: today },
        { group: '危险源监管组', unit: '云栖镇', ...before, to: null },
        { group: '危险源监管组', unit: '减灾救灾科', from: today, to: null },
        { group: '各业务科室', unit: '危化科', ...before, to: today },
        { group: '各业务科室', unit: '减灾救灾科', ...before, to: null },
      ]),
    );
    expect((await api.as('head2').get(`/api/tickets/${owned}`)).status).toBe(200);
  });

  it('keeps whoever stands in for its head standing in, for the post it became', async () => {
    const { chemicals, relief } = api.bureau.units;
    const { people } = api.bureau;
    const leaves = `/api/people/${people['head']}/leaves`;
    const [post] = (await admin().get(leaves)).body.posts;
    const leave = { postId: post.id, standInId: people['handler2'], fromOn: today, toOn: '2026-07-20' };
    expect((await admin().post(leaves, leave)).status).toBe(201);
    await change(chemicals, 'merge', { intoId: relief });
    const kept = (await admin().get(leaves)).body.leaves.at(-1);
    expect(kept).toMatchObject({ unit: { id: relief }, standIn: { name: '承办乙' }, toOn: '2026-07-20' });
    const one = await create({ leadUnitId: relief, status: 'assigned' });
    const { actions } = (await api.as('handler2').get(`/api/tickets/${one}`)).body;
    expect(actions.map(({ action }: { action: string }) => action)).toContain('sign');
  });

  it('leaves its sub-units below the other, its name free, and its closed tickets in sight of the heir', async () => {
    const { chemicals, relief } = api.bureau.units;
    const below = await addUnit('危化一组', chemicals);
    await walk(api, 'closed');
    expect(await visible('head2')).toBe(0);
    await change(chemicals, 'merge', { intoId: relief });
    expect((await tree()).find(({ id }) => id === below)!.parentId).toBe(relief);
    expect(await visible('head2')).toBe(1);
    expect((await admin().get('/api/units/closed')).body).toMatchObject([
      { name: '危化科', closedOn: today, mergedInto: { name: '减灾救灾科' } },
    ]);
    expect((await change(chemicals, 'merge', { intoId: relief })).body.code).toBe('unitClosed');
  });

  it('still answers for the days before: figures of a past day say its name, those of today the other', async () => {
    const { chemicals, relief } = api.bureau.units;
    await create({ leadUnitId: chemicals });
    await change(chemicals, 'merge', { intoId: relief });
    const sections = async (asOf: string) => {
      const { body } = await api.as('chief').get(`/api/dashboard?asOf=${asOf}`);
      return body.sections.map(({ unit, total }: { unit: { name: string }; total: number }) => [unit.name, total]);
    };
    expect(await sections('2026-06-30')).toEqual([['危化科', 1]]);
    expect(await sections(today)).toEqual([['减灾救灾科', 1]]);
    const part = (asOf: string, unitId: string) =>
      api.as('chief').get(`/api/dashboard/tickets?asOf=${asOf}&unitId=${unitId}`);
    expect((await part('2026-06-30', chemicals)).body.items).toMatchObject([{ leadUnit: '危化科' }]);
    expect((await part('2026-06-30', relief)).body.items).toEqual([]);
    expect((await part(today, relief)).body.items).toMatchObject([{ leadUnit: '减灾救灾科' }]);
  });

  it('is proposed by its heir when a later ledger names it, through several mergers too', async () => {
    const { chemicals, relief, office } = api.bureau.units;
    await change(chemicals, 'merge', { intoId: relief });
    await change(relief, 'merge', { intoId: office });
    const stage = await openImportStage(api, today);
    const { body } = await stage.commit(api.as('inspection'), await ledgerOf('危化科'));
    await stage.close();
    expect(body.status).toBe('committed');
    const { items } = (await api.as('chief').get('/api/tickets')).body;
    expect(items).toMatchObject([{ leadUnit: { id: office } }]);
  });

  it('gets no ticket while it goes: assigning and merging at once leave none behind', async () => {
    const { chemicals, relief } = api.bureau.units;
    const drafts = await Promise.all(Array.from({ length: 6 }, () => walk(api, 'draft')));
    const assign = (draft: { id: string }) =>
      act(api, 'inspection', draft, 'assign', {
        leadUnitId: chemicals,
        leaderId: api.bureau.people['deputy'],
        deadline: { kind: 'date', dueOn: '2026-08-01' },
      });
    const [merged] = await Promise.all([change(chemicals, 'merge', { intoId: relief }), ...drafts.map(assign)]);
    expect(merged.status).toBe(200);
    const [left] = await select<{ count: number }>(
      api.owner,
      `select count(*)::int as count from ticket where lead_unit_id = $1 and status not in ('closed','cancelled')`,
      [chemicals],
    );
    expect(left!.count).toBe(0);
  });
});
