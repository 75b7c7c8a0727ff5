import { execute } from '@xiaohao/database';
import { ticketKinds, type TicketKind } from '@xiaohao/domain';
import { bootApi, type Answer, type TestApi } from '../support/boot-api.js';
import { waitingForLocks } from '../support/waiting.js';

const today = '2026-07-01';
let api: TestApi;

beforeAll(async () => {
  api = await bootApi(today);
});
afterAll(() => api.stop());

interface Way {
  coordinator: string;
  acceptor: string;
  draft: object;
  assign?: object;
  submit?: object;
  accept?: object;
  prefix: string;
}

/** What each kind takes from registration to the end, and who does it. */
const ways: Readonly<Record<TicketKind, Way>> = {
  inspection_issue: {
    prefix: 'XC',
    coordinator: 'inspection',
    acceptor: 'liaison',
    draft: { details: { cause: '责任不清' } },
  },
  hazard: {
    prefix: 'YH',
    coordinator: 'safety',
    acceptor: 'safety',
    draft: { site: '青石加油站', details: { fundsYuan: 5000 } },
  },
  public_report: {
    prefix: 'JB',
    coordinator: 'safety',
    acceptor: 'safety',
    draft: { details: { channel: 'hotline_12350', reporterKind: 'anonymous' } },
    assign: { details: { receivedOn: '2026-06-30' } },
    submit: { details: { verified: 'partly' } },
  },
  env_inspection_issue: {
    prefix: 'HB',
    coordinator: 'supervision',
    acceptor: 'supervision',
    draft: { theirNo: 'D3-017' },
    assign: { details: { target: '矿坑复绿 40 亩' } },
    accept: { details: { noticeDays: '5', noticeFrom: '2026-06-15', noticeTo: '2026-06-24' } },
  },
  accident_investigation: {
    prefix: 'SG',
    coordinator: 'safety',
    acceptor: 'chief',
    draft: { occurredOn: '2026-06-20', level: 'general', details: { accidentType: 'fall' } },
    submit: { details: { reportSubmittedOn: '2026-06-30' } },
    accept: { details: { approvedOn: '2026-07-01' } },
  },
  key_task: {
    prefix: 'ZD',
    coordinator: 'supervision',
    acceptor: 'supervision',
    draft: { details: { targetValue: 3 } },
  },
  supervision_item: {
    prefix: 'DB',
    coordinator: 'supervision',
    acceptor: 'supervision',
    draft: { details: { sourceForm: 'meeting', sourceNo: '第 5 次常务会' } },
    assign: { details: { replyForm: 'written' } },
    accept: { details: { repliedOn: today } },
  },
};

const draft = (kind: TicketKind, facts: object = {}) =>
  api.as(ways[kind].coordinator).post('/api/tickets', { kind, title: `一件 ${kind}`, ...ways[kind].draft, ...facts });

async function act(who: string, id: string, action: string, input: object = {}): Promise<Answer> {
  const { body } = await api.as('chief').get(`/api/tickets/${id}`);
  return api.as(who).post(`/api/tickets/${id}/actions`, { action, version: body.version, input });
}

const assignment = (facts: object = {}) => ({
  leadUnitId: api.bureau.units.chemicals,
  leaderId: api.bureau.people['deputy'],
  deadline: { kind: 'date', dueOn: '2026-07-20' },
  ...facts,
});

type Stop = 'draft' | 'in_progress' | 'pending_acceptance' | 'closed';

