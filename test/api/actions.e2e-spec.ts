import { verifyChains } from '@xiaohao/tickets';
import { bootApi, type TestApi } from '../support/boot-api.js';
import { act, sentences, walk } from '../support/ticket-walk.js';

const today = '2026-07-01';
let api: TestApi;

beforeAll(async () => {
  api = await bootApi(today);
});
afterAll(() => api.stop());

const view = async (id: string, who = 'chief') => (await api.as(who).get(`/api/tickets/${id}`)).body;
const codeOf = async (call: Promise<{ status: number; body: { code?: string } }>) => {
  const { status, body } = await call;
  return [status, body.code];
};
const waiting = async (who: string, group: string) => {
  const { body } = await api.as(who).get(`/api/tickets?waiting=${group}&limit=200`);
  return body.items.map(({ id }: { id: string }) => id) as string[];
};
const groupOf = async (who: string, key: string) => {
  const { body } = await api.as(who).get('/api/workbench');
  return body.groups.find((group: { key: string }) => group.key === key);
};

describe('cancelling', () => {
  const reason = { reason: '与另一事项重复' };

  it('of a draft is the coordinator’s alone', async () => {
    const draft = await walk(api, 'draft');
    const { body } = await act(api, 'inspection', draft, 'request_cancel', reason);
    expect(body).toMatchObject({ status: 'cancelled', actions: [], cancelRequest: { reason: reason.reason } });
  });

  it.each(['assigned', 'in_progress'] as const)('of a ticket %s waits for the deputy in charge', async (point) => {
    const ticket = await walk(api, point);
    const asked = await act(api, 'inspection', ticket, 'request_cancel', reason);
    expect(asked.body).toMatchObject({
      status: point,
      cancelRequest: { by: { name: '巡察办甲' }, on: today, reason: reason.reason },
      actions: [],
    });
    expect(await waiting('deputy', 'to_decide')).toContain(ticket.id);
    expect(await waiting('deputy2', 'to_decide')).not.toContain(ticket.id);
    const confirmed = await act(api, 'deputy', ticket, 'confirm_cancel', { opinion: '同意' });
    expect(confirmed.body).toMatchObject({ status: 'cancelled', cancelRequest: { reason: reason.reason } });
    expect(await waiting('deputy', 'to_decide')).not.toContain(ticket.id);
    expect((await sentences(api, 'chief', ticket.id)).slice(-2)).toEqual([
      '申请撤销：理由 与另一事项重复',
      '同意撤销：意见 同意',
    ]);
  });

  it('of a suspended ticket too, and its day to be looked at goes', async () => {
    const ticket = await walk(api, 'in_progress');
    await act(api, 'inspection', ticket, 'suspend', { reason: '等待规划', reviewOn: '2026-09-01' });
    await act(api, 'inspection', ticket, 'request_cancel', reason);
    const confirmed = await act(api, 'deputy', ticket, 'confirm_cancel');
    expect(confirmed.body).toMatchObject({ status: 'cancelled', reviewOn: null });
  });

  it('refused leaves the ticket as it was, free to go on', async () => {
    const ticket = await walk(api, 'in_progress');
    await act(api, 'inspection', ticket, 'request_cancel', reason);
    expect(await codeOf(act(api, 'deputy', ticket, 'refuse_cancel'))).toEqual([422, 'inputMissing']);
    const refused = await act(api, 'deputy', ticket, 'refuse_cancel', { reason: '仍需整改' });
    expect(refused.body).toMatchObject({ status: 'in_progress', cancelRequest: null });
    expect((await act(api, 'inspection', ticket, 'suspend', { reason: '等', reviewOn: '2026-08-01' })).status).toBe(
      201,
    );
  });

  it('holds the ticket still until it is decided, and nobody else decides', async () => {
    const ticket = await walk(api, 'in_progress');
    await act(api, 'inspection', ticket, 'request_cancel', reason);
    const refusals: [string, string, object, number, string][] = [
      ['inspection', 'request_cancel', reason, 409, 'cancelPending'],
      ['inspection', 'suspend', { reason: '等', reviewOn: '2026-08-01' }, 409, 'cancelPending'],
      ['handler', 'submit', { result: '完成' }, 409, 'cancelPending'],
      ['inspection', 'confirm_cancel', {}, 403, 'requesterMayNotConfirm'],
      ['head', 'confirm_cancel', {}, 403, 'notYourDuty'],
      ['chief', 'confirm_cancel', {}, 403, 'notYourDuty'],
    ];
    const { version } = await view(ticket.id);
    for (const [who, action, input, status, code] of refusals) {
      expect([who, action, await codeOf(act(api, who, ticket, action, input))]).toEqual([who, action, [status, code]]);
    }
    expect((await view(ticket.id)).version).toBe(version);
  });

  it('is not for a ticket under review, closed or kept up', async () => {
    for (const point of ['submitted', 'closed'] as const) {
      const ticket = await walk(api, point);
      expect(await codeOf(act(api, 'inspection', ticket, 'request_cancel', reason))).toEqual([
        409,
        'actionNotPossible',
      ]);
    }
  });
});

