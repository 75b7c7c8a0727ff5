import { readWorkbook } from '@xiaohao/documents';
import { filingDecisions, roles } from '@xiaohao/domain';
import { bootApi, type TestApi } from '../support/boot-api.js';

const today = '2026-07-02';
const period = '2026H1';
let api: TestApi;

beforeAll(async () => {
  api = await bootApi(today);
});
afterAll(() => api.stop());
beforeEach(() =>
  api.owner.query(
    'truncate filing_evidence, filing_event, indicator_filing, indicator_filing_history, filing_duty, message, delivery cascade',
  ),
);

const put = (who: string, key: string, body: object = {}) =>
  api.as(who).put(`/api/indicators/${key}/filings`, { unitId: api.bureau.units.chemicals, period, value: 12, ...body });
const decide = (who: string, action: string, filings: { id: string; version: number }[], reason?: string) =>
  api.as(who).post('/api/filings/actions', {
    action,
    filings: filings.map(({ id, version }) => ({ id, version })),
    ...(reason === undefined ? {} : { reason }),
  });
const eventsOf = async (id: string) =>
  (await api.as('head').get(`/api/filings/${id}/events`)).body.map(
    ({ action, version, by, reason }: { action: string; version: number; by: string; reason: string | null }) =>
      [action, version, by, ...(reason ? [reason] : [])].join(' '),
  );
const noticesOf = async (who: string) =>
  (await api.as(who).get('/api/notices')).body.items.map(({ subject }: { subject: string }) => subject);

