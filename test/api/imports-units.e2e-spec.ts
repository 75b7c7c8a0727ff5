import { select } from '@xiaohao/database';
import { bootApi, type TestApi } from '../support/boot-api.js';
import { openImportStage, type ImportStage } from '../support/import-stage.js';
import { buildWorkbook, inspectionSheet, type InspectionRow } from '../support/ledger-workbooks.js';

const today = '2026-07-01';
const sheet = '整改台账';
let api: TestApi;
let stage: ImportStage;

beforeAll(async () => {
  api = await bootApi(today);
  stage = await openImportStage(api, today);
});
afterAll(async () => {
  await stage.close();
  await api.stop();
});

const inspection = () => api.as('inspection');
let files = 0;
const open = async (rows: readonly InspectionRow[]) => {
  files += 1;
  const file = await buildWorkbook([inspectionSheet(rows, { title: `第${files}次巡察整改台账`, feedback: null })]);
  return (await stage.preview(inspection(), file)).body;
};
const row = (title: string, unit: string, progress = '推进中'): InspectionRow => {
  return { title, unit, progress, deadline: '2026年9月30日' };
};
const edit = (id: string, body: object) => inspection().patch(`/api/imports/${id}?changed=true`, body);
const unknownOf = async (id: string) => (await inspection().get(`/api/imports/${id}/unknown-units`)).body;
const unitNamed = async (name: string) =>
  (await select<{ id: string; type: string }>(api.owner, 'select id, type from unit where name = $1', [name]))[0];

