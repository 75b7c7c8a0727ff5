import { systemActor } from '@xiaohao/org';
import { createTickets, verifyChains, type NewTicket } from '@xiaohao/tickets';
import { bootApi, type Caller, type TestApi } from '../support/boot-api.js';

const today = '2026-07-01';
let api: TestApi;

beforeAll(async () => {
  api = await bootApi(today);
});
afterAll(() => api.stop());

/** A draft of the inspection office, ready to be walked along. */
async function draft(facts: object = {}): Promise<{ id: string; version: number }> {
  const { body } = await api.as('inspection').post('/api/tickets', {
    kind: 'inspection_issue',
    title: '隐患台账更新不及时',
    sourceId: api.bureau.sourceId,
    itemId: api.bureau.itemIds[0],
    measures: [{ text: '补录缺项记录' }],
    ...facts,
  });
  return body;
}

async function act(caller: Caller, ticket: { id: string; version?: number }, action: string, input: object = {}) {
  const version = (await api.as('chief').get(`/api/tickets/${ticket.id}`)).body.version;
  return caller.post(`/api/tickets/${ticket.id}/actions`, { action, version, input });
}

const assignment = () => ({
  leadUnitId: api.bureau.units.chemicals,
  leaderId: api.bureau.people['deputy'],
  deadline: { kind: 'date', dueOn: '2026-07-20' },
});

/** Walks a draft to the given point by the people whose duty it is. */
async function walk(
  until: 'assigned' | 'in_progress' | 'submitted' | 'pending_acceptance' | 'closed',
  deadline?: object,
) {
  const ticket = await draft();
  await act(api.as('inspection'), ticket, 'assign', { ...assignment(), ...(deadline ? { deadline } : {}) });
  if (until === 'assigned') return ticket;
  await act(api.as('head'), ticket, 'sign', { handlerId: api.bureau.people['handler'] });
  if (until === 'in_progress') return ticket;
  const handler = api.as('handler');
  await handler.upload(`/api/tickets/${ticket.id}/evidence`, [{ name: '情况说明.txt', content: '已整改' }]);
  const { body } = await handler.get(`/api/tickets/${ticket.id}`);
  const measure = body.measures[0];
  await handler.patch(`/api/tickets/${ticket.id}/measures/${measure.id}`, { version: measure.version, doneOn: today });
  await act(handler, ticket, 'submit', { result: '台账已补录' });
  if (until === 'submitted') return ticket;
  await act(api.as('head'), ticket, 'review_pass');
  await act(api.as('deputy'), ticket, 'approve');
  if (until === 'pending_acceptance') return ticket;
  await act(api.as('liaison'), ticket, 'accept', { opinion: '同意销号' });
  return ticket;
}

