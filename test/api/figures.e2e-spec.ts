import { systemActor } from '@xiaohao/org';
import { createTickets, type NewTicket } from '@xiaohao/tickets';
import { bootApi, type TestApi } from '../support/boot-api.js';

const today = '2026-07-10';
let api: TestApi;

beforeAll(async () => {
  api = await bootApi(today);
  const { chemicals, relief } = api.bureau.units;
  await add(
    { leadUnitId: chemicals },
    { leadUnitId: chemicals, level: 'major' },
    { leadUnitId: relief, level: 'major' },
    { leadUnitId: relief, confidential: true, raisedOn: '2026-07-05' },
    { leadUnitId: relief, kind: 'key_task', level: null, raisedOn: '2026-07-02' },
  );
}, 60_000);
afterAll(() => api?.stop());

function add(...drafts: Partial<NewTicket>[]) {
  const tickets = drafts.map((draft): NewTicket => ({
    kind: 'hazard',
    title: '一处隐患',
    level: 'general',
    status: 'in_progress',
    leadUnitId: api.bureau.units.chemicals,
    raisedOn: '2026-03-15',
    deadline: { kind: 'date', dueOn: '2026-06-01', ongoing: false },
    ...draft,
  }));
  return api.owner.transaction((tx) => createTickets(tx, systemActor, tickets, { today, at: new Date() }));
}

const rule = (facts: object = {}) => ({
  scope: 'period',
  counts: 'tickets',
  dated: 'raised',
  kinds: ['hazard'],
  ...facts,
});
const counted = (facts: object = {}) => ({ rules: [rule(facts)] });
let made = 0;
const draft = (facts: object = {}) => ({
  name: `自定数${made++}号`,
  unit: '条',
  nature: 'flow',
  definition: counted(),
  ...facts,
});
const office = () => api.as('office');
const tried = (definition: object, facts: object = {}, who = 'office') =>
  api.as(who).post('/api/figures/preview', { definition, unit: '条', nature: 'flow', period: '2026H1', ...facts });