describe('objecting', () => {
  it('takes a reason from the list and leads back to a draft that shows it', async () => {
    const ticket = await walk(api, 'assigned');
    expect(await codeOf(act(api, 'head', ticket, 'object', { reason: '职责在应急科' }))).toEqual([422, 'inputMissing']);
    const unknown = { objectionCode: 'lazy', reason: '不想办' };
    expect(await codeOf(act(api, 'head', ticket, 'object', unknown))).toEqual([400, 'malformed']);
    const input = { objectionCode: 'not_ours', reason: '职责在减灾科' };
    expect((await act(api, 'head', ticket, 'object', input)).status).toBe(201);
    expect(await view(ticket.id, 'inspection')).toMatchObject({ status: 'draft', assignedOn: null });
    const { objections } = (await api.as('inspection').get(`/api/tickets/${ticket.id}/governance`)).body;
    expect(objections).toMatchObject([
      { reasonCode: 'not_ours', reason: '职责在减灾科', unit: { name: '危化科' }, by: { name: '科长甲' }, on: today },
    ]);
    expect((await sentences(api, 'inspection', ticket.id)).at(-1)).toBe('退单：不属本单位职责，理由 职责在减灾科');
    expect(await waiting('inspection', 'to_assign')).toContain(ticket.id);
  });

  it('is over five working days after the assignment', async () => {
    const ticket = await walk(api, 'assigned');
    await api.owner.query(`update ticket set assigned_on = '2026-06-23' where id = $1`, [ticket.id]);
    const input = { objectionCode: 'not_ours', reason: '职责在减灾科' };
    expect(await codeOf(act(api, 'head', ticket, 'object', input))).toEqual([422, 'inputWrong']);
  });
});

describe('reassigning', () => {
  it('to another unit is the office’s, to another handler the head’s', async () => {
    const ticket = await walk(api, 'in_progress');
    const { relief } = api.bureau.units;
    const handlerId = api.bureau.people['handler2'];
    const refusals: [string, object, number, string][] = [
      ['head', { leadUnitId: relief, reason: '不归我管' }, 403, 'notYourDuty'],
      ['inspection', { handlerId }, 403, 'notYourDuty'],
      ['head', {}, 422, 'inputMissing'],
      ['inspection', { leadUnitId: relief }, 422, 'inputMissing'],
      ['inspection', { leadUnitId: api.bureau.units.chemicals, reason: '同一单位' }, 422, 'inputWrong'],
      ['head', { handlerId: api.bureau.people['handler3'] }, 422, 'inputWrong'],
    ];
    for (const [who, input, status, code] of refusals) {
      expect([who, await codeOf(act(api, who, ticket, 'reassign', input))]).toEqual([who, [status, code]]);
    }
    expect((await act(api, 'head', ticket, 'reassign', { handlerId })).body).toMatchObject({
      status: 'in_progress',
      handler: { name: '承办乙' },
    });
    const moved = await act(api, 'inspection', ticket, 'reassign', { leadUnitId: relief, reason: '职责调整' });
    expect(moved.body).toMatchObject({ status: 'assigned', handler: null, leadUnit: { name: '减灾救灾科' } });
    expect(moved.body.assignedOn).toBe(today);
    expect((await act(api, 'head2', ticket, 'sign', { handlerId: api.bureau.people['handler3'] })).status).toBe(201);
  });
});