describe('a ticket from finding to striking off', () => {
  it('passes handler, head, deputy and liaison, and tells it all in order', async () => {
    const ticket = await walk('closed');
    const { body } = await api.as('liaison').get(`/api/tickets/${ticket.id}`);
    expect(body).toMatchObject({
      status: 'closed',
      closedOn: today,
      submittedOn: today,
      closedOnTime: true,
      actions: [],
    });
    const events = (await api.as('liaison').get(`/api/tickets/${ticket.id}/events`)).body.items;
    expect(events.map((event: { action: string }) => event.action).reverse()).toEqual([
      'create',
      'assign',
      'sign',
      'evidence',
      'measure_edit',
      'submit',
      'review_pass',
      'approve',
      'accept',
    ]);
    expect(events[0].text).toBe('销号：意见 同意销号');
  });

  it('refuses every shortcut with its reason and changes nothing', async () => {
    const ticket = await walk('in_progress');
    const before = (await api.as('chief').get(`/api/tickets/${ticket.id}`)).body.version;
    const shortcuts: [string, string, object, number, string][] = [
      ['handler', 'submit', { result: '完成' }, 422, 'evidenceMissing'],
      ['liaison', 'accept', { opinion: '同意' }, 409, 'actionNotPossible'],
      ['head', 'assign', assignment(), 409, 'actionNotPossible'],
      ['handler', 'suspend', { reason: '等', reviewOn: '2026-08-01' }, 403, 'notYourDuty'],
      [
        'deputy',
        'request_extension',
        { reasonCode: 'funds', reason: '资金', requestedDueOn: '2026-08-01' },
        403,
        'notYourDuty',
      ],
      ['deputy', 'grant_extension', { grantedDueOn: '2026-08-01' }, 409, 'extensionNotPending'],
    ];
    for (const [who, action, input, status, code] of shortcuts) {
      const answer = await act(api.as(who), ticket, action, input);
      expect([who, action, answer.status, answer.body.code]).toEqual([who, action, status, code]);
      expect(answer.body.message).toMatch(/\p{Script=Han}/u);
    }
    expect((await api.as('chief').get(`/api/tickets/${ticket.id}`)).body.version).toBe(before);
  });

  it('shows on its way who took which step, and claims none that nobody took', async () => {
    const way = async (id: string) =>
      (await api.as('chief').get(`/api/tickets/${id}`)).body.chain.map(
        ({ stage, done, skipped, by }: Record<string, unknown>) =>
          `${stage} ${done ? by : skipped ? 'skipped' : 'ahead'}`,
      );
    expect(await way((await walk('closed')).id)).toEqual([
      'draft null',
      'assigned 巡察办甲',
      'in_progress 科长甲',
      'dept_review 科长甲',
      'pending_review 分管甲',
      'pending_acceptance 联络员甲',
      'closed 联络员甲',
    ]);
    const returned = await walk('pending_acceptance');
    await act(api.as('liaison'), returned, 'return', { reason: '佐证不足' });
    await act(api.as('handler'), returned, 'submit', { result: '已补' });
    expect((await way(returned.id)).slice(3)).toEqual([
      'dept_review ahead',
      'pending_review ahead',
      'pending_acceptance ahead',
      'closed ahead',
    ]);
    const reported: NewTicket = {
      kind: 'inspection_issue',
      title: '台账里已报完成',
      status: 'pending_acceptance',
      raisedOn: '2026-01-15',
      leadUnitId: api.bureau.units.chemicals,
      deadline: { kind: 'date', dueOn: '2026-06-30', ongoing: false },
    };
    const struckOff: NewTicket = {
      ...reported,
      status: 'closed',
      closedOn: '2026-06-30',
      deadline: { ...reported.deadline, ongoing: true },
    };
    const [imported, ended] = await api.owner.transaction((tx) =>
      createTickets(tx, systemActor, [reported, struckOff], { today, at: new Date(), action: 'import' }),
    );
    expect((await way(imported!.id)).slice(3)).toEqual([
      'dept_review skipped',
      'pending_review skipped',
      'pending_acceptance ahead',
      'closed ahead',
    ]);
    // Struck off is the end, also of what was to be kept up.
    expect((await way(ended!.id)).slice(3)).toEqual([
      'dept_review skipped',
      'pending_review skipped',
      'pending_acceptance skipped',
      'closed null',
    ]);
  });

  it('keeps the original day a ledger brought, whatever day it is assigned with', async () => {
    const ticket = await draft({ deadline: { kind: 'date', dueOn: '2026-07-10' } });
    await act(api.as('inspection'), ticket, 'assign', assignment());
    expect((await api.as('chief').get(`/api/tickets/${ticket.id}`)).body.deadline).toMatchObject({
      dueOn: '2026-07-20',
      originalDueOn: '2026-07-10',
    });
  });

  it('lets nobody review or accept what they submitted, whatever posts they hold', async () => {
    const ticket = await walk('in_progress');
    const head = api.as('head');
    await head.upload(`/api/tickets/${ticket.id}/evidence`, [{ name: '说明.txt', content: 'x' }]);
    const { body } = await head.get(`/api/tickets/${ticket.id}`);
    const undoneMeasures = body.measures.map(({ id }: { id: string }) => ({ id, reason: '跨年实施' }));
    expect((await act(head, ticket, 'submit', { result: '完成', undoneMeasures })).status).toBe(201);
    expect((await act(head, ticket, 'review_pass')).body.code).toBe('submitterMayNotReview');
    expect((await act(api.as('deputy'), ticket, 'review_pass')).body.status).toBe('pending_review');
  });

  it('goes back with a reason and is on time by the accepted submission', async () => {
    const ticket = await walk('submitted');
    expect((await act(api.as('head'), ticket, 'return')).body.code).toBe('inputMissing');
    const returned = await act(api.as('head'), ticket, 'return', { reason: '佐证缺现场照片' });
    expect(returned.body).toMatchObject({ status: 'in_progress', submittedOn: null, submitter: null });
  });

  it('starts a new round when reopened; the old one stays as it was', async () => {
    const ticket = await walk('closed');
    const reopened = await act(api.as('inspection'), ticket, 'reopen', {
      reason: '回头看发现反弹',
      deadline: { kind: 'date', dueOn: '2026-08-31' },
    });
    expect(reopened.body).toMatchObject({ status: 'in_progress', round: 2, closedOn: null });
    expect(reopened.body.rounds).toMatchObject([
      { round: 1, closedOn: today, closedOnTime: true, dueOn: '2026-07-20' },
      { round: 2, closedOn: null, dueOn: '2026-08-31', originalDueOn: '2026-08-31' },
    ]);
  });

  it('keeps up what says so: acceptance leads to ongoing and counts as accepted', async () => {
    const ticket = await walk('pending_acceptance', { kind: 'date', dueOn: '2026-07-20', ongoing: true });
    const { body } = await act(api.as('liaison'), ticket, 'accept', { opinion: '同意' });
    expect(body).toMatchObject({ status: 'ongoing', acceptedOn: today, closedOn: null });
  });

  it('gives an immediate rectification five working days from signing', async () => {
    const ticket = await draft();
    await act(api.as('inspection'), ticket, 'assign', { ...assignment(), deadline: { kind: 'immediate' } });
    const { body } = await act(api.as('head'), ticket, 'sign', { handlerId: api.bureau.people['handler'] });
    expect(body.deadline).toMatchObject({ kind: 'immediate', dueOn: '2026-07-08', originalDueOn: '2026-07-08' });
  });
});