/** Walks a ticket of the kind to a point by the people whose duty it is, and says every step that did not go. */
async function walk(kind: TicketKind, until: Stop, facts: object = {}): Promise<string> {
  const way = ways[kind];
  const created = await draft(kind, facts);
  const { id } = created.body;
  const steps: [string, Answer][] = [['create', created]];
  const step = async (who: string, action: string, input: object = {}) =>
    void steps.push([action, await act(who, id, action, input)]);
  if (until !== 'draft') {
    await step(way.coordinator, 'assign', assignment(way.assign));
    await step('head', 'sign', { handlerId: api.bureau.people['handler'] });
  }
  if (until === 'pending_acceptance' || until === 'closed') {
    await api.as('handler').upload(`/api/tickets/${id}/evidence`, [{ name: '说明.txt', content: '已办' }]);
    const major = (facts as { level?: string }).level === 'major' && kind === 'hazard';
    const five = { assuredDuty: true, assuredMeasure: true, assuredFunds: true, assuredTime: true, assuredPlan: true };
    await step('handler', 'submit', { result: '已办结', ...way.submit, ...(major ? { details: five } : {}) });
    for (
      let status = steps.at(-1)![1].body.status;
      status !== 'pending_acceptance';
      status = steps.at(-1)![1].body.status
    ) {
      if (status === 'dept_review') await step('head', 'review_pass');
      else if (status === 'pending_review') await step('deputy', 'approve');
      else break;
    }
  }
  if (until === 'closed') await step(way.acceptor, 'accept', { opinion: '同意', ...way.accept });
  expect(steps.map(([name, { status, body }]) => [name, status, body.code])).toEqual(
    steps.map(([name]) => [name, 201, undefined]),
  );
  return id;
}

const refused = ({ status, body }: Answer) => [status, body.code, body.details?.field];

describe('every kind', () => {
  it.each(ticketKinds)(
    '%s is walked from registration to the end by its people, with its number and facts',
    async (kind) => {
      const id = await walk(kind, 'closed');
      const { body } = await api.as(ways[kind].coordinator).get(`/api/tickets/${id}`);
      expect(body).toMatchObject({ status: 'closed', closedOn: today, closedOnTime: true });
      expect(body.no).toMatch(new RegExp(`^${ways[kind].prefix}-2026-`));
      expect(body.details).toMatchObject((ways[kind].draft as { details?: object }).details ?? {});
    },
  );

  it.each(ticketKinds)('%s is registered by no other office', async (kind) => {
    const other = ways[kind].coordinator === 'safety' ? 'supervision' : 'safety';
    expect(refused(await api.as(other).post('/api/tickets', { kind, title: '越权', ...ways[kind].draft }))).toEqual([
      403,
      'forbidden',
      undefined,
    ]);
  });

  it.each<[string, TicketKind, object, string]>([
    ['a key nobody knows', 'hazard', { details: { colour: '红' } }, 'details.colour'],
    [
      'a choice that is none',
      'public_report',
      { details: { channel: 'pigeon', reporterKind: 'named' } },
      'details.channel',
    ],
    ['an amount in words', 'hazard', { details: { fundsYuan: '五千' } }, 'details.fundsYuan'],
    ['a level of another kind', 'hazard', { level: 'extreme' }, 'level'],
    ['a level where there is none', 'key_task', { level: 'major' }, 'level'],
    ['a report without its channel', 'public_report', { details: { reporterKind: 'named' } }, 'details.channel'],
    ['an accident that has not occurred', 'accident_investigation', { occurredOn: undefined }, 'occurredOn'],
    ['an accident of tomorrow', 'accident_investigation', { occurredOn: '2026-07-02' }, 'occurredOn'],
    ['a supervision item from nowhere', 'supervision_item', { details: {} }, 'details.sourceForm'],
  ])('refuses %s, names the field and keeps nothing', async (_, kind, facts, field) => {
    const [before] = await api.owner.query('select count(*) from ticket');
    const { status, body } = await draft(kind, facts);
    expect([status, body.details.field]).toEqual([422, field]);
    expect(body.message).toMatch(/\p{Script=Han}/u);
    expect(await api.owner.query('select count(*) from ticket')).toEqual([before]);
  });
});

it('an outcome of an accident happened on its day where it is what the accident did', async () => {
  const id = await walk('accident_investigation', 'in_progress');
  const record = async (type: string, more: object = {}) =>
    (await api.as('handler').post(`/api/tickets/${id}/outcomes`, { type, amount: 1, ...more })).status;
  expect(await record('deaths')).toBe(201);
  expect(await record('persons_accountable')).toBe(201);
  expect(await record('serious_injuries', { on: '2026-06-25' })).toBe(201);
  const { outcomes } = (await api.as('chief').get(`/api/tickets/${id}`)).body;
  const days = Object.fromEntries(outcomes.map(({ type, on }: { type: string; on: string }) => [type, on]));
  expect(days).toEqual({ deaths: '2026-06-20', persons_accountable: '2026-07-01', serious_injuries: '2026-06-25' });
});