describe('a filing', () => {
  it('goes from the department to the office and counts once accepted; each step stands in its history', async () => {
    const draft = (await put('head', 'drills', { submit: false })).body;
    expect(draft).toMatchObject({ status: 'draft', version: 1, accepted: null, actions: ['submit'] });
    const [submitted] = (await decide('head', 'submit', [draft])).body;
    expect(submitted).toMatchObject({ status: 'submitted', actions: ['withdraw'] });
    const [accepted] = (await decide('office', 'accept', [submitted])).body;
    expect(accepted).toMatchObject({ status: 'accepted', accepted: { version: 1, value: 12, by: '办公室甲' } });
    expect(await eventsOf(draft.id)).toEqual(['save 1 科长甲', 'submit 1 科长甲', 'accept 1 办公室甲']);
    expect(await noticesOf('office')).toEqual(['危化科提交了2026年上半年填报（1 项），待审定']);
    expect(await noticesOf('head')).toEqual(['危化科2026年上半年填报已审定（1 项）']);
  });

  it('is returned with a reason, told to who filed it, and comes again as a new version', async () => {
    const filing = (await put('head', 'drills')).body;
    expect((await decide('office', 'return', [filing], '  ')).body).toMatchObject({ code: 'inputMissing' });
    const [returned] = (await decide('office', 'return', [filing], '与演练台账不符')).body;
    expect(returned).toMatchObject({ status: 'returned', reason: '与演练台账不符', actions: [] });
    const [notice] = (await api.as('head').get('/api/notices')).body.items;
    expect(notice).toMatchObject({ subject: '危化科2026年上半年填报被退回（1 项），请更正后重新提交' });
    const { body } = await api.as('head').get(`/api/notices/${notice.id}`);
    expect(JSON.stringify(body)).toContain('退回原因：与演练台账不符');
    expect((await put('head', 'drills', { value: 11, version: 1 })).body).toMatchObject({
      status: 'submitted',
      version: 2,
      reason: null,
    });
    expect(await eventsOf(filing.id)).toEqual(['file 1 科长甲', 'return 1 办公室甲 与演练台账不符', 'file 2 科长甲']);
  });

  it('keeps what was accepted while its correction waits, and when that is returned', async () => {
    const filing = (await put('head', 'drills')).body;
    await decide('office', 'accept', [filing]);
    const corrected = (await put('head', 'drills', { value: 15 })).body;
    expect(corrected).toMatchObject({ status: 'submitted', version: 2, accepted: { version: 1, value: 12 } });
    const [returned] = (await decide('office', 'return', [corrected], '缺证明')).body;
    expect(returned.accepted).toMatchObject({ version: 1, value: 12 });
    const [again] = (await decide('office', 'accept', [(await put('head', 'drills', { value: 14 })).body])).body;
    expect(again.accepted).toMatchObject({ version: 3, value: 14 });
    const [gone] = (await decide('office', 'return', [again], '审错了')).body;
    expect(gone).toMatchObject({ status: 'returned', accepted: null });
  });

  it('is decided by nobody who stated or submitted it', async () => {
    const own = (await put('office', 'drills', { unitId: api.bureau.units.office })).body;
    expect(own.actions).toEqual(['withdraw']);
    expect((await decide('office', 'accept', [own])).body).toMatchObject({ code: 'filingOwn' });
    expect((await decide('stats', 'accept', [own])).status).toBe(200);
  });

  it.each(roles)('lets %s take only the steps of their duty', async (role) => {
    const filing = (await put('head', 'drills')).body;
    const allowed: Partial<Record<string, string[]>> = {
      head: ['withdraw'],
      office: ['accept', 'return'],
      stats: ['accept', 'return'],
    };
    for (const action of ['accept', 'return', 'withdraw', 'submit'] as const) {
      await api.owner.query(`update indicator_filing set status = $1, accepted_version = null, accepted_value = null`, [
        action === 'submit' ? 'draft' : 'submitted',
      ]);
      const { status } = await decide(role, action, [filing], '不符');
      const may = (allowed[role] ?? []).includes(action) || (role === 'head' && action === 'submit');
      expect([role, action, status]).toEqual([role, action, may ? 200 : 403]);
    }
  });

  it('refuses a step its status does not allow, naming both, and one seen in an older version', async () => {
    const filing = (await put('head', 'drills')).body;
    await decide('office', 'accept', [filing]);
    const twice = await decide('office', 'accept', [filing]);
    expect([twice.status, twice.body.message]).toEqual([409, '当前状态为“已审定”，不能审定']);
    await put('head', 'drills', { value: 13 });
    expect((await decide('office', 'accept', [filing])).body).toMatchObject({ code: 'stale', details: { version: 2 } });
  });

  it('is decided on for all or for none', async () => {
    const [a, b] = [(await put('head', 'drills')).body, (await put('head', 'publicity_events')).body];
    const half = await decide('office', 'accept', [a, { id: b.id, version: 9 }]);
    expect(half.status).toBe(409);
    const { body } = await api.as('office').get(`/api/indicators?period=${period}`);
    const states = body.indicators.flatMap(({ filings }: { filings: { status: string }[] }) =>
      filings.map(({ status }) => status),
    );
    expect(states).toEqual(['submitted', 'submitted']);
    expect((await decide('office', 'accept', [a, b])).body).toHaveLength(2);
    expect(await noticesOf('head')).toEqual(['危化科2026年上半年填报已审定（2 项）']);
  });

  it('is accepted once, however many accept it at the same moment', async () => {
    const filing = (await put('head', 'drills')).body;
    const answers = await Promise.all(
      ['office', 'stats', 'office', 'stats'].map((who) => decide(who, 'accept', [filing])),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
    expect((await eventsOf(filing.id)).filter((step: string) => step.startsWith('accept'))).toHaveLength(1);
  });

  it('tells the office once per unit and period until it is read', async () => {
    for (const key of ['drills', 'publicity_events', 'fire_leaflets']) await put('head', key);
    expect(await noticesOf('office')).toHaveLength(1);
    await api.as('office').post('/api/notices/read');
    await put('head', 'fire_banners');
    expect(await noticesOf('office')).toHaveLength(2);
  });

  it('carries files and a note; once accepted it takes none', async () => {
    const filing = (await put('head', 'drills', { note: '含桌面推演' })).body;
    const path = `/api/filings/${filing.id}/evidence`;
    const { body } = await api.as('head').upload(path, [{ name: '演练台账.txt', content: '十二场' }]);
    expect(body).toMatchObject({ note: '含桌面推演', evidence: [{ name: '演练台账.txt', version: 1 }] });
    const file = await api.as('office').raw(`${path}/${body.evidence[0].id}`);
    expect(await file.text()).toBe('十二场');
    expect((await api.as('head2').upload(path, [{ name: 'a.txt', content: 'b' }])).status).toBe(403);
    await decide('office', 'accept', [filing]);
    expect((await api.as('head').upload(path, [{ name: 'a.txt', content: 'b' }])).status).toBe(409);
    expect((await eventsOf(filing.id))[1]).toBe('evidence 1 科长甲');
  });

  it('gives back a file while it is with the department, the history keeping its name', async () => {
    const filing = (await put('head', 'drills', { submit: false })).body;
    const path = `/api/filings/${filing.id}/evidence`;
    const attach = async (name: string) => (await api.as('head').upload(path, [{ name, content: name }])).body;
    const removed = (id: string, who = 'head') => api.as(who).raw(`${path}/${id}`, { method: 'DELETE' });
    await attach('甲.txt');
    const [first, second] = (await attach('乙.txt')).evidence;
    expect([first.removable, second.removable]).toEqual([true, true]);
    expect((await removed(first.id, 'head2')).status).toBe(403);
    expect((await removed(first.id)).status).toBe(200);
    expect((await removed(first.id)).status).toBe(404);
    expect((await api.as('head').raw(`${path}/${first.id}`)).status).toBe(404);
    const { body: events } = await api.as('office').get(`/api/filings/${filing.id}/events`);
    expect(events.map(({ action, files }: any) => [action, files])).toEqual([
      ['save', null],
      ['evidence', '甲.txt'],
      ['evidence', '乙.txt'],
      ['remove_evidence', '甲.txt'],
    ]);
    const [submitted] = (await decide('head', 'submit', [filing])).body;
    expect(submitted.evidence).toMatchObject([{ name: '乙.txt', removable: false }]);
    const late = await removed(second.id);
    expect([late.status, ((await late.json()) as any).code]).toEqual([409, 'actionNotPossible']);
    await decide('office', 'return', [filing], '缺演练照片');
    expect((await removed(second.id)).status).toBe(200);
    const rows = await api.owner.query('select removed_at is not null as gone from filing_evidence order by id');
    expect(rows).toEqual([{ gone: true }, { gone: true }]);
  });

  it('keeps the files of the version that was accepted while its correction is drafted', async () => {
    const filing = (await put('head', 'drills')).body;
    const path = `/api/filings/${filing.id}/evidence`;
    await api.as('head').upload(path, [{ name: '原.txt', content: '原' }]);
    await decide('office', 'accept', [filing]);
    await put('head', 'drills', { value: 13, submit: false });
    const { body } = await api.as('head').upload(path, [{ name: '补.txt', content: '补' }]);
    expect(body.evidence.map(({ name, removable }: any) => [name, removable])).toEqual([
      ['原.txt', false],
      ['补.txt', true],
    ]);
    expect((await api.as('head').raw(`${path}/${body.evidence[0].id}`, { method: 'DELETE' })).status).toBe(409);
  });

  it('is submitted with a file or gives it back, never both at once', async () => {
    const filing = (await put('head', 'drills', { submit: false })).body;
    const path = `/api/filings/${filing.id}/evidence`;
    const [{ id }] = (await api.as('head').upload(path, [{ name: '甲.txt', content: '甲' }])).body.evidence;
    const [removal, submission] = await Promise.all([
      api.as('head').raw(`${path}/${id}`, { method: 'DELETE' }),
      decide('head', 'submit', [filing]),
    ]);
    expect(submission.status).toBe(200);
    const left = submission.body[0].evidence.length;
    expect([removal.status, left]).toEqual(left === 0 ? [200, 0] : [409, 1]);
  });

  it('leaves no event that the application could change', async () => {
    const filing = (await put('head', 'drills')).body;
    await expect(
      api.owner.transaction(async (tx) => {
        await tx.query('set local role xiaohao_app');
        await tx.query('delete from filing_event where filing_id = $1', [filing.id]);
      }),
    ).rejects.toThrow('permission denied');
  });

  it('offers exactly the decisions the flow knows', () => {
    expect(filingDecisions).toEqual(['submit', 'withdraw', 'accept', 'return']);
  });
});

const missing = async (code = period) =>
  (await api.as('office').get(`/api/filings/missing?period=${code}`)).body.items.map(
    ({ unitName, key, why, status }: { unitName: string; key: string; why: string; status: string | null }) =>
      [unitName, key, why, status ?? '-'].join(' '),
  );

describe('who has not filed', () => {
  it('is whoever filed for the period before and neither submitted nor had accepted this one', async () => {
    for (const key of ['drills', 'publicity_events', 'fire_leaflets', 'fire_banners'])
      await put('head', key, { period: '2025H2' });
    await put('head', 'drills');
    await put('head', 'publicity_events', { submit: false });
    await decide('office', 'return', [(await put('head', 'fire_leaflets')).body], '不符');
    expect(await missing()).toEqual([
      '危化科 publicity_events before draft',
      '危化科 fire_leaflets before returned',
      '危化科 fire_banners before -',
    ]);
  });

  it('is whose duty it is, for periods of that length alone', async () => {
    await put('head', 'drills', { period: '2025H2' });
    const duties = [
      { unitId: api.bureau.units.relief, every: 'half' },
      { unitId: api.bureau.units.chemicals, every: 'quarter' },
    ];
    expect((await api.as('head').put('/api/indicators/drills/duties', { duties })).status).toBe(403);
    await api.as('office').put('/api/indicators/drills/duties', { duties });
    expect(await missing()).toEqual(['减灾救灾科 drills duty -']);
    expect(await missing('2026Q2')).toEqual(['危化科 drills duty -']);
    const bad = await api.as('office').put('/api/indicators/drills/duties', {
      duties: [{ unitId: '11111111-1111-4111-8111-111111111111', every: 'half' }],
    });
    expect(bad.status).toBe(422);
    expect(await missing()).toEqual(['减灾救灾科 drills duty -']);
  });

  it('is no unit that was closed', async () => {
    await put('head', 'drills', { period: '2025H2' });
    await api.owner.query(`update unit set closed_on = '2026-01-31' where id = $1`, [api.bureau.units.chemicals]);
    expect(await missing()).toEqual([]);
    await api.owner.query('update unit set closed_on = null where id = $1', [api.bureau.units.chemicals]);
  });

  it('can be taken home, with the day it was due', async () => {
    await put('head', 'drills', { period: '2025H2' });
    const list = (await api.as('office').get(`/api/filings/missing?period=${period}`)).body;
    expect(list).toMatchObject({ period, periodLabel: '2026年上半年', dueOn: '2026-07-07' });
    const response = await api.as('office').raw(`/api/filings/missing.xlsx?period=${period}`);
    const { sheets } = await readWorkbook(Buffer.from(await response.arrayBuffer()));
    const rows = sheets[0]!.rows.map(({ cells }) => cells.map((cell) => cell?.text ?? '').slice(0, 5));
    expect(rows).toContainEqual(['危化科', '事故应急演练', '场次', '上期填过', '未填']);
  });
});