describe('an extension', () => {
  const request = { reasonCode: 'third_party', reason: '第三方未完工', requestedDueOn: '2026-08-20' };

  it('keeps the original deadline, and the second one is the chief’s', async () => {
    const ticket = await walk('in_progress');
    await act(api.as('head'), ticket, 'request_extension', request);
    expect((await act(api.as('head'), ticket, 'request_extension', request)).body.code).toBe('extensionPending');
    const granted = await act(api.as('deputy'), ticket, 'grant_extension', { grantedDueOn: '2026-08-10' });
    expect(granted.body.deadline).toMatchObject({ dueOn: '2026-08-10', originalDueOn: '2026-07-20' });
    expect(granted.body.extensions).toMatchObject([
      { requestedDueOn: '2026-08-20', grantedDueOn: '2026-08-10', decision: 'granted', late: false },
    ]);
    await act(api.as('head'), ticket, 'request_extension', { ...request, requestedDueOn: '2026-09-20' });
    expect((await act(api.as('deputy'), ticket, 'grant_extension', { grantedDueOn: '2026-09-10' })).body.code).toBe(
      'notYourDuty',
    );
    expect((await act(api.as('chief'), ticket, 'grant_extension', { grantedDueOn: '2026-09-10' })).status).toBe(201);
  });

  it('must reach beyond the present deadline', async () => {
    const ticket = await walk('in_progress');
    const answer = await act(api.as('head'), ticket, 'request_extension', { ...request, requestedDueOn: '2026-07-20' });
    expect([answer.status, answer.body.code]).toEqual([422, 'inputWrong']);
  });
});