describe('extensions', () => {
  const request = { reasonCode: 'approval', reason: '审批未完成' };
  const grantAs = async (who: string, ticket: { id: string }, day: string, input: object = {}) => {
    await act(api, 'head', ticket, 'request_extension', { ...request, requestedDueOn: day });
    return act(api, who, ticket, 'grant_extension', { grantedDueOn: day, ...input });
  };

  it('keep the original deadline, and say whether it would have been met', async () => {
    const ticket = await walk(api, 'in_progress', { deadline: { kind: 'date', dueOn: today } });
    await grantAs('deputy', ticket, '2026-08-10');
    expect((await view(ticket.id)).deadline).toMatchObject({ dueOn: '2026-08-10', originalDueOn: today });
    await api.owner.query(`update ticket set original_due_on = '2026-06-20' where id = $1`, [ticket.id]);
    await api.as('handler').upload(`/api/tickets/${ticket.id}/evidence`, [{ name: '说明.txt', content: 'x' }]);
    await act(api, 'handler', ticket, 'submit', { result: '完成' });
    await act(api, 'head', ticket, 'review_pass');
    await act(api, 'deputy', ticket, 'approve');
    const closed = await act(api, 'liaison', ticket, 'accept', { opinion: '同意' });
    expect(closed.body).toMatchObject({ closedOnTime: true, onTimeByOriginal: false });
  });

  it('beyond two are the chief’s, who says why', async () => {
    const ticket = await walk(api, 'in_progress');
    expect((await grantAs('deputy', ticket, '2026-08-10')).status).toBe(201);
    expect((await grantAs('chief', ticket, '2026-09-10')).status).toBe(201);
    expect(await codeOf(grantAs('chief', ticket, '2026-10-10'))).toEqual([422, 'inputMissing']);
    const third = { grantedDueOn: '2026-10-10', opinion: '汛期停工' };
    expect((await act(api, 'chief', ticket, 'grant_extension', third)).status).toBe(201);
  });

  it('never reach beyond what the law allows a ticket at most', async () => {
    const ticket = await walk(api, 'in_progress');
    await api.owner.query(
      `update ticket set statutory_deadline = true, deadline_rule = '{"latestOn": "2026-08-19"}' where id = $1`,
      [ticket.id],
    );
    const asked = { ...request, requestedDueOn: '2026-08-20' };
    expect(await codeOf(act(api, 'head', ticket, 'request_extension', asked))).toEqual([422, 'inputWrong']);
    await act(api, 'head', ticket, 'request_extension', { ...request, requestedDueOn: '2026-08-19' });
    expect(await codeOf(act(api, 'deputy', ticket, 'grant_extension', { grantedDueOn: '2026-08-19' }))).toEqual([
      403,
      'notYourDuty',
    ]);
    expect(await codeOf(act(api, 'chief', ticket, 'grant_extension', { grantedDueOn: '2026-08-20' }))).toEqual([
      422,
      'inputWrong',
    ]);
    expect((await act(api, 'chief', ticket, 'grant_extension', { grantedDueOn: '2026-08-19' })).status).toBe(201);
  });

  it('asked for and overtaken by the report lapse, and a new round may ask again', async () => {
    const ticket = await walk(api, 'in_progress');
    await act(api, 'head', ticket, 'request_extension', { ...request, requestedDueOn: '2026-08-20' });
    await api.as('handler').upload(`/api/tickets/${ticket.id}/evidence`, [{ name: '说明.txt', content: 'x' }]);
    const submitted = await act(api, 'handler', ticket, 'submit', { result: '完成' });
    expect(submitted.body).toMatchObject({ extensionPending: false });
    expect(submitted.body.extensions).toMatchObject([{ decision: 'refused', opinion: '已报结，申请失效' }]);
    await act(api, 'head', ticket, 'return', { reason: '缺照片' });
    const again = await act(api, 'head', ticket, 'request_extension', { ...request, requestedDueOn: '2026-08-20' });
    expect(again.status).toBe(201);
  });
});

describe('suspending', () => {
  it('moves no deadline by itself; the office may give back the days that were lost, no more', async () => {
    const ticket = await walk(api, 'in_progress');
    await act(api, 'inspection', ticket, 'suspend', { reason: '等待规划', reviewOn: '2026-07-10' });
    expect((await act(api, 'inspection', ticket, 'resume')).body.deadline.dueOn).toBe('2026-07-20');
    await act(api, 'inspection', ticket, 'suspend', { reason: '等待规划', reviewOn: '2026-07-10' });
    // Three days ago, as far as the history tells: seq is the last.
    await api.owner.query(`update event set at = '2026-06-28T02:00:00Z' where ticket_id = $1 and action = 'suspend'`, [
      ticket.id,
    ]);
    expect(await codeOf(act(api, 'inspection', ticket, 'resume', { resumedDueOn: '2026-07-24' }))).toEqual([
      422,
      'inputWrong',
    ]);
    const resumed = await act(api, 'inspection', ticket, 'resume', { resumedDueOn: '2026-07-23', note: '规划已批' });
    expect(resumed.body).toMatchObject({
      status: 'in_progress',
      reviewOn: null,
      deadline: { dueOn: '2026-07-23', originalDueOn: '2026-07-20' },
    });
    expect(resumed.body.extensions).toMatchObject([{ reasonCode: 'suspension', decision: 'granted' }]);
    await api.owner.query(`delete from event where ticket_id = $1`, [ticket.id]);
    await api.owner.query(`update ticket set event_count = 0, event_head = '' where id = $1`, [ticket.id]);
    await api.owner.query(`delete from ticket_history where id = $1 and event_count > 0`, [ticket.id]);
  });
});

