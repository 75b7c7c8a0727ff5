import { bootApi, type Caller, type TestApi } from '../support/boot-api.js';
import { runTicketJobs } from '../support/run-ticket-jobs.js';
import { act, sentences, walk } from '../support/ticket-walk.js';

const today = '2026-07-01';

let api: TestApi;
let admin: Caller;
let groupId: string;
beforeEach(async () => {
  api = await bootApi(today);
  admin = api.as('admin');
  const { bureau, chemicals, relief } = api.bureau.units;
  groupId = (await admin.post('/api/units', { name: '各业务科室', type: 'group', parentId: bureau })).body.id;
  await setMembers([chemicals, relief]);
});
afterEach(() => api.stop());

const person = (username: string) => api.bureau.people[username]!;
const setMembers = (unitIds: string[]) => admin.put(`/api/units/${groupId}/members`, { unitIds });
const groups = async () => (await admin.get('/api/units/groups')).body;
const assigned = async (more: object = {}) => {
  const ticket = await walk(api, 'draft', more);
  const input = { leadUnitId: groupId, leaderId: person('deputy'), deadline: { kind: 'date', dueOn: '2026-07-20' } };
  await act(api, 'inspection', ticket, 'assign', input);
  return ticket;
};
const ticketOf = async (id: string, who = 'chief') => (await api.as(who).get(`/api/tickets/${id}`)).body;

describe('a ticket of a collective owner', () => {
  it('stays one, and the head of every member sees it and is told', async () => {
    const ticket = await assigned();
    await runTicketJobs(api, today);
    for (const who of ['head', 'head2']) {
      expect((await ticketOf(ticket.id, who)).no).toBe(ticket.no);
      const { items } = (await api.as(who).get('/api/notices')).body;
      expect(items.map(({ subject }: { subject: string }) => subject)).toEqual([`${ticket.no} 交办`]);
    }
    expect((await api.as('clerk').get(`/api/tickets/${ticket.id}`)).status).toBe(404);
  });

  it('belongs to the member whose head signs first; the others keep sight of it', async () => {
    const ticket = await assigned();
    const answers = await Promise.all([
      act(api, 'head', ticket, 'sign', { handlerId: person('handler') }),
      act(api, 'head2', ticket, 'sign', { handlerId: person('handler3') }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    const { leadUnit, supportUnits, handler } = await ticketOf(ticket.id);
    const first = answers[0]!.status === 201;
    expect([leadUnit.name, handler.name]).toEqual(first ? ['危化科', '承办甲'] : ['减灾救灾科', '承办丙']);
    expect(supportUnits).toMatchObject([{ name: '各业务科室' }]);
    expect((await sentences(api, 'chief', ticket.id)).at(-1)).toContain(`${leadUnit.name}，`);
    expect((await sentences(api, 'chief', ticket.id)).at(-1)).toContain('原单位 各业务科室');
    const other = first ? 'head2' : 'head';
    const seen = await ticketOf(ticket.id, other);
    expect(seen.actions).toEqual([]);
    expect(seen.can.comment).toBe(true);
  });

  it('is not signed for a handler of another member', async () => {
    const ticket = await assigned();
    const { body } = await act(api, 'head', ticket, 'sign', { handlerId: person('handler3') });
    expect([body.code, body.message]).toEqual(['inputWrong', expect.stringContaining('不在您负责的成员单位')]);
    expect(await ticketOf(ticket.id)).toMatchObject({ status: 'assigned', leadUnit: { name: '各业务科室' } });
  });

  it('is seen no more by the head of a unit that is a member no more', async () => {
    const ticket = await assigned();
    await setMembers([api.bureau.units.chemicals]);
    expect((await api.as('head2').get(`/api/tickets/${ticket.id}`)).status).toBe(404);
    expect((await api.as('head').get(`/api/tickets/${ticket.id}`)).status).toBe(200);
  });

  it('gives nobody figures of the group to file', async () => {
    const value = { unitId: groupId, period: '2026H1', value: 1 };
    const { body } = await api.as('head').get('/api/indicators?period=2026H1');
    expect(body.ownUnitIds).toEqual([api.bureau.units.chemicals]);
    expect((await api.as('head').put(`/api/indicators/${body.indicators[0].key}/filings`, value)).status).toBe(403);
  });
});

describe('the members of a group', () => {
  it('are kept with their days, and their changes recorded', async () => {
    await api.owner.query(`update group_member set from_on = '2026-01-01'`);
    await setMembers([api.bureau.units.town]);
    expect(await groups()).toMatchObject([{ name: '各业务科室', members: [{ name: '云栖镇' }] }]);
    const rows = await api.owner.query('select to_on::text as "toOn" from group_member order by to_on nulls last');
    expect(rows).toEqual([{ toOn: '2026-06-30' }, { toOn: '2026-06-30' }, { toOn: null }]);
    const [event] = (await admin.get('/api/people/events')).body;
    expect(event).toMatchObject({ action: 'members_set', details: { unit: '各业务科室', members: '云栖镇' } });
  });

  it('are units, none of them a group, the bureau or one that does not exist', async () => {
    const before = await groups();
    for (const wrong of [groupId, api.bureau.units.bureau, '01234567-0123-7123-8123-0123456789ab']) {
      expect((await setMembers([api.bureau.units.town, wrong])).status).toBe(422);
    }
    const section = await admin.put(`/api/units/${api.bureau.units.town}/members`, { unitIds: [] });
    expect(section.body.message).toContain('不是集体单位');
    expect(await groups()).toEqual(before);
  });
});
