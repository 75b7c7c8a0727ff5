import { execute, newId } from '@xiaohao/database';
import { createTickets } from '@xiaohao/tickets';
import { systemActor } from '@xiaohao/org';
import { bootApi, type TestApi } from '../support/boot-api.js';
import { act, walk } from '../support/ticket-walk.js';

const today = '2026-07-01';
let api: TestApi;

beforeEach(async () => {
  api = await bootApi(today);
});
afterEach(() => api?.stop());

/** Nobody is in charge of the chemicals section any more. */
const dropCharge = async () => {
  await api.owner.query('delete from post_charge where unit_id = $1', [api.bureau.units.chemicals]);
};
const view = async (id: string) => (await api.as('chief').get(`/api/tickets/${id}`)).body;
const waiting = async (who: string) => {
  const { groups } = (await api.as(who).get('/api/workbench')).body;
  return Object.fromEntries(groups.map(({ key, count }: { key: string; count: number }) => [key, count]));
};
const listed = async (who: string, group: string) =>
  (await api.as(who).get(`/api/tickets?waiting=${group}`)).body.items.map(({ id }: { id: string }) => id);

describe('a ticket of a unit nobody is in charge of', () => {
  it('is approved by the chief, whose desk it waits on', async () => {
    const ticket = await walk(api, 'submitted');
    await act(api, 'head', ticket, 'review_pass');
    expect((await act(api, 'chief', ticket, 'approve')).body.code).toBe('notYourDuty');
    expect((await waiting('chief'))['to_review']).toBeUndefined();

    await dropCharge();
    expect((await waiting('chief'))['to_review']).toBe(1);
    expect(await listed('chief', 'to_review')).toEqual([ticket.id]);
    const seen = await view(ticket.id);
    expect(seen.deputyInCharge).toBe(false);
    expect(seen.actions.map(({ action }: { action: string }) => action)).toEqual(['approve', 'return']);
    const refused = await act(api, 'safety', ticket, 'approve');
    expect(refused.status).toBe(404);
    expect((await act(api, 'chief', ticket, 'approve')).body.status).toBe('pending_acceptance');
  });

  it('says to others that it is the chief’s', async () => {
    const ticket = await walk(api, 'submitted');
    await act(api, 'head', ticket, 'review_pass');
    await dropCharge();
    expect((await act(api, 'head', ticket, 'approve')).body.message).toBe('“审核通过”应由局长/书记办理');
  });

  it('is cancelled, and its first extension granted, by the chief', async () => {
    await dropCharge();
    const [one, other] = [await walk(api, 'in_progress'), await walk(api, 'in_progress')];
    await act(api, 'inspection', one, 'request_cancel', { reason: '重复登记' });
    const ask = { reasonCode: 'funds', reason: '资金未到', requestedDueOn: '2026-08-20' };
    await act(api, 'head', other, 'request_extension', ask);
    expect((await waiting('chief'))['to_decide']).toBe(2);
    expect((await act(api, 'chief', one, 'confirm_cancel')).body.status).toBe('cancelled');
    expect(
      (await act(api, 'chief', other, 'grant_extension', { grantedDueOn: '2026-08-20' })).body.deadline.dueOn,
    ).toBe('2026-08-20');
    expect((await waiting('chief'))['to_decide']).toBeUndefined();
  });

  it('or where the one in charge asked or submitted as its head: nobody decides their own, nothing is stuck', async () => {
    await execute(
      api.owner,
      `insert into post (id, person_id, unit_id, role, from_on) values ($1, $2, $3, 'head', '2020-01-01')`,
      [newId(), api.bureau.people['deputy'], api.bureau.units.chemicals],
    );
    const [one, other] = [await walk(api, 'in_progress'), await walk(api, 'in_progress')];
    const ask = { reasonCode: 'funds', reason: '资金未到', requestedDueOn: '2026-08-20' };
    await act(api, 'deputy', one, 'request_extension', ask);
    await api.as('handler').upload(`/api/tickets/${other.id}/evidence`, [{ name: '说明.txt', content: '已整改' }]);
    await act(api, 'deputy', other, 'submit', { result: '完成' });
    expect(await waiting('chief')).toMatchObject({ to_decide: 1, to_review: 1 });
    expect(await waiting('deputy')).not.toHaveProperty('to_decide');
    const own = await act(api, 'deputy', one, 'grant_extension', { grantedDueOn: '2026-08-20' });
    expect(own.body.code).toBe('requesterMayNotGrant');
    expect((await act(api, 'chief', one, 'grant_extension', { grantedDueOn: '2026-08-20' })).status).toBe(201);
    expect((await act(api, 'chief', other, 'review_pass')).body.status).toBe('pending_review');
  });

  it('is the deputy’s again as soon as there is one, of a unit above too, and not one whose post has ended', async () => {
    const ticket = await walk(api, 'submitted');
    await act(api, 'head', ticket, 'review_pass');
    const { deputy } = api.bureau.people;
    await api.owner.query(`update post set to_on = '2026-06-30' where person_id = $1`, [deputy]);
    expect((await view(ticket.id)).deputyInCharge).toBe(false);
    await api.owner.query('update post set to_on = null where person_id = $1', [deputy]);
    await api.owner.query('update post_charge set unit_id = $1 where unit_id = $2', [
      api.bureau.units.bureau,
      api.bureau.units.chemicals,
    ]);
    expect((await view(ticket.id)).deputyInCharge).toBe(true);
    expect((await act(api, 'deputy', ticket, 'approve')).body.status).toBe('pending_acceptance');
  });
});