describe('the fields of a kind', () => {
  it('are asked for by the action that needs them', async () => {
    const report = (await draft('public_report')).body.id;
    expect(refused(await act('safety', report, 'assign', assignment()))).toEqual([
      422,
      'inputMissing',
      'details.receivedOn',
    ]);
    const accident = (await draft('accident_investigation', { level: undefined })).body.id;
    expect(refused(await act('safety', accident, 'assign', assignment()))).toEqual([422, 'inputMissing', 'level']);
  });

  it('are the coordinator’s, save those open to handler and head', async () => {
    const id = await walk('key_task', 'in_progress');
    const put = async (who: string, details: object) => {
      const { version } = (await api.as('chief').get(`/api/tickets/${id}`)).body;
      return api.as(who).put(`/api/tickets/${id}/details`, { version, details });
    };
    expect(refused(await put('handler', { targetValue: 1 }))).toEqual([422, 'inputWrong', 'details.targetValue']);
    expect((await put('handler', { presentValue: 2 })).body.details).toEqual({ targetValue: 3, presentValue: 2 });
    expect((await put('deputy', { presentValue: 3 })).status).toBe(403);
    expect((await put('supervision', { targetValue: 4, presentValue: null })).body.details).toEqual({ targetValue: 4 });
    const events = (await api.as('handler').get(`/api/tickets/${id}/events`)).body.items;
    expect(events[0].changes).toContainEqual({ field: 'details.targetValue', label: '目标值', from: '3', to: '4' });
  });

  it('that come later are filled in after striking off, no others', async () => {
    const id = await walk('accident_investigation', 'closed');
    const put = async (details: object) => {
      const { version } = (await api.as('safety').get(`/api/tickets/${id}`)).body;
      return api.as('safety').put(`/api/tickets/${id}/details`, { version, details });
    };
    expect((await put({ evaluatedOn: '2027-06-01' })).body.details.evaluatedOn).toBe('2027-06-01');
    expect(refused(await put({ approvedOn: '2026-06-01' }))[1]).toBe('actionNotPossible');
  });

  it('that are confidential do not exist for a unit that only supports, in the history neither', async () => {
    const id = await walk('supervision_item', 'in_progress');
    const { version } = (await api.as('supervision').get(`/api/tickets/${id}`)).body;
    const edit = { version, supportUnitIds: [api.bureau.units.relief], details: { instruction: '请从严从快' } };
    expect((await api.as('supervision').patch(`/api/tickets/${id}`, edit)).status).toBe(200);
    for (const [who, sees] of [
      ['supervision', true],
      ['handler', true],
      ['chief', true],
      ['head2', false],
      ['office', false],
    ] as const) {
      const ticket = await api.as(who).get(`/api/tickets/${id}`);
      const events = await api.as(who).get(`/api/tickets/${id}/events`);
      expect([who, JSON.stringify(ticket.body).includes('从严'), JSON.stringify(events.body).includes('从严')]).toEqual(
        [who, sees, sees],
      );
    }
  });

  it('of an import stay beside what is typed later', async () => {
    const { id, version } = (await draft('hazard')).body;
    await execute(api.owner, `update ticket set details = details || '{"隐患类别":"消防"}' where id = $1`, [id]);
    const { body } = await api.as('safety').patch(`/api/tickets/${id}`, { version, details: { foundBy: '专家组' } });
    expect(body.details).toEqual({ fundsYuan: 5000, 隐患类别: '消防', foundBy: '专家组' });
  });
});