describe('a definition of a figure', () => {
  it('is listed with those of the product, each with its sentence', async () => {
    const { status, body } = await office().post('/api/figures', draft({ key: 'listed_one', group: 'safety' }));
    expect([status, body.version, body.tag, body.owner.name]).toEqual([201, 1, '{listed_one}', '局办公室']);
    const { figures } = (await api.as('head').get('/api/figures')).body;
    expect(figures.find(({ key }: any) => key === 'listed_one')).toMatchObject({
      builtIn: false,
      meaning: '本期内提出的隐患，按条计，不含已撤销',
      updatedBy: '办公室甲',
    });
    expect(figures.find(({ key }: any) => key === 'hazards_major_rate')).toMatchObject({
      builtIn: true,
      definition: { rate: ['hazards_major_done', 'hazards_major'] },
      meaning: expect.stringContaining('重大隐患'),
    });
  });

  it('changes into a new version by compare-and-set; the same again makes none', async () => {
    const { body: first } = await office().post('/api/figures', draft({ key: 'versioned' }));
    const change = { version: 1, definition: counted({ levels: ['major'] }), reason: '只报重大' };
    const { status, body } = await office().put('/api/figures/versioned', change);
    expect([status, body.version, body.name]).toEqual([200, 2, first.name]);
    const stale = await api.as('inspection').put('/api/figures/versioned', { version: 1, name: '抢先改' });
    expect([stale.status, stale.body.code, stale.body.details.version]).toEqual([409, 'stale', 2]);
    expect((await office().put('/api/figures/versioned', { ...change, version: 2 })).body.version).toBe(2);
    await api.as('inspection').put('/api/figures/versioned', { version: 2, name: '重大隐患自定数' });
    const versions = (await api.as('head').get('/api/figures/versioned/versions')).body;
    expect(versions.map((one: any) => [one.version, one.updatedBy, one.reason])).toEqual([
      [3, '巡察办甲', null],
      [2, '办公室甲', '只报重大'],
      [1, '办公室甲', null],
    ]);
    expect(versions[1].changes).toEqual([
      {
        fact: 'meaning',
        label: '口径',
        from: '本期内提出的隐患，按条计，不含已撤销',
        to: '本期内提出、级别为重大的隐患，按条计，不含已撤销',
      },
    ]);
    expect(versions[2].changes).toEqual([]);
  });

  it('of two who change it at once lets one through', async () => {
    await office().post('/api/figures', draft({ key: 'raced' }));
    const answers = await Promise.all(
      ['office', 'inspection', 'supervision'].map((who, at) =>
        api.as(who).put('/api/figures/raced', { version: 1, unit: ['个', '处', '项'][at] }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
  });

  it('is edited by the offices that compile reports, read by those who read them, closed to others', async () => {
    const body = draft({ key: 'of_rights' });
    for (const who of [
      'chief',
      'deputy',
      'head',
      'safety',
      'liaison',
      'auditor',
      'handler',
      'clerk',
      'admin',
      'stats',
    ]) {
      expect([who, (await api.as(who).post('/api/figures', body)).status]).toEqual([who, 403]);
      expect([who, (await tried(counted(), {}, who)).status]).toEqual([who, 403]);
    }
    expect((await api.as('supervision').post('/api/figures', body)).status).toBe(201);
    expect((await api.as('head').put('/api/figures/of_rights', { version: 1, name: '改名' })).status).toBe(403);
    expect((await api.as('chief').get('/api/figures/of_rights/versions')).status).toBe(200);
    expect((await api.as('handler').get('/api/figures')).status).toBe(403);
  });

  it.each([
    ['a key of the product', { key: 'accident_count' }, 'duplicate', 'key'],
    ['a Chinese name of the product', { name: '巡察问题数' }, 'duplicate', 'name'],
    ['a list of templates', { key: 'key_tasks' }, 'duplicate', 'key'],
    ['an indicator', { key: 'own_filed' }, 'duplicate', 'key'],
    ['a key of capitals', { key: 'Bad' }, 'inputWrong', 'key'],
    ['a name that no tag can hold', { name: '坏{名}' }, 'inputWrong', 'name'],
    ['no unit', { unit: ' ' }, 'inputWrong', 'unit'],
    ['a stock counted by days of the period', { nature: 'stock' }, 'inputWrong', 'nature'],
    [
      'a dating that says nothing of outcomes',
      { definition: counted({ counts: 'outcomes', dated: 'overdue', outcomeTypes: ['fines'] }) },
      'inputWrong',
      'definition.rules.0.dated',
    ],
    [
      'outcomes in another unit',
      { definition: counted({ counts: 'outcomes', dated: 'outcome', outcomeTypes: ['fines'] }) },
      'inputWrong',
      'definition.rules.0.outcomeTypes',
    ],
    [
      'a unit there is not',
      { definition: counted({ units: ['01900000-0000-7000-8000-00000000abcd'] }) },
      'inputWrong',
      'definition.rules.0.units',
    ],
    [
      'a part there is not',
      { unit: '%', definition: { rate: ['nothing_here', 'hazards_major'] } },
      'inputWrong',
      'definition.rate.part',
    ],
    [
      'a rate of a rate',
      { unit: '%', definition: { rate: ['hazards_major_rate', 'hazards_major'] } },
      'inputWrong',
      'definition.rate.part',
    ],
    [
      'a rate of itself',
      { key: 'of_itself', unit: '%', definition: { rate: ['of_itself', 'hazards_major'] } },
      'inputWrong',
      'definition.rate.part',
    ],
    [
      'a parameter as whole',
      { unit: '%', definition: { rate: ['hazards_major', 'district_name'] } },
      'inputWrong',
      'definition.rate.whole',
    ],
  ])('is refused with %s, naming the place, and nothing is kept', async (_, facts, code, field) => {
    await api.as('office').post('/api/indicators', { key: 'own_filed', name: '自填数', unit: '个', nature: 'flow' });
    const before = (await office().get('/api/figures')).body.figures.length;
    const { status, body } = await office().post('/api/figures', draft(facts));
    expect([body.code, body.details.field]).toEqual([code, field]);
    expect(status).toBe(code === 'duplicate' ? 409 : 422);
    expect((await office().get('/api/figures')).body.figures).toHaveLength(before);
  });

  it('and an indicator never share a key, whichever came first', async () => {
    await office().post('/api/figures', draft({ key: 'defined_first', name: '先定义的数' }));
    const key = await office().post('/api/indicators', {
      key: 'defined_first',
      name: '另一个',
      unit: '个',
      nature: 'flow',
    });
    const name = await office().post('/api/indicators', {
      key: 'other',
      name: '先定义的数',
      unit: '个',
      nature: 'flow',
    });
    expect([key.body.code, name.body.code]).toEqual(['duplicate', 'duplicate']);
  });

  it('that a rate divides can become no rate and cannot be given up', async () => {
    await office().post('/api/figures', draft({ key: 'divided' }));
    const rate = { key: 'dividing', unit: '%', definition: { rate: ['divided', 'hazards_general'] } };
    expect((await office().post('/api/figures', draft(rate))).status).toBe(201);
    const cycle = { version: 1, unit: '%', definition: { rate: ['dividing', 'hazards_general'] } };
    const circular = await office().put('/api/figures/divided', cycle);
    expect([circular.body.code, circular.body.message]).toEqual(['inputWrong', expect.stringContaining('循环引用')]);
    const retired = await office().put('/api/figures/divided', { version: 1, retired: true });
    expect([retired.status, retired.body.details.field]).toEqual([422, 'retired']);
  });
});

describe('a definition tried out', () => {
  it('tells value, sentence with its days and the tickets behind it', async () => {
    const { body } = await tried(counted({ levels: ['major'] }));
    expect(body).toMatchObject({
      value: 2,
      text: '2',
      ticketCount: 2,
      hiddenCount: 0,
      meaning: '本期（2026年1月1日—2026年6月30日）内提出、级别为重大的隐患，按条计，不含已撤销',
    });
    expect(body.items).toHaveLength(2);
  });

  it('shows only the tickets its reader may see and says how many more there are', async () => {
    const july = { period: '2026-07', nature: 'flow' };
    expect((await tried(counted(), july)).body).toMatchObject({ value: 1, hiddenCount: 1, items: [] });
    expect((await tried(counted(), {}, 'inspection')).body).toMatchObject({ value: 3, hiddenCount: 3, items: [] });
  });

  it('goes page by page', async () => {
    const first = (await tried(counted(), { limit: 2 })).body;
    expect(first.items).toHaveLength(2);
    const next = (await tried(counted(), { limit: 2, cursor: first.nextCursor })).body;
    expect([next.items.length, next.nextCursor, next.value]).toEqual([1, null, 3]);
  });

  it('divides by nothing: a dash and its reason, never NaN', async () => {
    const { body } = await tried({ rate: ['hazards_major', 'key_tasks_at_hand'] }, { unit: '%', period: '2020H1' });
    expect(body).toMatchObject({ value: null, text: '—', gap: 'noDenominator', parts: { part: 0, whole: 0 } });
    expect(body.gapText).toContain('分母为零');
    const filled = (await tried({ rate: ['hazards_major', 'hazards_general'] }, { unit: '%' })).body;
    expect(filled).toMatchObject({ value: 200, text: '200.0', gap: null, parts: { part: 2, whole: 1 } });
  });

  it.each([
    ['a period to come', { period: '2027H1' }, 'period'],
    ['no period at all', { period: '2026H3' }, 'period'],
    ['a day before the period', { asOf: '2025-12-31' }, 'asOf'],
    ['a round there is not', { source: '没有这一轮' }, 'source'],
  ])('is refused with %s', async (_, facts, field) => {
    const { status, body } = await tried(counted(), facts);
    expect([status, body.details.field]).toEqual([422, field]);
  });

  it('knows no unit whose tickets the editor may not see, and no source either', async () => {
    const { relief } = api.bureau.units;
    const ofUnit = counted({ units: [relief] });
    const refused = await tried(ofUnit, {}, 'inspection');
    const unknown = await tried(counted({ units: ['01900000-0000-7000-8000-00000000abcd'] }), {}, 'inspection');
    expect([refused.status, refused.body.message]).toEqual([422, unknown.body.message]);
    expect((await api.as('inspection').post('/api/figures', draft({ definition: ofUnit }))).status).toBe(422);
    expect((await tried(ofUnit)).body.value).toBe(1);
    const theirs = counted({ units: [relief], kinds: ['inspection_issue'] });
    expect((await tried(theirs, {}, 'inspection')).status).toBe(200);
    const ofSource = counted({ kinds: ['inspection_issue'], sources: [api.bureau.sourceId] });
    expect((await tried(ofSource, {}, 'supervision')).body.details.field).toBe('definition.rules.0.sources');
    expect((await tried(ofSource, {}, 'inspection')).status).toBe(200);
  });

  it('refuses words that are none', async () => {
    expect((await tried({ rules: [rule({ dated: 'sometime' })] })).status).toBe(400);
    expect((await tried({ rules: [{ ...rule(), sql: '1=1' }] })).status).toBe(400);
    expect((await tried({ rules: [] })).status).toBe(400);
    expect((await tried({})).status).toBe(400);
  });
});

describe('the dashboard', () => {
  it('shows the chosen figures as cards, over the tickets its reader may see', async () => {
    await office().post(
      '/api/figures',
      draft({ key: 'card_of_half', name: '半年隐患卡', cardPeriod: 'half', definition: counted() }),
    );
    await office().post('/api/figures', draft({ key: 'card_of_year', name: '全年隐患卡', cardPeriod: 'year' }));
    const cards = async (who: string, query = '') =>
      Object.fromEntries(
        (await api.as(who).get(`/api/dashboard${query}`)).body.cards.map((card: any) => [card.key, card.value]),
      );
    expect(await cards('chief')).toEqual({ card_of_half: 1, card_of_year: 4 });
    expect(await cards('office')).toEqual({ card_of_half: 0, card_of_year: 3 });
    expect(await cards('head')).toEqual({ card_of_half: 0, card_of_year: 2 });
    expect(await cards('chief', '?asOf=2026-06-30')).toEqual({ card_of_half: 3, card_of_year: 3 });
    expect(await cards('chief', '?kind=key_task')).toEqual({ card_of_half: 0, card_of_year: 0 });
    const behind = (await api.as('head').get('/api/dashboard/cards/card_of_year/tickets')).body;
    expect([behind.total, behind.items.length]).toEqual([2, 2]);
    expect((await api.as('chief').get('/api/dashboard/cards/listed_one/tickets')).status).toBe(404);
  });
});
