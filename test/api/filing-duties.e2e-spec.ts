import { bootApi, type TestApi } from '../support/boot-api.js';

const period = '2026H1';
let api: TestApi;

beforeAll(async () => {
  api = await bootApi('2026-07-02');
});
afterAll(() => api.stop());
beforeEach(() =>
  api.owner.query('truncate filing_event, indicator_filing, indicator_filing_history, filing_duty cascade'),
);

const plan = async (who = 'office', of = period) =>
  (await api.as(who).get(`/api/filing-duties/plan?period=${of}`)).body;
const indicator = async (key: string) => (await plan()).indicators.find((row: any) => row.key === key);
const set = (changes: object[], who = 'office') => api.as(who).put('/api/filing-duties', { changes });
const half = (unit: 'chemicals' | 'relief' | 'town') => ({ unitId: api.bureau.units[unit], every: 'half' });
const file = (key: string, of = period) =>
  api.as('head').put(`/api/indicators/${key}/filings`, { unitId: api.bureau.units.chemicals, period: of, value: 3 });

describe('who files what', () => {
  it('is planned for a period: duties, habits, and how far each unit is', async () => {
    await file('drills', '2025H2');
    await file('fire_leaflets');
    await set([{ key: 'fire_leaflets', duties: [half('chemicals'), { ...half('town'), every: 'month' }] }]);
    expect(await plan()).toMatchObject({ period, periodLabel: '2026年上半年', dueOn: '2026-07-07' });
    const { duties, expected } = await indicator('fire_leaflets');
    expect(duties.map(({ unitName, every }: any) => [unitName, every])).toEqual([
      ['云栖镇', 'month'],
      ['危化科', 'half'],
    ]);
    expect(expected.map(({ unitName, why, status, isMissing }: any) => [unitName, why, status, isMissing])).toEqual([
      ['危化科', 'duty', 'submitted', false],
    ]);
    expect((await indicator('drills')).expected).toMatchObject([
      { unitName: '危化科', why: 'before', status: null, isMissing: true },
    ]);
  });

  it('is nobody of habit once somebody is named', async () => {
    await file('drills', '2025H2');
    await set([{ key: 'drills', duties: [half('relief')] }]);
    expect((await indicator('drills')).expected).toMatchObject([{ unitName: '减灾救灾科', why: 'duty' }]);
    await set([{ key: 'drills', duties: [] }]);
    expect((await indicator('drills')).expected).toMatchObject([{ unitName: '危化科', why: 'before' }]);
  });

  it('is set for several indicators at once, all or none, each against the version that was looked at', async () => {
    const [drills, leaflets] = [await indicator('drills'), await indicator('fire_leaflets')];
    const of = ({ key, version }: any, ...duties: object[]) => ({ key, version, duties });
    expect((await set([of(drills, half('chemicals')), of(leaflets, half('town'))])).status).toBe(200);
    const late = await set([of(leaflets, half('relief')), of({ ...drills, version: drills.version + 1 })]);
    expect([late.status, late.body.code, late.body.details.key]).toEqual([409, 'stale', 'fire_leaflets']);
    expect((await indicator('drills')).duties).toMatchObject([{ unitName: '危化科' }]);
    const missing = await set([
      { key: 'drills', duties: [] },
      { key: 'nothing', duties: [] },
    ]);
    expect(missing.status).toBe(404);
    expect((await indicator('drills')).duties).toHaveLength(1);
  });

  it('of two who set the same at once lets one through', async () => {
    const rows = [await indicator('drills'), await indicator('fire_leaflets')];
    const changes = rows.map(({ key, version }) => ({ key, version, duties: [half('town')] }));
    const answers = await Promise.all([set(changes), set([...changes].reverse(), 'stats')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('names no unit that does not exist, and no indicator twice', async () => {
    const stranger = { unitId: '01234567-0123-7123-8123-0123456789ab', every: 'half' };
    expect((await set([{ key: 'drills', duties: [stranger] }])).body).toMatchObject({ code: 'inputWrong' });
    const twice = [
      { key: 'drills', duties: [] },
      { key: 'drills', duties: [half('town')] },
    ];
    expect((await set(twice)).body).toMatchObject({ code: 'inputWrong' });
    expect((await set([{ key: 'drills', duties: [{ ...half('town'), every: 'week' }] }])).status).toBe(400);
  });

  it('is said by the office and the statistics clerk, read by whoever sees filings', async () => {
    for (const who of ['head', 'clerk', 'chief', 'admin'])
      expect([who, (await set([{ key: 'drills', duties: [] }], who)).status]).toEqual([who, 403]);
    expect((await set([{ key: 'drills', duties: [half('relief')] }], 'stats')).status).toBe(200);
    expect((await plan('head')).indicators.length).toBeGreaterThan(50);
  });
});
