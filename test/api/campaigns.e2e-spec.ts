import { bootApi, type TestApi } from '../support/boot-api.js';

let api: TestApi;
beforeAll(async () => {
  api = await bootApi('2026-07-01');
});
afterAll(() => api.stop());

const ticket = async (who: string, kind: string, facts: object = {}) =>
  (await api.as(who).post('/api/tickets', { kind, title: `${kind} 一件`, ...facts })).body;
const campaign = async (name: string, facts: object = {}) =>
  (await api.as('safety').post('/api/campaigns', { name, ...facts })).body;

describe('campaigns', () => {
  it('are kept by the coordinating offices and read by whoever reads tickets', async () => {
    for (const who of ['inspection', 'supervision', 'safety']) {
      expect((await api.as(who).post('/api/campaigns', { name: `${who} 行动` })).status).toBe(201);
    }
    for (const who of [
      'chief',
      'deputy',
      'head',
      'handler',
      'clerk',
      'liaison',
      'office',
      'auditor',
      'stats',
      'admin',
    ]) {
      expect([who, (await api.as(who).post('/api/campaigns', { name: '越权' })).status]).toEqual([who, 403]);
    }
    expect((await api.as('handler').get('/api/campaigns')).body).toHaveLength(3);
    expect((await api.as('stats').get('/api/campaigns')).status).toBe(403);
  });

  it('have one name each, days in order, and a version that is looked at', async () => {
    const one = await campaign('燃气整治', { fromOn: '2026-03-01', toOn: '2026-09-30' });
    const safety = api.as('safety');
    expect((await safety.post('/api/campaigns', { name: ' 燃气整治 ' })).body.code).toBe('duplicate');
    expect((await safety.post('/api/campaigns', { name: '  ' })).status).toBe(400);
    const edit = (facts: object) => safety.patch(`/api/campaigns/${one.id}`, facts);
    expect((await edit({ version: 1, toOn: '2026-02-01' })).body).toMatchObject({
      code: 'inputWrong',
      details: { field: 'toOn' },
    });
    expect((await edit({ version: 1, note: '三轮排查' })).body).toMatchObject({
      note: '三轮排查',
      version: 2,
      fromOn: '2026-03-01',
    });
    expect((await edit({ version: 1, name: '别名' })).body.code).toBe('stale');
  });

  it('gather tickets of any kind, at registration, by edit and by the handful', async () => {
    const one = await campaign('水域整治');
    const born = await ticket('safety', 'hazard', { campaignId: one.id });
    expect(born).toMatchObject({ campaign: '水域整治', campaignId: one.id });
    const task = await ticket('supervision', 'key_task');
    const edited = await api.as('supervision').patch(`/api/tickets/${task.id}`, { version: 1, campaignId: one.id });
    expect(edited.body.campaignId).toBe(one.id);
    const more = [await ticket('safety', 'hazard'), await ticket('safety', 'hazard')].map(({ id }) => id);
    const added = await api.as('safety').post(`/api/campaigns/${one.id}/tickets`, { ticketIds: [...more, born.id] });
    expect(added.body).toMatchObject({ total: 3, live: 0, done: 0 });
    const listed = await api.as('chief').get(`/api/tickets?campaignId=${one.id}`);
    expect(listed.body.total).toBe(4);
    const events = (await api.as('safety').get(`/api/tickets/${more[0]}/events`)).body.items;
    expect(events[0].changes[0].label).toBe('专项行动');
    expect((await api.as('safety').get(`/api/tickets/${born.id}/events`)).body.items).toHaveLength(1);
  });

  it('take a handful whole or not at all', async () => {
    const one = await campaign('建筑领域大检查');
    const mine = await ticket('safety', 'hazard');
    const theirs = await ticket('supervision', 'key_task');
    const answer = await api.as('safety').post(`/api/campaigns/${one.id}/tickets`, { ticketIds: [mine.id, theirs.id] });
    expect(answer.status).toBe(404);
    expect((await api.as('chief').get(`/api/tickets?campaignId=${one.id}`)).body.total).toBe(0);
    const nowhere = await ticket('safety', 'hazard', { campaignId: theirs.id });
    expect([nowhere.code, nowhere.details.field]).toEqual(['inputWrong', 'campaignId']);
  });

  it('count for each reader what that reader may see', async () => {
    const one = await campaign('打非治违');
    await ticket('safety', 'hazard', { campaignId: one.id });
    await ticket('safety', 'hazard', { campaignId: one.id, leadUnitId: api.bureau.units.town });
    const seen = async (who: string) =>
      (await api.as(who).get('/api/campaigns')).body.find(({ id }: { id: string }) => id === one.id).total;
    expect([await seen('safety'), await seen('clerk'), await seen('head')]).toEqual([2, 1, 0]);
  });

  it('are removed only while empty', async () => {
    const one = await campaign('拉网检查');
    const { id } = await ticket('safety', 'hazard', { campaignId: one.id });
    const remove = async () => (await api.as('safety').raw(`/api/campaigns/${one.id}`, { method: 'DELETE' })).status;
    expect(await remove()).toBe(409);
    await api.as('safety').patch(`/api/tickets/${id}`, { version: 1, campaignId: null });
    expect([await remove(), await remove()]).toEqual([204, 404]);
  });
});