describe('a general hazard', () => {
  it('is struck off by a second person of the unit, never by handler or submitter', async () => {
    const id = await walk('hazard', 'pending_acceptance');
    expect(refused(await act('handler', id, 'accept', { opinion: '同意' }))[1]).toBe('submitterMayNotReview');
    expect(refused(await act('head2', id, 'accept', { opinion: '同意' }))[0]).toBe(404);
    expect(
      (await api.as('head').get('/api/tickets?waiting=to_accept')).body.items.map((row: { id: string }) => row.id),
    ).toContain(id);
    expect((await act('head', id, 'accept', { opinion: '复查合格' })).body.status).toBe('closed');
  });

  it('is registered by a town for itself alone', async () => {
    const clerk = api.as('clerk');
    const own = await clerk.post('/api/tickets', { kind: 'hazard', title: '鱼塘缺少警示牌' });
    expect(own.body).toMatchObject({ level: 'general', town: '云栖镇', leadUnit: { id: api.bureau.units.town } });
    expect(own.body.can.edit).toBe(true);
    const foreign = { kind: 'hazard', title: '别处', leadUnitId: api.bureau.units.chemicals };
    expect(refused(await clerk.post('/api/tickets', foreign))).toEqual([422, 'inputWrong', 'leadUnitId']);
    expect(refused(await clerk.post('/api/tickets', { kind: 'hazard', title: '重大', level: 'major' }))[1]).toBe(
      'forbidden',
    );
    expect(refused(await clerk.post('/api/tickets', { kind: 'key_task', title: '任务' }))[1]).toBe('forbidden');
    const { id, version } = own.body;
    const edit = (facts: object) => clerk.patch(`/api/tickets/${id}`, { version, ...facts });
    expect(refused(await edit({ level: 'major' }))[1]).toBe('forbidden');
    expect(refused(await edit({ leadUnitId: api.bureau.units.relief }))[1]).toBe('forbidden');
    expect((await edit({ site: '东塘' })).body.site).toBe('东塘');
    expect((await api.as('safety').get(`/api/tickets/${id}`)).status).toBe(200);
    const theirs = (await draft('hazard')).body.id;
    expect((await clerk.get(`/api/tickets/${theirs}`)).status).toBe(404);
  });
});

describe('a major hazard', () => {
  it('passes the whole chain and is not struck off before the safety office has been on site', async () => {
    const id = await walk('hazard', 'pending_acceptance', { level: 'major' });
    expect(refused(await act('safety', id, 'accept', { opinion: '同意' }))[1]).toBe('notYourDuty');
    expect(refused(await act('chief', id, 'accept', { opinion: '同意' }))[1]).toBe('onSiteMissing');
    const photo = [{ name: '现场.txt', content: '复查照片' }];
    expect((await api.as('head').upload(`/api/tickets/${id}/evidence?onSite=true`, photo)).status).toBe(403);
    expect((await act('chief', id, 'accept', { opinion: '同意' })).body.code).toBe('onSiteMissing');
    const seen = await api.as('safety').upload(`/api/tickets/${id}/evidence?onSite=true`, photo);
    expect(seen.body.evidence.filter((piece: { onSite: boolean }) => piece.onSite)).toHaveLength(1);
    expect((await act('chief', id, 'accept', { opinion: '同意' })).body.status).toBe('closed');
  });

  it('is not reported done before the five assurances are answered', async () => {
    const id = await walk('hazard', 'in_progress', { level: 'major' });
    await api.as('handler').upload(`/api/tickets/${id}/evidence`, [{ name: '说明.txt', content: '已办' }]);
    const { body } = await act('handler', id, 'submit', { result: '完成', details: { assuredDuty: true } });
    expect([body.code, body.details.field]).toEqual(['inputMissing', 'details.assuredMeasure']);
  });
});

describe('an environment issue', () => {
  it.each([
    ['is not noticed to the public', {}, 'details.noticeDays'],
    [
      'was noticed too short',
      { noticeDays: '10', noticeFrom: '2026-06-15', noticeTo: '2026-06-24' },
      'details.noticeTo',
    ],
    ['is still under notice', { noticeDays: '5', noticeFrom: '2026-06-24', noticeTo: today }, undefined],
  ])('is not struck off while it %s', async (_, details, field) => {
    const id = await walk('env_inspection_issue', 'pending_acceptance');
    const answer = await act('supervision', id, 'accept', { opinion: '同意', details });
    expect([answer.status, answer.body.details.field]).toEqual([422, field]);
    expect((await api.as('supervision').get(`/api/tickets/${id}`)).body).toMatchObject({
      status: 'pending_acceptance',
    });
  });
});