describe('keeping up', () => {
  it('by acceptance has its first look a quarter later', async () => {
    const ticket = await walk(api, 'closed', { deadline: { kind: 'date', dueOn: '2026-07-20', ongoing: true } });
    expect(await view(ticket.id)).toMatchObject({ status: 'ongoing', acceptedOn: today, reviewOn: '2026-10-01' });
  });

  it('by decision has the cycle that was chosen, and each look sets the next', async () => {
    const ticket = await walk(api, 'in_progress');
    const kept = await act(api, 'liaison', ticket, 'to_ongoing', { reason: '制度常态执行', reviewEvery: 'half_year' });
    expect(kept.body).toMatchObject({ status: 'ongoing', reviewMonths: 6, reviewOn: '2027-01-01' });
    await api.owner.query(`update ticket set review_on = '2026-06-30' where id = $1`, [ticket.id]);
    for (const who of ['inspection', 'liaison']) expect(await waiting(who, 'to_recheck')).toContain(ticket.id);
    expect(await waiting('safety', 'to_recheck')).toEqual([]);
    expect((await groupOf('inspection', 'to_recheck')).overdue).toBeGreaterThan(0);
    expect(await codeOf(act(api, 'inspection', ticket, 'review_ongoing'))).toEqual([422, 'inputMissing']);
    expect(await codeOf(act(api, 'head', ticket, 'review_ongoing', { opinion: '好' }))).toEqual([403, 'notYourDuty']);
    const late = { opinion: '好', nextReviewOn: today };
    expect(await codeOf(act(api, 'inspection', ticket, 'review_ongoing', late))).toEqual([422, 'inputWrong']);
    const looked = await act(api, 'inspection', ticket, 'review_ongoing', { opinion: '制度执行正常' });
    expect(looked.body).toMatchObject({ status: 'ongoing', reviewOn: '2027-01-01' });
    expect(await waiting('inspection', 'to_recheck')).not.toContain(ticket.id);
    expect((await sentences(api, 'chief', ticket.id)).at(-1)).toBe(
      '复核长期坚持：复核日期 2027年1月1日，意见 制度执行正常',
    );
  });
});

describe('several at once', () => {
  it('each have a result of their own: one refusal stops no other', async () => {
    const tickets = [await walk(api, 'in_progress'), await walk(api, 'assigned'), await walk(api, 'in_progress')];
    const versions = await Promise.all(tickets.map(async ({ id }) => ({ id, version: (await view(id)).version })));
    const stale = { ...versions[2]!, version: versions[2]!.version - 1 };
    const { status, body } = await api.as('inspection').post('/api/ticket-actions', {
      action: 'suspend',
      tickets: [versions[0], versions[1], stale],
      input: { reason: '统一等待规划', reviewOn: '2026-09-01' },
    });
    expect(status).toBe(201);
    expect(body.items).toMatchObject([
      { id: tickets[0]!.id, no: tickets[0]!.no, status: 'suspended', code: null },
      { id: tickets[1]!.id, status: null, code: 'actionNotPossible' },
      { id: tickets[2]!.id, status: null, code: 'stale' },
    ]);
    expect((await view(tickets[1]!.id)).status).toBe('assigned');
  });

  it('are none of what the person may not see', async () => {
    const ticket = await walk(api, 'in_progress');
    const { version } = await view(ticket.id);
    const { body } = await api
      .as('safety')
      .post('/api/ticket-actions', { action: 'suspend', tickets: [{ id: ticket.id, version }], input: {} });
    expect(body.items).toMatchObject([{ id: ticket.id, no: null, code: 'notFound' }]);
  });
});