describe('sources', () => {
  it('are made and corrected by the office that keeps the kind, for every kind', async () => {
    const supervision = api.as('supervision');
    const made = await supervision.post('/api/sources', {
      kind: 'key_task',
      name: '下半年重点工作',
      items: ['第一项'],
    });
    expect(made.body).toMatchObject({ kind: 'key_task', items: [{ no: 1, title: '第一项' }] });
    const { id } = made.body;
    expect((await supervision.post(`/api/sources/${id}/items`, { title: '第二项' })).body.items[1]).toMatchObject({
      no: 2,
    });
    expect((await supervision.post(`/api/sources/${id}/items`, { title: '第二项' })).body.code).toBe('duplicate');
    expect((await supervision.patch(`/api/sources/${id}`, { feedbackOn: '2026-06-30' })).body.feedbackOn).toBe(
      '2026-06-30',
    );
    expect((await api.as('safety').patch(`/api/sources/${id}`, { name: '改' })).status).toBe(404);
    expect((await api.as('safety').post('/api/sources', { kind: 'key_task', name: '越权' })).status).toBe(403);
    expect((await supervision.post('/api/sources', { kind: 'key_task', name: '下半年重点工作' })).body.code).toBe(
      'duplicate',
    );
    const task = await ticket('supervision', 'key_task', { sourceId: id, itemId: made.body.items[0].id });
    expect(task).toMatchObject({ source: { name: '下半年重点工作' }, item: { no: 1 } });
    const wrong = await ticket('supervision', 'key_task', { sourceId: api.bureau.sourceId });
    expect([wrong.code, wrong.details.field]).toEqual(['inputWrong', 'sourceId']);
  });
});

describe('the page of sources', () => {
  const counted = async (who: string, id: string) =>
    (await api.as(who).get('/api/sources/counted')).body.find((one: { id: string }) => one.id === id);

  it('counts for each reader what that reader may see, by source and by item', async () => {
    const { body: made } = await api.as('safety').post('/api/sources', {
      kind: 'hazard',
      name: '夏季排查',
      documentNo: '清安办〔2026〕12号',
      items: ['水域', '燃气'],
    });
    const [water, gas] = made.items;
    await ticket('safety', 'hazard', { sourceId: made.id, itemId: water.id });
    await ticket('safety', 'hazard', { sourceId: made.id, itemId: water.id, leadUnitId: api.bureau.units.town });
    await ticket('safety', 'hazard', { sourceId: made.id });
    expect(await counted('safety', made.id)).toMatchObject({
      documentNo: '清安办〔2026〕12号',
      total: 3,
      done: 0,
      items: [
        { id: water.id, total: 2 },
        { id: gas.id, total: 0 },
      ],
    });
    expect(await counted('clerk', made.id)).toMatchObject({ total: 1, items: [{ id: water.id, total: 1 }] });
    expect(await counted('head', made.id)).toBeUndefined();
    const { body: listed } = await api.as('safety').get(`/api/tickets?sourceId=${made.id}&itemId=${water.id}`);
    expect(listed.total).toBe(2);
  });

  it('closes a source: nothing new is registered under it until it is opened again', async () => {
    const { body: made } = await api.as('safety').post('/api/sources', { kind: 'hazard', name: '春季排查' });
    const edit = (body: object) => api.as('safety').patch(`/api/sources/${made.id}`, body);
    expect((await edit({ closed: true, documentNo: '清安办〔2026〕3号' })).body).toMatchObject({
      closedOn: '2026-07-01',
      documentNo: '清安办〔2026〕3号',
    });
    const refused = await ticket('safety', 'hazard', { sourceId: made.id });
    expect([refused.code, refused.message]).toEqual(['inputWrong', '来源不正确：该来源已关闭']);
    expect((await edit({ closed: false })).body).toMatchObject({ closedOn: null, documentNo: '清安办〔2026〕3号' });
    expect((await ticket('safety', 'hazard', { sourceId: made.id })).source.id).toBe(made.id);
  });
});