describe('a named report', () => {
  it('is not struck off before the reporter has an answer', async () => {
    const id = await walk('public_report', 'pending_acceptance', {
      details: { channel: 'visit', reporterKind: 'named' },
    });
    expect(refused(await act('safety', id, 'accept', { opinion: '同意' }))).toEqual([
      422,
      'inputMissing',
      'details.repliedOn',
    ]);
    const details = { repliedOn: today, replyForm: 'phone' };
    expect((await act('safety', id, 'accept', { opinion: '同意', details })).body.status).toBe('closed');
  });
});

describe('a clock', () => {
  it('set by law binds the date, marks it, and is extended by the chief alone', async () => {
    const { id } = (await draft('public_report')).body;
    const late = assignment({ details: { receivedOn: '2026-06-30' }, deadline: { kind: 'date', dueOn: '2026-09-01' } });
    expect(refused(await act('safety', id, 'assign', late))).toEqual([422, 'inputWrong', 'deadline.dueOn']);
    const open = { ...late, deadline: { kind: 'ongoing' } };
    expect(refused(await act('safety', id, 'assign', open))).toEqual([422, 'inputWrong', 'deadline.dueOn']);
    // 2026-08-29 is a Saturday: the sixty days end on the Monday after it.
    const inTime = { ...late, deadline: { kind: 'date', dueOn: '2026-08-31' } };
    expect((await act('safety', id, 'assign', inTime)).body).toMatchObject({ statutoryDeadline: true });
    const ask = { reasonCode: 'third_party', reason: '鉴定未出', requestedDueOn: '2026-09-20' };
    await act('head', id, 'request_extension', ask);
    expect(refused(await act('deputy', id, 'grant_extension', { grantedDueOn: '2026-09-20' }))[1]).toBe('notYourDuty');
    expect((await act('chief', id, 'grant_extension', { grantedDueOn: '2026-09-20' })).body.deadline.dueOn).toBe(
      '2026-09-20',
    );
  });

  it.each([
    ['kind=public_report&receivedOn=2026-07-01', 'public_report', '2026-08-31', true],
    ['kind=accident_investigation&level=general&occurredOn=2026-06-20', 'accident_report', '2026-08-19', true],
    [
      'kind=accident_investigation&level=general&event=report_submitted&from=2026-07-01',
      'accident_approval',
      '2026-07-16',
      true,
    ],
    [
      'kind=accident_investigation&level=extreme&event=report_submitted&from=2026-07-01',
      'accident_approval_extreme',
      '2026-07-31',
      true,
    ],
    ['kind=accident_investigation&event=approved&from=2026-07-01', 'accident_evaluation', '2027-07-01', true],
    ['kind=supervision_item&from=2026-07-01', 'supervision_instruction', '2026-07-16', false],
    ['kind=hazard&level=major', 'hazard_major', '2027-07-01', false],
  ])('proposes by %s', async (query, code, dueOn, statutory) => {
    const { body } = await api.as('safety').get(`/api/deadline-proposal?${query}`);
    expect(body[0]).toMatchObject({ code, dueOn, statutory });
    expect(body[0].sentence).toMatch(/^自.+之日起\d+.+内（.+）$/);
  });

  it('keeps the rule it was taken from, and no extension goes beyond what the law itself allows, the chief’s neither', async () => {
    const { id } = (await draft('public_report')).body;
    const inTime = { kind: 'date', dueOn: '2026-08-31' };
    const assigned = await act(
      'safety',
      id,
      'assign',
      assignment({ details: { receivedOn: '2026-06-30' }, deadline: inTime }),
    );
    expect(assigned.body).toMatchObject({
      latestDueOn: '2026-09-28',
      deadlineBasis: '自受理之日起60日内（应急〔2020〕69号（安全生产举报处理）；依法可延长30日）',
    });
    const ask = (requestedDueOn: string) =>
      act('head', id, 'request_extension', { reasonCode: 'third_party', reason: '鉴定未出', requestedDueOn });
    const beyond = await ask('2026-09-29');
    expect(refused(beyond)).toEqual([422, 'inputWrong', 'requestedDueOn']);
    expect(beyond.body.message).toContain('不得超过法定最长期限 2026-09-28（自受理之日起60日内');
    await ask('2026-09-28');
    const grant = (grantedDueOn: string) => act('chief', id, 'grant_extension', { grantedDueOn });
    expect(refused(await grant('2026-09-29'))).toEqual([422, 'inputWrong', 'grantedDueOn']);
    expect((await grant('2026-09-28')).body.deadline.dueOn).toBe('2026-09-28');
    expect(refused(await ask('2026-10-08'))).toEqual([422, 'inputWrong', 'requestedDueOn']);
  });

  it('is reckoned anew when the day it starts on is corrected', async () => {
    const { id } = (await draft('public_report')).body;
    const deadline = { kind: 'date', dueOn: '2026-08-20' };
    await act('safety', id, 'assign', assignment({ details: { receivedOn: '2026-06-30' }, deadline }));
    const { version } = (await api.as('safety').get(`/api/tickets/${id}`)).body;
    const { body } = await api
      .as('safety')
      .patch(`/api/tickets/${id}`, { version, details: { receivedOn: '2026-06-23' } });
    expect(body.latestDueOn).toBe('2026-09-21');
  });

  it('of the bureau’s own is named where its day was taken, and binds no extension', async () => {
    const own = { kind: 'date', dueOn: '2026-07-16' };
    const taken = await draft('supervision_item', { deadline: own });
    expect(taken.body).toMatchObject({
      deadlineBasis: '自交办之日起15日内（督办件一般办理时限）',
      latestDueOn: null,
      statutoryDeadline: false,
    });
    expect(
      (await draft('supervision_item', { deadline: { ...own, dueOn: '2026-07-17' } })).body.deadlineBasis,
    ).toBeNull();
  });

  it('is added and ended by the office that keeps the kind; what took its day from it keeps it', async () => {
    const rule = {
      kind: 'key_task',
      event: 'assigned',
      amount: 20,
      unit: 'working',
      statutory: false,
      source: '局长办公会',
    };
    const rules = (who: string, body: object) => api.as(who).post('/api/deadline-rules', body);
    expect((await rules('safety', rule)).status).toBe(403);
    expect((await rules('supervision', { ...rule, level: 'major' })).body.code).toBe('inputWrong');
    expect((await rules('supervision', { ...rule, extensionAmount: 5 })).body.details.field).toBe('extensionAmount');
    const { status, body } = await rules('supervision', rule);
    expect(status).toBe(201);
    const added = body.at(-1);
    expect(added).toMatchObject({ ...rule, level: null, extensionAmount: null, enabled: true, version: 1 });
    const proposed = async () =>
      (await api.as('supervision').get('/api/deadline-proposal?kind=key_task&from=2026-07-01')).body;
    expect(await proposed()).toMatchObject([{ code: added.code, dueOn: '2026-07-29' }]);
    const ticket = await draft('key_task', { deadline: { kind: 'date', dueOn: '2026-07-29' } });

    const end = (who: string, code: string, version: number) =>
      api.as(who).post(`/api/deadline-rules/${code}/end`, { version });
    expect((await end('safety', added.code, 1)).status).toBe(403);
    expect((await end('supervision', added.code, 7)).body.code).toBe('stale');
    expect((await end('supervision', 'immediate', 1)).body.code).toBe('deadlineRuleNeeded');
    expect((await end('supervision', added.code, 1)).body.map(({ code }: { code: string }) => code)).not.toContain(
      added.code,
    );
    expect(await proposed()).toEqual([]);
    expect((await end('supervision', added.code, 2)).body.code).toBe('notFound');
    const { body: kept } = await api.as('supervision').get(`/api/tickets/${ticket.body.id}`);
    expect(kept.deadlineBasis).toBe('自交办之日起20个工作日内（局长办公会）');
  });

  it('is set by the office that keeps the kind, and a stale page overwrites nothing', async () => {
    const rules = (await api.as('safety').get('/api/deadline-rules')).body;
    const {
      kind: _,
      level: __,
      event: ___,
      ...rule
    } = rules.find((one: { code: string }) => one.code === 'hazard_general');
    const put = (who: string, facts: object) =>
      api.as(who).put('/api/deadline-rules', { rules: [{ ...rule, ...facts }] });
    expect((await put('supervision', { amount: 10 })).status).toBe(403);
    expect((await put('head', { amount: 10 })).status).toBe(403);
    expect((await put('safety', { amount: 0 })).status).toBe(400);
    expect((await put('safety', { amount: 10 })).status).toBe(200);
    expect(refused(await put('safety', { amount: 12 }))[1]).toBe('stale');
    const { body } = await api.as('safety').get('/api/deadline-proposal?kind=hazard&level=general&from=2026-07-01');
    expect(body[0].dueOn).toBe('2026-07-11');
  });
});