describe('a unit nobody knows', () => {
  const rows = [
    row('甲', '危化品监管科'),
    row('乙', '危化品监管科'),
    row('丙', '危化科、新设办'),
    row('丁', '危化品监管科', '尚未启动'),
    row('戊', '危化科'),
  ];

  it('is told once, with how many tickets name it and which units come near', async () => {
    const { id, tickets } = await open(rows);
    const unknown = await unknownOf(id);
    expect(unknown).toMatchObject([
      { name: '危化品监管科', tickets: 3, waiting: 2, type: 'section', choice: null },
      { name: '新设办', tickets: 1, waiting: 0, choice: null },
    ]);
    expect(unknown[0].nearest[0].name).toBe('危化科');
    const said = tickets[2].issues.filter(({ code }: any) => code === 'supportUnitUnknown');
    expect(said).toMatchObject([{ raw: '新设办', message: expect.stringContaining('这个配合单位不入库') }]);
  });

  it('that somebody stores meanwhile is known when the preview is opened again, or confirmed', async () => {
    const { id } = await open([row('甲', '后设科'), row('乙', '后设科')]);
    const other = await open([row('丙', '后设科')]);
    const parentId = (await unitNamed('测试局'))!.id;
    await api.as('admin').post('/api/units', { name: '后设科', type: 'section', parentId });
    const { body } = await inspection().get(`/api/imports/${id}?rows=outline`);
    expect(body).toMatchObject({ version: 2, counts: { create: 2 } });
    expect((await inspection().get(`/api/imports/${id}?rows=outline`)).body.version).toBe(2);
    expect((await inspection().post(`/api/imports/${other.id}/commit`, { version: 1 })).body.code).toBe('stale');
    expect((await inspection().post(`/api/imports/${other.id}/commit`)).status).toBe(200);
  });

  it('may be short for one unit of ours, which is proposed for all its rows', async () => {
    const { id } = await open([row('甲', '救灾科'), row('乙', '救灾科')]);
    const [{ likely, ...unknown }] = await unknownOf(id);
    expect([unknown.name, likely?.name]).toEqual(['救灾科', '减灾救灾科']);
    const { body } = await edit(id, { version: 1, units: [{ name: '救灾科', unitId: likely.id }] });
    expect(body.tickets.map(({ decision }: any) => decision)).toEqual(['create', 'create']);
  });

  it('written in two ways in one row it is named by one ticket', async () => {
    const { id } = await open([row('甲', '城关镇人民政府、城关镇'), row('乙', '城关镇')]);
    expect(await unknownOf(id)).toMatchObject([{ name: '城关镇人民政府', alsoWritten: ['城关镇'], tickets: 2 }]);
  });

  it('is made once however the file writes it, and asked for once', async () => {
    const { id } = await open([row('甲', '城关镇'), row('乙', '城关镇人民政府'), row('丙', '城关镇政府')]);
    expect(await unknownOf(id)).toMatchObject([
      { name: '城关镇人民政府', alsoWritten: ['城关镇政府', '城关镇'], tickets: 3, type: 'town' },
    ]);
    await edit(id, { version: 1, options: { createUnits: true } });
    await inspection().post(`/api/imports/${id}/commit`);
    await stage.runJobs();
    expect((await inspection().get(`/api/imports/${id}`)).body).toMatchObject({
      status: 'committed',
      madeUnits: [{ name: '城关镇人民政府' }],
    });
    const leads = 'select distinct lead_unit_id from ticket where import_id = $1';
    expect(await select(api.owner, leads, [id])).toHaveLength(1);
  });

  it('that is made takes no short name from the unit it meant in the preview', async () => {
    const parentId = (await unitNamed('测试局'))!.id;
    await api.as('admin').post('/api/units', { name: '生产监督管理科', type: 'section', parentId });
    const { id, tickets } = await open([row('甲', '生监科'), row('乙', '生产监察科')]);
    expect(tickets[0].issues).toMatchObject([{ code: 'unitReadAs', message: '“生监科”读作“生产监督管理科”' }]);
    await edit(id, { version: 1, options: { createUnits: true } });
    await inspection().post(`/api/imports/${id}/commit`);
    await stage.runJobs();
    const led = await select<{ title: string; unit: string }>(
      api.owner,
      `select t.title, u.name as unit from ticket t join unit u on u.id = t.lead_unit_id
       where t.import_id = $1 order by t.title`,
      [id],
    );
    expect(led).toEqual([
      { title: '乙', unit: '生产监察科' },
      { title: '甲', unit: '生产监督管理科' },
    ]);
  });

  it('is another one where a person says so, in all rows that name it and when they are stored', async () => {
    const { id } = await open(rows);
    const unit = (await unitNamed('减灾救灾科'))!;
    const mapped = await edit(id, { version: 1, units: [{ name: '危化品监管科', unitId: unit.id }] });
    expect(mapped.status).toBe(200);
    expect(mapped.body.tickets.map((ticket: any) => [ticket.row, ticket.decision])).toEqual([
      [5, 'create'],
      [6, 'create'],
      [8, 'create'],
    ]);
    expect(mapped.body.tickets[0].issues.map(({ message }: any) => message)).toContain(
      '“危化品监管科”读作“减灾救灾科”',
    );
    expect((await edit(id, { version: 2, options: {} })).body.tickets).toEqual([]);
    expect((await unknownOf(id)).find(({ name }: any) => name === '危化品监管科').choice).toEqual({ unitId: unit.id });
    await inspection().post(`/api/imports/${id}/commit`);
    await stage.runJobs();
    const leads = await select<{ title: string; name: string }>(
      api.owner,
      'select t.title, u.name from ticket t join unit u on u.id = t.lead_unit_id where t.import_id = $1 order by t.title',
      [id],
    );
    expect(
      leads
        .filter(({ name }) => name === '减灾救灾科')
        .map(({ title }) => title)
        .sort(),
    ).toEqual(['丁', '乙', '甲']);
    expect(await unitNamed('危化品监管科')).toBeUndefined();
  });

  it('is created alone, as what a person says, while others stay unknown', async () => {
    const { id } = await open([row('甲', '某矿办'), row('乙', '别处办', '尚未启动')]);
    const chosen = await edit(id, { version: 1, units: [{ name: '某矿办', create: 'enterprise' }] });
    expect(chosen.body.tickets).toMatchObject([{ row: 5, decision: 'create' }]);
    await inspection().post(`/api/imports/${id}/commit`);
    await stage.runJobs();
    expect(await unitNamed('某矿办')).toMatchObject({ type: 'enterprise' });
    expect(await unitNamed('别处办')).toBeUndefined();
  });

  it('is left open again when the choice is taken back', async () => {
    const { id } = await open([row('甲', '又一个科室')]);
    await edit(id, { version: 1, units: [{ name: '又一个科室', create: 'section' }] });
    const back = await edit(id, { version: 2, units: [{ name: '又一个科室' }] });
    expect(back.body.tickets).toMatchObject([{ decision: 'attention' }]);
    expect((await unknownOf(id))[0].choice).toBeNull();
  });

  it.each(['__proto__', 'constructor'])('may be called %s without meaning anything else', async (name) => {
    const { id } = await open([row('甲', name)]);
    expect((await unknownOf(id))[0]).toMatchObject({ name, choice: null });
    const chosen = await edit(id, { version: 1, units: [{ name, create: 'member' }] });
    expect(chosen.body.tickets).toMatchObject([{ decision: 'create' }]);
    expect((await unknownOf(id))[0].choice).toEqual({ create: 'member' });
  });

  it('means no unit that is not there, and a town creates none', async () => {
    const { id } = await open([row('甲', '不知何处')]);
    const unitId = '01234567-0123-7123-8123-0123456789ab';
    const nobody = await edit(id, { version: 1, units: [{ name: '不知何处', unitId }] });
    expect([nobody.status, nobody.body.code]).toEqual([422, 'inputWrong']);
    const hazards = [
      ['隐患清单'],
      ['序号', '隐患描述', '责任单位', '整改期限'],
      ['1', '灭火器过期', '不知何处', '2026年9月30日'],
    ];
    const town = await stage.preview(api.as('clerk'), await buildWorkbook([{ name: sheet, rows: hazards }]));
    expect(town.body.status).toBe('ready');
    const units = [{ name: '不知何处', create: 'member' }];
    const refused = await api.as('clerk').patch(`/api/imports/${town.body.id}`, { version: 1, units });
    expect([refused.status, refused.body.details.field]).toEqual([422, 'createUnits']);
    expect((await api.as('clerk').get(`/api/imports/${id}/unknown-units`)).status).toBe(404);
  });
});