describe('related tickets', () => {
  const relate = (who: string, id: string, body: object) => api.as(who).post(`/api/tickets/${id}/relations`, body);
  const relations = async (who: string, id: string) =>
    (await api.as(who).get(`/api/tickets/${id}/governance`)).body.relations;

  it('are told on both, each in its direction, and taken away on both', async () => {
    const [first, second] = [await walk(api, 'in_progress'), await walk(api, 'in_progress')];
    const linked = await relate('inspection', first.id, { otherId: second.id, type: 'recurrence_of' });
    expect(linked.body.relations).toMatchObject([
      { type: 'recurrence_of', forwards: true, ticket: { no: second.no, status: 'in_progress' } },
    ]);
    expect(await relations('head', second.id)).toMatchObject([{ forwards: false, ticket: { no: first.no } }]);
    expect((await sentences(api, 'head', first.id)).at(-1)).toBe(`关联事项：复发自 ${second.no}`);
    expect((await sentences(api, 'head', second.id)).at(-1)).toBe(`关联事项：复发为 ${first.no}`);
    expect(await codeOf(relate('head', second.id, { otherId: first.id, type: 'recurrence_of' }))).toEqual([
      409,
      'duplicate',
    ]);
    const id = linked.body.relations[0].id;
    const path = `/api/tickets/${second.id}/relations/${id}`;
    expect((await api.as('head').raw(path, { method: 'DELETE' })).status).toBe(200);
    expect((await api.as('head').raw(path, { method: 'DELETE' })).status).toBe(404);
    expect(await relations('inspection', first.id)).toEqual([]);
    expect((await sentences(api, 'head', first.id)).at(-1)).toBe(`取消关联：复发自 ${second.no}`);
  });

  it('do not exist for who may not see the other one, in the history neither', async () => {
    const ticket = await walk(api, 'in_progress');
    const hidden = await walk(api, 'draft', { draft: { confidential: true } });
    expect(await codeOf(relate('head', ticket.id, { otherId: hidden.id, type: 'related' }))).toEqual([404, 'notFound']);
    expect((await relate('inspection', ticket.id, { otherId: hidden.id, type: 'related' })).status).toBe(201);
    expect(await relations('inspection', ticket.id)).toHaveLength(1);
    expect(await relations('head', ticket.id)).toEqual([]);
    expect(JSON.stringify(await sentences(api, 'head', ticket.id))).not.toContain('关联');
    expect((await sentences(api, 'inspection', ticket.id)).at(-1)).toBe(`关联事项：相关 ${hidden.no}`);
  });

  it('are never a ticket and itself', async () => {
    const ticket = await walk(api, 'in_progress');
    const answer = relate('inspection', ticket.id, { otherId: ticket.id, type: 'related' });
    expect(await codeOf(answer)).toEqual([422, 'inputWrong']);
  });
});

describe('the statistics', () => {
  const of = async (who: string) =>
    (await api.as(who).get(`/api/governance-statistics?from=${today}&to=${today}`)).body;

  it('count objections by unit and reason, extensions by ground, and both verdicts of what was done', async () => {
    const before = await of('inspection');
    const ticket = await walk(api, 'assigned');
    await act(api, 'head', ticket, 'object', { objectionCode: 'wrongly_put', reason: '点位写错' });
    const asked = await walk(api, 'in_progress');
    const request = { reasonCode: 'weather', reason: '汛期', requestedDueOn: '2026-08-20' };
    await act(api, 'head', asked, 'request_extension', request);
    await act(api, 'deputy', asked, 'refuse_extension', { reason: '不必' });
    await walk(api, 'closed');
    const after = await of('inspection');
    const unit = (all: { objections: { unit: { name: string } }[] }) =>
      all.objections.find((row) => row.unit.name === '危化科') as unknown as Record<string, number> | undefined;
    expect(unit(after)!['wrongly_put']).toBe((unit(before)?.['wrongly_put'] ?? 0) + 1);
    expect(unit(after)!['total']).toBe((unit(before)?.['total'] ?? 0) + 1);
    expect(after.extensions).toContainEqual({ ground: 'weather', asked: 1, granted: 0, refused: 1, late: 0 });
    expect(after.extensions.map(({ ground }: { ground: string }) => ground)).toContain('suspension');
    expect(after.done.onTime - before.done.onTime).toBe(1);
    expect(after.done.onTime - after.done.onTimeByOriginal).toBe(1);
  });

  it('say nothing of what the viewer may not see', async () => {
    for (const who of ['head2', 'safety', 'clerk']) {
      expect(await of(who)).toMatchObject({ objections: [], extensions: [], done: { dated: 0 } });
    }
  });
});

it('all of it stands in chains that hold', async () => {
  const { broken, events } = await verifyChains(api.owner);
  expect(broken).toBeNull();
  expect(events).toBeGreaterThan(50);
});