describe('two people at once', () => {
  it('meet a clear conflict: the stale version is refused with the present state', async () => {
    const ticket = await draft();
    const edit = (title: string) =>
      api.as('inspection').patch(`/api/tickets/${ticket.id}`, { version: ticket.version, title });
    const answers = await Promise.all([edit('甲'), edit('乙'), edit('丙')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    const stale = answers.find(({ status }) => status === 409)!;
    expect(stale.body).toMatchObject({ code: 'stale', details: { version: ticket.version + 1 } });
  });

  it('never sign a ticket twice', async () => {
    const ticket = await walk('assigned');
    const { body } = await api.as('head').get(`/api/tickets/${ticket.id}`);
    const sign = () =>
      api.as('head').post(`/api/tickets/${ticket.id}/actions`, {
        action: 'sign',
        version: body.version,
        input: { handlerId: api.bureau.people['handler'] },
      });
    const answers = await Promise.all([sign(), sign(), sign(), sign()]);
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    const events = (await api.as('chief').get(`/api/tickets/${ticket.id}/events`)).body.items;
    expect(events.filter((event: { action: string }) => event.action === 'sign')).toHaveLength(1);
  });

  it('number tickets one after another, none twice', async () => {
    const made = await Promise.all(Array.from({ length: 20 }, () => draft({ title: '并发' })));
    const numbers = made.map((ticket) => (ticket as unknown as { no: string }).no);
    expect(new Set(numbers).size).toBe(20);
    expect(numbers[0]).toMatch(/^XC-2026-\d{4}$/);
  });
});

describe('what a person may not see', () => {
  it('does not exist: 404 for the ticket, its events, entries and actions, none of it in lists or counts', async () => {
    const ticket = await walk('in_progress');
    for (const who of ['head2', 'handler3', 'deputy2', 'safety', 'supervision', 'clerk', 'handler2']) {
      const caller = api.as(who);
      expect([who, (await caller.get(`/api/tickets/${ticket.id}`)).status]).toEqual([who, 404]);
      expect((await caller.get(`/api/tickets/${ticket.id}/events`)).status).toBe(404);
      expect((await caller.post(`/api/tickets/${ticket.id}/comments`, { text: '？' })).status).toBe(404);
      const answer = await caller.post(`/api/tickets/${ticket.id}/actions`, { action: 'sign', version: 1, input: {} });
      expect(answer.status).toBe(404);
      const list = (await caller.get('/api/tickets?count=exact&limit=200')).body;
      expect(list.items.map(({ id }: { id: string }) => id)).not.toContain(ticket.id);
      expect(list.total).toBe(list.items.length);
    }
    const missing = await api.as('head2').get('/api/tickets/01234567-0123-7123-8123-0123456789ab');
    const hidden = await api.as('head2').get(`/api/tickets/${ticket.id}`);
    expect(hidden.body).toEqual(missing.body);
  });

  it('hides a confidential ticket from readers, not from those who take part', async () => {
    const ticket = await draft({ confidential: true });
    await act(api.as('inspection'), ticket, 'assign', assignment());
    for (const who of ['office', 'auditor'])
      expect((await api.as(who).get(`/api/tickets/${ticket.id}`)).status).toBe(404);
    for (const who of ['inspection', 'chief', 'head', 'deputy', 'liaison']) {
      expect([who, (await api.as(who).get(`/api/tickets/${ticket.id}`)).status]).toEqual([who, 200]);
    }
  });
});

describe('the list', () => {
  it('shows everybody, under any filter, just the part of their own list that fits', async () => {
    await walk('submitted');
    await act(api.as('inspection'), await draft({ confidential: true }), 'assign', {
      ...assignment(),
      supportUnitIds: [api.bureau.units.relief],
    });
    const { chemicals, relief } = api.bureau.units;
    const filters: [string, (row: { kind: string; status: string; leadUnit: { id: string } | null }) => boolean][] = [
      ['kind=inspection_issue', ({ kind }) => kind === 'inspection_issue'],
      ['kind=inspection_issue,hazard', ({ kind }) => kind === 'inspection_issue' || kind === 'hazard'],
      ['kind=hazard', ({ kind }) => kind === 'hazard'],
      [`leadUnitId=${chemicals}`, ({ leadUnit }) => leadUnit?.id === chemicals],
      [`leadUnitId=${chemicals},${relief}`, ({ leadUnit }) => [chemicals, relief].includes(leadUnit?.id ?? '')],
      [`leadUnitId=${relief}&kind=inspection_issue`, ({ leadUnit }) => leadUnit?.id === relief],
      ['status=assigned,dept_review', ({ status }) => status === 'assigned' || status === 'dept_review'],
    ];
    let rows = 0;
    for (const who of Object.keys(api.bureau.people).filter((name) => !['admin', 'stats'].includes(name))) {
      const all = (await api.as(who).get('/api/tickets?limit=200')).body;
      for (const [query, fits] of filters) {
        const { items, total } = (await api.as(who).get(`/api/tickets?limit=200&${query}`)).body;
        const expected = all.items.filter(fits).map(({ id }: { id: string }) => id);
        expect([who, query, items.map(({ id }: { id: string }) => id)]).toEqual([who, query, expected]);
        expect(total).toBe(expected.length);
        rows += total;
      }
    }
    expect(rows).toBeGreaterThan(0);
  });

  it('pages through everything once, by keyset, in order', async () => {
    const seen: string[] = [];
    const dues: string[] = [];
    for (let cursor = ''; ;) {
      const { body } = await api.as('chief').get(`/api/tickets?limit=7&sort=dueOn${cursor && `&cursor=${cursor}`}`);
      seen.push(...body.items.map(({ id }: { id: string }) => id));
      dues.push(...body.items.map(({ deadline }: { deadline: { dueOn: string | null } }) => deadline.dueOn ?? '9999'));
      if (!body.nextCursor) break;
      cursor = body.nextCursor;
    }
    const [{ count }] = await api.owner.query('select count(*)::int as count from ticket');
    expect(seen).toHaveLength(count);
    expect(new Set(seen).size).toBe(count);
    expect(dues).toEqual([...dues].sort());
  });

  it.each([
    ['limit=0'],
    ['limit=abc'],
    ['status=nonsense'],
    ['leadUnitId=1'],
    ['cursor=xxxx'],
    ['dueFrom=2026-13-77'],
    ['unknown=1'],
    ["sort=no';drop table ticket"],
  ])('answers 400 to %s', async (query) => {
    const { status, body } = await api.as('chief').get(`/api/tickets?${query}`);
    expect([status, body.code]).toEqual([400, 'malformed']);
  });

  it.each([
    ['a percent sign', '%'],
    ['an underscore', '_'],
    ['a backslash', '\\'],
    ['a broken-out quote', "' or 1=1 --"],
    ['an emoji', '😀'],
    ['two hundred letters', 'x'.repeat(200)],
  ])('searches for %s literally', async (_, q) => {
    const { status, body } = await api.as('chief').get(`/api/tickets?q=${encodeURIComponent(q)}`);
    expect([status, body.total]).toEqual([200, 0]);
  });
});

describe('input', () => {
  it.each([
    ['without a title', { kind: 'inspection_issue', title: '' }, 400],
    ['of no kind', { kind: 'nonsense', title: '标题' }, 400],
    [
      'due on 30 February',
      { kind: 'inspection_issue', title: '标题', deadline: { kind: 'date', dueOn: '2026-02-30' } },
      400,
    ],
    ['that sets its own status', { kind: 'inspection_issue', title: '标题', status: 'closed' }, 400],
    ['with an endless title', { kind: 'inspection_issue', title: 'x'.repeat(6000) }, 400],
    ['of another office', { kind: 'hazard', title: '别的办公室的事' }, 403],
  ])('answers a draft %s with its refusal', async (_, body, status) => {
    expect((await api.as('inspection').post('/api/tickets', body)).status).toBe(status);
  });

  it('takes a handler only from the lead unit', async () => {
    const ticket = await walk('assigned');
    const answer = await act(api.as('head'), ticket, 'sign', { handlerId: api.bureau.people['handler3'] });
    expect([answer.status, answer.body.code]).toEqual([422, 'inputWrong']);
  });

  it('refuses evidence over 20 MB and keeps nothing of it', async () => {
    const ticket = await walk('in_progress');
    const big = Buffer.alloc(21_000_000, 65);
    const answer = await api
      .as('handler')
      .upload(`/api/tickets/${ticket.id}/evidence`, [{ name: '大.txt', content: big }]);
    expect([answer.status, answer.body.code]).toEqual([413, 'fileTooLarge']);
    expect((await api.as('handler').get(`/api/tickets/${ticket.id}`)).body.evidence).toEqual([]);
  });
});

describe('the chain of events', () => {
  it('holds for all that happened here, and breaks at the altered event', async () => {
    const ticket = await walk('in_progress');
    expect((await verifyChains(api.owner)).broken).toBeNull();
    await api.owner.query(`update event set payload = payload || '{"note":"改过"}' where ticket_id = $1 and seq = 2`, [
      ticket.id,
    ]);
    expect((await verifyChains(api.owner)).broken).toMatchObject({ ticketId: ticket.id, seq: 2, why: 'altered' });
    await api.owner.query(`update event set payload = payload - 'note' where ticket_id = $1 and seq = 2`, [ticket.id]);
    await api.owner.query('delete from event where ticket_id = $1 and seq = 3', [ticket.id]);
    expect((await verifyChains(api.owner)).broken).toMatchObject({ ticketId: ticket.id, seq: 3, why: 'missing' });
  });
});