describe('a unit that changes between preview and commit', () => {
  const newUnit = (name: string) =>
    api.owner.query(
      `insert into unit (id, parent_id, name, type) select gen_random_uuid(), id, $1, 'section'
       from unit where parent_id is null and type = 'bureau' limit 1`,
      [name],
    );
  const swapNames = async (one: string, other: string) => {
    await api.owner.query('update unit set name = $2 where name = $1', [one, `${one}（旧）`]);
    await api.owner.query('update unit set name = $2 where name = $1', [other, one]);
  };
  const cases: readonly (readonly [what: string, unit: string, meanwhile: () => Promise<unknown>])[] = [
    ['created elsewhere', '宣传一科', () => newUnit('宣传一科')],
    ['one of a like name', '局宣传二科', () => newUnit('宣传二科')],
    ['another one under the same name', '宣传三科', () => swapNames('宣传三科', '宣传四科')],
  ];

  it.each(cases)(
    '%s: refused with the row named, nothing stored, and held against it anew',
    async (_, unit, meanwhile) => {
      await Promise.all(unit === '宣传三科' ? ['宣传三科', '宣传四科'].map(newUnit) : []);
      const { id, version } = await open([row('不变', '危化科'), row('变了', unit)]);
      await edit(id, { version, options: { createUnits: true } });
      await meanwhile();
      await inspection().post(`/api/imports/${id}/commit`);
      await stage.runJobs();
      const refused = (await inspection().get(`/api/imports/${id}`)).body;
      expect([refused.status, refused.failure?.code, refused.failure?.details]).toEqual([
        'ready',
        'importUnitChanged',
        { sheet, row: 6, unit },
      ]);
      expect(await select(api.owner, 'select 1 from ticket where import_id = $1', [id])).toEqual([]);
      await inspection().post(`/api/imports/${id}/commit`);
      await stage.runJobs();
      expect((await inspection().get(`/api/imports/${id}`)).body.status).toBe('committed');
    },
  );

  it('by the import itself stands in the way of no row that is known already', async () => {
    const rows = [row('在册', '危化科'), row('新来', '宣传五科')];
    const fileOf = (some: readonly InspectionRow[]) => {
      return buildWorkbook([inspectionSheet(some, { title: '在册巡察整改台账', feedback: null })]);
    };
    await stage.commit(inspection(), await fileOf(rows.slice(0, 1)));
    const again = [{ ...rows[0]!, unit: '危化科、宣传五科', progress: '又推进了' }, rows[1]!];
    const commit = async (file: Buffer, more: object = {}) => {
      const { body } = await stage.preview(inspection(), file);
      await edit(body.id, { version: body.version, options: { createUnits: true }, ...more });
      await inspection().post(`/api/imports/${body.id}/commit`);
      await stage.runJobs();
      return (await inspection().get(`/api/imports/${body.id}`)).body;
    };
    const after = await commit(await fileOf(again));
    expect([after.status, after.failure, after.counts]).toMatchObject(['committed', null, { create: 1, update: 1 }]);
    const other = await fileOf([{ ...rows[0]!, unit: '危化科、宣传六科' }]);
    const anew = await commit(other, { decisions: [{ sheet, row: 5, decision: 'create' }] });
    expect([anew.status, anew.failure, anew.counts]).toMatchObject(['committed', null, { create: 1 }]);
    expect(await unitNamed('宣传六科')).toBeDefined();
  });
});

