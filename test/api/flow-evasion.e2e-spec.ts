import { bootApi, type TestApi } from '../support/boot-api.js';

const today = '2026-07-01';
let api: TestApi;
beforeAll(async () => {
  api = await bootApi(today);
});
afterAll(() => api.stop());

const closed = '0198a0b0-0000-7000-8000-00000000c105';
const person = (username: string) => api.bureau.people[username]!;
const read = async (id: string) => (await api.as('chief').get(`/api/tickets/${id}`)).body;

async function act(who: string, id: string, action: string, input: object = {}) {
  const { version } = await read(id);
  return api.as(who).post(`/api/tickets/${id}/actions`, { action, version, input });
}

/** An inspection issue or a hazard in the hands of the chemicals section. */
async function inProgress(draft: object, options: { coordinator?: string; handler?: string; deadline?: object } = {}) {
  const { coordinator = 'inspection', handler = 'handler', deadline = { kind: 'date', dueOn: '2026-07-20' } } = options;
  const { body } = await api
    .as(coordinator)
    .post('/api/tickets', { kind: 'inspection_issue', title: '标题', ...draft });
  const leadUnitId = api.bureau.units.chemicals;
  await act(coordinator, body.id, 'assign', { leadUnitId, leaderId: person('deputy'), deadline });
  await act('head', body.id, 'sign', { handlerId: person(handler) });
  await api.as(handler).upload(`/api/tickets/${body.id}/evidence`, [{ name: '说明.txt', content: '已整改' }]);
  return read(body.id);
}

describe('measures are done or explained, each of them', () => {
  const measures = [{ text: '甲' }, { text: '乙' }];

  it('two reasons for one leave the other open', async () => {
    const { id, measures: found } = await inProgress({ measures });
    const undoneMeasures = ['资金', '施工'].map((reason) => ({ id: found[0].id, reason }));
    const answer = await act('handler', id, 'submit', { result: '完成', undoneMeasures });
    expect([answer.status, answer.body.code, answer.body.details.count]).toEqual([422, 'measuresUndone', 1]);
    expect(await read(id)).toMatchObject({ status: 'in_progress', measures: [{ undoneReason: null }, {}] });
  });

  it.each(['', '   '])('a blank explains nothing: %j', async (undoneReason) => {
    const { id, measures: found } = await inProgress({ measures: [{ text: '甲' }] });
    await api.as('handler').patch(`/api/tickets/${id}/measures/${found[0].id}`, { version: 1, undoneReason });
    expect((await act('handler', id, 'submit', { result: '完成' })).body.code).toBe('measuresUndone');
  });

  it('an explanation ends with its round', async () => {
    const { id, measures: found } = await inProgress({ measures: [{ text: '甲' }] });
    const undoneMeasures = [{ id: found[0].id, reason: '跨年实施' }];
    await act('handler', id, 'submit', { result: '完成', undoneMeasures });
    await act('head', id, 'review_pass');
    await act('deputy', id, 'approve');
    await act('liaison', id, 'accept', { opinion: '同意' });
    await act('inspection', id, 'reopen', { reason: '反弹', deadline: { kind: 'date', dueOn: '2026-08-31' } });
    await api.as('handler').upload(`/api/tickets/${id}/evidence`, [{ name: '再查.txt', content: '再查' }]);
    expect((await act('handler', id, 'submit', { result: '完成' })).body.code).toBe('measuresUndone');
  });
});

describe('measures are those of whoever works on the ticket', () => {
  it.each(['deputy', 'liaison', 'head2', 'chief'])(
    'and no other taking part writes or ticks them off: %s',
    async (who) => {
      const { id, version, measures: found } = await inProgress({ measures: [{ text: '甲' }] });
      const supported = { version, supportUnitIds: [api.bureau.units.relief] };
      expect((await api.as('inspection').patch(`/api/tickets/${id}`, supported)).status).toBe(200);
      const seen = await api.as(who).get(`/api/tickets/${id}`);
      expect([seen.status, seen.body.can.comment, seen.body.can.measure]).toEqual([200, true, false]);
      const added = await api.as(who).post(`/api/tickets/${id}/measures`, { text: '乙' });
      const ticked = await api
        .as(who)
        .patch(`/api/tickets/${id}/measures/${found[0].id}`, { version: 1, doneOn: today, text: '丙' });
      expect([added.status, ticked.status]).toEqual([403, 403]);
      expect(await read(id)).toMatchObject({ measures: [{ text: '甲', doneOn: null }] });
    },
  );
});

describe('the office that keeps a ticket', () => {
  it('alone moves it to another unit, whoever else may reassign', async () => {
    const { id } = await inProgress({});
    await api.owner.query('update ticket set leader_id = $2 where id = $1', [id, person('head')]);
    const answer = await act('head', id, 'reassign', { leadUnitId: api.bureau.units.relief, reason: '不归我管' });
    expect([answer.status, answer.body.code]).toEqual([403, 'notYourDuty']);
    const { body } = await api.as('head').get(`/api/tickets/${id}`);
    const offered = body.actions.find(({ action }: { action: string }) => action === 'reassign');
    expect(offered.may).toEqual(['handlerId', 'reason']);
    expect((await act('head', id, 'reassign', { handlerId: person('handler2') })).status).toBe(201);
  });

  it('takes no unit away by correcting the ticket', async () => {
    const { id, version } = await inProgress({});
    const answer = await api.as('inspection').patch(`/api/tickets/${id}`, { version, leadUnitId: null });
    expect([answer.status, answer.body.code]).toEqual([409, 'actionNotPossible']);
  });

  it('changes no level while a review is on: the level decides who accepts', async () => {
    const options = { coordinator: 'safety', deadline: { kind: 'immediate' } };
    const { id } = await inProgress({ kind: 'hazard', level: 'major' }, options);
    const assured = ['Duty', 'Measure', 'Funds', 'Time', 'Plan'].map((what) => [`assured${what}`, true]);
    const details = Object.fromEntries(assured);
    expect((await act('handler', id, 'submit', { result: '完成', direct: true, details })).status).toBe(201);
    const { version } = await read(id);
    const answer = await api.as('safety').patch(`/api/tickets/${id}`, { version, level: 'general' });
    expect([answer.status, answer.body.code]).toEqual([409, 'actionNotPossible']);
    expect((await act('safety', id, 'accept', { opinion: '同意' })).body.code).toBe('notYourDuty');
  });
});