describe('a closed ticket that nobody leads', () => {
  it('is reopened only into a unit that is named, which goes on with it', async () => {
    const [imported] = await api.owner.transaction((tx) =>
      createTickets(
        tx,
        systemActor,
        [
          {
            kind: 'inspection_issue',
            title: '旧台账一件',
            status: 'closed',
            raisedOn: '2025-01-01',
            closedOn: '2025-06-01',
            deadline: { kind: 'date', dueOn: '2025-06-30', ongoing: false },
          },
        ],
        { today, at: new Date() },
      ),
    );
    const input = { reason: '回头看不合格', deadline: { kind: 'date', dueOn: '2026-08-01' } };
    const open = (await api.as('inspection').get(`/api/tickets/${imported!.id}`)).body.actions;
    expect(open.find(({ action }: { action: string }) => action === 'reopen').needs).toContain('leadUnitId');
    expect((await act(api, 'inspection', imported!, 'reopen', input)).body).toMatchObject({
      code: 'inputMissing',
      details: { field: 'leadUnitId' },
    });
    const { chemicals } = api.bureau.units;
    const reopened = await act(api, 'inspection', imported!, 'reopen', { ...input, leadUnitId: chemicals });
    expect(reopened.body).toMatchObject({ status: 'in_progress', leadUnit: { id: chemicals }, round: 2 });
    await api.as('head').upload(`/api/tickets/${imported!.id}/evidence`, [{ name: '说明.txt', content: '已办' }]);
    expect((await act(api, 'head', imported!, 'submit', { result: '已整改' })).status).toBe(201);
  });

  it('is one whose unit was merged away too; the round before stays that unit’s', async () => {
    const ticket = await walk(api, 'closed');
    const { chemicals, relief } = api.bureau.units;
    await api.as('admin').post(`/api/units/${chemicals}/merge`, { intoId: relief });
    const input = { reason: '回头看不合格', deadline: { kind: 'date', dueOn: '2026-08-01' } };
    expect((await act(api, 'inspection', ticket, 'reopen', input)).body.code).toBe('inputMissing');
    const reopened = await act(api, 'inspection', ticket, 'reopen', { ...input, leadUnitId: relief });
    expect(reopened.body.leadUnit.id).toBe(relief);
    await api.owner.query(`update ticket set raised_on = '2026-06-01' where id = $1`, [ticket.id]);
    const { sections } = (await api.as('chief').get('/api/dashboard?asOf=2026-06-15')).body;
    expect(sections).toMatchObject([{ unit: { name: '危化科' }, total: 1 }]);
  });
});