describe('a lead unit chosen for the whole file', () => {
  const leadsOf = (id: string) =>
    select<{ title: string; name: string | null }>(
      api.owner,
      'select t.title, u.name from ticket t left join unit u on u.id = t.lead_unit_id where t.import_id = $1 order by t.title',
      [id],
    );

  it('leads what names no unit of ours and what names none, and says so of the first', async () => {
    const { id } = await open([row('a', '顺和加油站'), row('b', '危化科'), row('c', '')]);
    const lead = (await unitNamed('减灾救灾科'))!;
    const chosen = await edit(id, { version: 1, options: { leadUnitId: lead.id } });
    expect(chosen.body.options.leadUnitId).toBe(lead.id);
    const { tickets } = (await inspection().get(`/api/imports/${id}`)).body;
    expect(tickets.map(({ decision }: any) => decision)).toEqual(['create', 'create', 'create']);
    expect(tickets.map(({ issues }: any) => issues.some(({ code }: any) => code === 'leadUnitGiven'))).toEqual([
      true,
      false,
      false,
    ]);
    await inspection().post(`/api/imports/${id}/commit`);
    await stage.runJobs();
    expect(await leadsOf(id)).toEqual([
      { title: 'a', name: '减灾救灾科' },
      { title: 'b', name: '危化科' },
      { title: 'c', name: '减灾救灾科' },
    ]);
  });

  it('is what the page points to where a sheet names the inspected enterprise alone; the enterprise stays, and nothing is asked any more', async () => {
    const heading = ['序号', '被检查单位名称', '隐患描述', '整改期限', '整改状态'];
    const hazard = ['1', '恒润涂料厂', '灭火器过期', '2026年9月30日', '整改中'];
    const file = await buildWorkbook([{ name: sheet, rows: [['隐患清单'], heading, hazard] }]);
    const safety = api.as('safety');
    const { id, tickets } = (await stage.preview(safety, file)).body;
    expect(tickets[0].decision).toBe('attention');
    const said = tickets[0].issues.find(({ code }: any) => code === 'siteUnknown');
    expect(said).toMatchObject({ cell: 'B3', message: expect.stringContaining('上方“牵头单位”') });
    const unknown = async () => (await safety.get(`/api/imports/${id}/unknown-units`)).body;
    expect(await unknown()).toMatchObject([{ name: '恒润涂料厂', settled: false }]);
    const leadUnitId = (await unitNamed('减灾救灾科'))!.id;
    const led = await safety.patch(`/api/imports/${id}`, { version: 1, options: { leadUnitId } });
    expect(led.body.tickets).toMatchObject([{ decision: 'create', site: '恒润涂料厂' }]);
    expect(await unknown()).toMatchObject([{ name: '恒润涂料厂', settled: true }]);
    await safety.post(`/api/imports/${id}/commit`);
    await stage.runJobs();
    const later = (await stage.preview(safety, file)).body;
    const [again] = later.tickets;
    expect([again.decision, again.changes]).toEqual(['unchanged', []]);
    expect((await safety.get(`/api/imports/${later.id}/unknown-units`)).body).toMatchObject([{ settled: true }]);
    expect(again.issues.map(({ code }: any) => code)).toEqual(['alreadyByWords']);
  });

  it('gives way to what is said of a name alone, and is none once taken back', async () => {
    const { id } = await open([row('a', '安泰砂石厂')]);
    const lead = (await unitNamed('减灾救灾科'))!;
    await edit(id, { version: 1, options: { leadUnitId: lead.id } });
    const created = await edit(id, { version: 2, units: [{ name: '安泰砂石厂', create: 'enterprise' }] });
    expect(created.body.tickets[0].issues.map(({ code }: any) => code)).toContain('unitCreated');
    await edit(id, { version: 3, units: [{ name: '安泰砂石厂' }] });
    const back = await edit(id, { version: 4, options: { leadUnitId: null } });
    expect(back.body.tickets).toMatchObject([{ decision: 'attention' }]);
  });

  it('has to be a unit that is there', async () => {
    const { id } = await open([row('a', '安泰砂石厂')]);
    const leadUnitId = '01234567-0123-7123-8123-0123456789ab';
    const nobody = await edit(id, { version: 1, options: { leadUnitId } });
    expect([nobody.status, nobody.body.code]).toEqual([422, 'inputWrong']);
  });
});