describe('supporting units, who see the ticket from then on', () => {
  const names = { relief: '减灾救灾科', town: '云栖镇' };
  const told = async (id: string) => (await api.as('chief').get(`/api/tickets/${id}/events`)).body.items[0].text;

  it('stand by name in the event that named them, at assigning and at correcting', async () => {
    const { relief, town, chemicals } = api.bureau.units;
    const { body } = await api.as('inspection').post('/api/tickets', { kind: 'inspection_issue', title: '标题' });
    const deadline = { kind: 'date', dueOn: '2026-07-20' };
    const facts = { leadUnitId: chemicals, leaderId: person('deputy'), deadline };
    const assigned = await act('inspection', body.id, 'assign', { ...facts, supportUnitIds: [relief] });
    expect(await told(body.id)).toContain(`配合单位 ${names.relief}`);
    const { version } = assigned.body;
    const edited = await api
      .as('inspection')
      .patch(`/api/tickets/${body.id}`, { version, supportUnitIds: [town, relief] });
    expect(await told(body.id)).toContain(`配合单位 ${names.town}、${names.relief}`);
    await api.as('inspection').patch(`/api/tickets/${body.id}`, { version: edited.body.version, supportUnitIds: [] });
    expect(await told(body.id)).toContain('配合单位 无');
  });

  it('are units there are, or nothing is changed', async () => {
    const { id, version } = await inProgress({});
    await api.owner.query(`insert into unit (id, name, type, closed_on) values ($1, '旧科', 'section', $2)`, [
      closed,
      today,
    ]);
    for (const unknown of ['01234567-0123-7123-8123-0123456789ab', closed]) {
      const supportUnitIds = [api.bureau.units.relief, unknown];
      const answer = await api.as('inspection').patch(`/api/tickets/${id}`, { version, supportUnitIds });
      expect([answer.status, answer.body.details.field]).toEqual([422, 'supportUnitIds']);
    }
    expect(await read(id)).toMatchObject({ version, supportUnits: [] });
  });
});

describe('a clerk keeps general hazards of the own town', () => {
  const hazard = (facts: object) => api.as('clerk').post('/api/tickets', { kind: 'hazard', title: '隐患', ...facts });

  it('and creates none for another unit, nor a major one; one without a unit is of the own', async () => {
    const { town, chemicals } = api.bureau.units;
    const leaderId = person('clerk');
    expect((await hazard({ leadUnitId: town })).body).toMatchObject({ status: 'draft', can: { edit: true } });
    expect((await hazard({ leadUnitId: chemicals, leaderId })).status).toBe(422);
    expect((await hazard({ leaderId })).body.leadUnit.id).toBe(town);
    expect((await hazard({ leadUnitId: town, level: 'major' })).status).toBe(403);
  });

  it('and corrects none of another unit that it supports, nor makes its own another’s', async () => {
    const { town, chemicals } = api.bureau.units;
    const { body: foreign } = await api
      .as('safety')
      .post('/api/tickets', { kind: 'hazard', title: '他科', leadUnitId: chemicals });
    const shared = { version: foreign.version, supportUnitIds: [town] };
    const { body: supported } = await api.as('safety').patch(`/api/tickets/${foreign.id}`, shared);
    const edit = { version: supported.version, title: '改' };
    expect((await api.as('clerk').patch(`/api/tickets/${foreign.id}`, edit)).status).toBe(403);
    const { body: own } = await hazard({ leadUnitId: town });
    for (const facts of [{ level: 'major' }, { leadUnitId: chemicals }, { leadUnitId: null }])
      expect((await api.as('clerk').patch(`/api/tickets/${own.id}`, { version: own.version, ...facts })).status).toBe(
        403,
      );
  });
});

describe('nobody is stuck', () => {
  it('when the head is the handler too: the deputy reviews', async () => {
    const { id } = await inProgress({}, { handler: 'head' });
    await act('head', id, 'submit', { result: '完成' });
    expect((await act('head', id, 'review_pass')).body.code).toBe('submitterMayNotReview');
    expect((await act('deputy', id, 'review_pass')).body.status).toBe('pending_review');
  });

  it('by a request for more time that nobody decided before the ticket was closed', async () => {
    const { id } = await inProgress({});
    const request = { reasonCode: 'funds', reason: '资金', requestedDueOn: '2026-09-30' };
    await act('head', id, 'request_extension', request);
    await act('handler', id, 'submit', { result: '完成' });
    await act('head', id, 'review_pass');
    await act('deputy', id, 'approve');
    await act('liaison', id, 'accept', { opinion: '同意' });
    expect((await read(id)).extensions).toMatchObject([{ decision: 'refused', decidedBy: null }]);
    await act('inspection', id, 'reopen', { reason: '反弹', deadline: { kind: 'date', dueOn: '2026-08-31' } });
    expect((await act('head', id, 'request_extension', request)).status).toBe(201);
  });
});