describe('a key task with sub-tasks', () => {
  const task = async (facts: object = {}) => (await draft('key_task', facts)).body;
  const edit = async (id: string, facts: object) => {
    const { version } = (await api.as('supervision').get(`/api/tickets/${id}`)).body;
    return api.as('supervision').patch(`/api/tickets/${id}`, { version, ...facts });
  };

  it('is three levels deep at most, and never its own ancestor', async () => {
    const top = await task();
    const middle = await task({ parentId: top.id });
    const low = await task({ parentId: middle.id });
    expect(refused(await draft('key_task', { parentId: low.id }))).toEqual([422, 'inputWrong', 'parentId']);
    expect(refused(await edit(top.id, { parentId: low.id }))).toEqual([422, 'inputWrong', 'parentId']);
    expect(refused(await edit(top.id, { parentId: top.id }))).toEqual([422, 'inputWrong', 'parentId']);
    const hazard = (await draft('hazard')).body.id;
    expect(refused(await edit(top.id, { parentId: hazard }))).toEqual([422, 'inputWrong', 'parentId']);
    expect((await edit(low.id, { parentId: null })).body.parentId).toBeNull();
  });

  it('is closed into no circle by two who move at the same time', async () => {
    const [a, b] = [await task(), await task()];
    const holding = api.owner.createQueryRunner();
    await holding.startTransaction();
    await holding.query('select 1 from ticket where id = any($1) for update', [[a.id, b.id]]);
    const moves = Promise.all([edit(a.id, { parentId: b.id }), edit(b.id, { parentId: a.id })]);
    await waitingForLocks(api.owner, 2);
    await holding.commitTransaction();
    await holding.release();
    expect((await moves).map(({ status }) => status).sort()).toEqual([200, 422]);
  });

  it('counts its percent from them, each weighing the same, up the whole tree', async () => {
    const top = await task();
    const middle = await walk('key_task', 'in_progress', { parentId: top.id });
    const [one, two] = [
      await walk('key_task', 'in_progress', { parentId: middle }),
      await walk('key_task', 'in_progress', { parentId: middle }),
    ];
    const report = (id: string, percent: number) =>
      api.as('handler').post(`/api/tickets/${id}/progress`, { text: '进展', percent });
    await Promise.all([report(one, 40), report(two, 80)]);
    const percentOf = async (id: string) =>
      (await api.as('supervision').get(`/api/tickets/${id}`)).body.progressPercent;
    expect([await percentOf(middle), await percentOf(top.id)]).toEqual([60, 60]);
    expect(refused(await report(middle, 10))).toEqual([422, 'inputWrong', 'percent']);
    const closed = await walk('key_task', 'closed', { parentId: middle });
    expect([await percentOf(closed), await percentOf(middle)]).toEqual([null, 73]);
  });

  it('is not reported done while one of them is open, and shows only those one may see', async () => {
    const parent = await walk('key_task', 'in_progress');
    const child = await task({ parentId: parent });
    await api.as('handler').upload(`/api/tickets/${parent}/evidence`, [{ name: '说明.txt', content: '已办' }]);
    expect(refused(await act('handler', parent, 'submit', { result: '完成' }))).toEqual([
      409,
      'childrenOpen',
      undefined,
    ]);
    expect((await api.as('supervision').get(`/api/tickets/${parent}`)).body.children).toMatchObject([{ id: child.id }]);
    expect((await api.as('handler').get(`/api/tickets/${parent}`)).body.children).toEqual([]);
    await api.owner.query(`update ticket set status = 'cancelled' where id = $1`, [child.id]);
    expect((await act('handler', parent, 'submit', { result: '完成' })).body.status).toBe('dept_review');
    expect(refused(await draft('key_task', { parentId: parent }))).toEqual([422, 'inputWrong', 'parentId']);
  });
});