describe('whom a name means, once said,', () => {
  const again = async (file: Buffer, who = inspection()) => (await stage.preview(who, file)).body;
  const fileOf = (rows: readonly InspectionRow[], title: string) =>
    buildWorkbook([inspectionSheet(rows, { title, feedback: null })]);
  const decisionsOf = ({ tickets }: any) => tickets.map(({ decision }: any) => decision);
  const aliases = async () => (await inspection().get('/api/unit-aliases')).body;
  const store = async (id: string, who = inspection()) => {
    const started = await who.post(`/api/imports/${id}/commit`);
    expect(started.status).toBe(200);
    await stage.runJobs();
  };

  it('holds for the next file, which then says nothing new; who said it and when stands beside it', async () => {
    const rows = [row('甲', '老安监办'), row('乙', '危化科、某协会'), row('丙', '新立办')];
    const file = await fileOf(rows, '记名巡察整改台账');
    const { id } = await again(file);
    const unit = (await unitNamed('减灾救灾科'))!;
    const units = [{ name: '老安监办', unitId: unit.id }, { name: '新立办', create: 'section' }, { name: '某协会' }];
    await edit(id, { version: 1, units });
    const names = async () => (await aliases()).map(({ name }: any) => name);
    expect(await names()).not.toContain('老安监办');
    await store(id);
    expect(await names()).not.toContain('新立办');
    expect((await aliases()).slice(0, 2)).toEqual([
      expect.objectContaining({ name: '某协会', unitId: null, unit: null }),
      expect.objectContaining({
        name: '老安监办',
        unitId: unit.id,
        unit: '减灾救灾科',
        keptByName: expect.any(String),
      }),
    ]);
    const second = await again(file);
    expect(decisionsOf(second)).toEqual(['unchanged', 'unchanged', 'unchanged']);
    expect(second.counts.held).toBeUndefined();
    expect(second.tickets[0].issues.map(({ message }: any) => message)).toContain('“老安监办”读作“减灾救灾科”');
    const remembered = (await unknownOf(second.id)).map((one: any) => [one.name, one.choice, one.remembered.unit]);
    expect(new Map(remembered.map(([name, ...said]: any) => [name, said]))).toEqual(
      new Map([
        ['老安监办', [null, '减灾救灾科']],
        ['某协会', [null, null]],
      ]),
    );
  });

  it('is said otherwise in a later import, and forgotten when somebody deletes it; its history keeps both', async () => {
    const [kept] = (await aliases()).filter(({ name }: any) => name === '老安监办');
    const other = (await unitNamed('危化科'))!;
    const { id } = await again(await fileOf([row('丁', '老安监办')], '改名巡察整改台账'));
    await edit(id, { version: 1, units: [{ name: '老安监办', unitId: other.id }] });
    await store(id);
    expect((await aliases())[0]).toMatchObject({ id: kept.id, name: '老安监办', unit: '危化科' });
    for (const who of ['clerk', 'head']) {
      const refused = await api.as(who).raw(`/api/unit-aliases/${kept.id}`, { method: 'DELETE' });
      expect(refused.status).toBe(403);
    }
    const remove = () => inspection().raw(`/api/unit-aliases/${kept.id}`, { method: 'DELETE' });
    expect([(await remove()).status, (await remove()).status]).toEqual([204, 404]);
    const forgotten = await again(await fileOf([row('戊', '老安监办')], '又一巡察整改台账'));
    expect(decisionsOf(forgotten)).toEqual(['attention']);
    const states = await api.owner.query(
      `select count(distinct unit_id)::int as units, bool_or(recorded_to = 'infinity') as present from unit_alias_history
       where id = $1`,
      [kept.id],
    );
    expect(states).toEqual([{ units: 2, present: false }]);
  });

  it('is forgotten with the import that said it, unless a later one relies on it', async () => {
    const unit = (await unitNamed('减灾救灾科'))!;
    const say = async (title: string, name: string) => {
      const { id } = await again(await fileOf([row('甲', name)], title));
      await edit(id, { version: 1, units: [{ name, unitId: unit.id }] });
      await store(id);
      return id;
    };
    const undo = (id: string) => inspection().post(`/api/imports/${id}/undo`);
    const kept = async () => (await aliases()).map(({ name }: any) => name);
    const alone = await say('自记巡察整改台账', '某某安办');
    const first = await say('先记巡察整改台账', '某某防办');
    const later = await again(await fileOf([row('丁', '某某防 办')], '后记巡察整改台账'));
    await store(later.id);
    expect(await kept()).toEqual(expect.arrayContaining(['某某安办', '某某防办']));
    for (const id of [alone, first]) expect((await undo(id)).status).toBe(200);
    expect(await kept()).not.toContain('某某安办');
    expect(await kept()).toContain('某某防办');
  });

  it('by a town holds for its own file alone', async () => {
    const town = (await unitNamed('云栖镇'))!;
    const rows = [
      ['隐患清单'],
      ['序号', '隐患描述', '责任单位', '整改期限'],
      ['1', '灭火器过期', '镇安办', '2026年9月30日'],
    ];
    const file = await buildWorkbook([{ name: sheet, rows }]);
    const { id } = await again(file, api.as('clerk'));
    const units = [{ name: '镇安办', unitId: town.id }];
    expect((await api.as('clerk').patch(`/api/imports/${id}`, { version: 1, units })).status).toBe(200);
    await store(id, api.as('clerk'));
    expect((await aliases()).map(({ name }: any) => name)).not.toContain('镇安办');
  });

  it('goes with a merged unit to its heir, and gives way to a unit that bears the name itself', async () => {
    const [from, to] = [await unitNamed('减灾救灾科'), await unitNamed('危化科')];
    const { id } = await again(await fileOf([row('己', '旧称甲')], '承接巡察整改台账'));
    await edit(id, { version: 1, units: [{ name: '旧称甲', unitId: from!.id }] });
    await store(id);
    await api.owner.query('update unit set closed_on = $2, merged_into_id = $3 where id = $1', [
      from!.id,
      today,
      to!.id,
    ]);
    const next = await again(await fileOf([row('庚', '旧称甲')], '承接后巡察整改台账'));
    expect(next.tickets[0].issues.map(({ message }: any) => message)).toContain('“旧称甲”读作“危化科”');
    await api.owner
      .query(`insert into unit (id, parent_id, name, type) select gen_random_uuid(), id, '旧称甲', 'section'
      from unit where parent_id is null limit 1`);
    const own = await again(await fileOf([row('辛', '旧称甲')], '自有巡察整改台账'));
    expect(own.tickets[0].issues.map(({ code }: any) => code)).not.toContain('unitReadAs');
  });
});
