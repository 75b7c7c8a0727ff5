import type { DataSource } from 'typeorm';
import { documentTexts, writeOfficialDocument } from '@xiaohao/documents';
import { systemActor } from '@xiaohao/org';
import { createTickets, type NewTicket } from '@xiaohao/tickets';
import { bootApi, type TestApi } from '../support/boot-api.js';
import { openReportWorker, type ReportWorker } from '../support/report-worker.js';
import { closedOn } from '../support/report-stage.js';

const today = '2026-07-10';
let api: TestApi;
let db: DataSource;
let worker: ReportWorker;

beforeAll(async () => {
  api = await bootApi(today);
  worker = await openReportWorker(api, today);
  ({ db } = worker);
});
afterAll(async () => {
  await worker?.close();
  await api?.stop();
});

function addIssues(...drafts: Partial<NewTicket>[]) {
  const { sourceId, itemIds, units } = api.bureau;
  const issue = {
    kind: 'inspection_issue',
    title: '隐患台账更新不及时',
    status: 'in_progress',
    sourceId,
    itemId: itemIds[0]!,
    leadUnitId: units.chemicals,
    raisedOn: '2026-01-15',
    deadline: { kind: 'date', dueOn: '2026-05-31', ongoing: false },
  } as const;
  const tickets = drafts.map((draft): NewTicket => ({ ...issue, ...draft }));
  return db.transaction((tx) => createTickets(tx, systemActor, tickets, { today, at: new Date() }));
}

/** Ordered by the office over HTTP, built as the worker would. */
async function report(request: object = {}): Promise<string> {
  const started = await api
    .as('office')
    .post('/api/reports', { templateId: 'half-year', period: '2026H1', ...request });
  expect(started.status).toBe(201);
  await worker.reports.build(started.body.id);
  return started.body.id;
}

describe('a report', () => {
  it('is ordered, built by a job, read and downloaded', async () => {
    await addIssues({}, closedOn('2026-05-01'));
    const office = api.as('office');
    const { body: templates } = await office.get('/api/report-templates');
    expect(templates[0]).toEqual({
      id: expect.any(String),
      code: 'half-year',
      name: '半年工作情况报告',
      version: 6,
      builtIn: true,
      periodKind: 'half',
      archivedAt: null,
      reportCount: expect.any(Number),
      changed: null,
    });
    expect(templates.map(({ code, periodKind }: Record<string, string>) => `${code} ${periodKind}`)).toEqual([
      'half-year half',
      'rectification-circular month',
      'hazard-statistics quarter',
      'key-task-progress quarter',
      'supervision-bulletin month',
    ]);
    const { status, body: started } = await office.post('/api/reports', {
      templateId: templates[0].id,
      period: '2026H1',
      asOf: '2026-06-30',
      parameters: { district_name: '清河区' },
    });
    expect([status, Object.keys(started)]).toEqual([201, ['id']]);
    expect((await office.get(`/api/reports/${started.id}`)).body).toMatchObject({ status: 'queued', figures: [] });
    expect((await office.get(`/api/reports/${started.id}/document.docx`)).status).toBe(409);
    await worker.reports.build(started.id);

    const { body } = await office.get(`/api/reports/${started.id}`);
    expect(body).toMatchObject({
      id: started.id,
      status: 'ready',
      progress: 100,
      period: '2026H1',
      asOf: '2026-06-30',
      knownAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
      template: { code: 'half-year', version: 6 },
      round: { id: api.bureau.sourceId, name: '测试巡察' },
      createdBy: { name: '办公室甲' },
      finalizedAt: null,
    });
    expect(body.figures).toContainEqual({
      key: 'inspection_issues',
      fromLedger: null,
      name: '巡察反馈的具体问题',
      value: 2,
      unit: '个',
      text: '2',
      source: 'tickets',
      ticketCount: 2,
      typed: null,
      before: null,
      meaning: '“测试巡察”反馈的具体问题，截至统计日，不含已撤销',
      group: 'rectification',
      definitionVersion: null,
    });
    expect(body.figures).toContainEqual(
      expect.objectContaining({
        key: 'district_name',
        value: null,
        text: '清河区',
        source: 'parameter',
        ticketCount: 0,
      }),
    );
    expect(body.checks).toContainEqual(
      expect.objectContaining({ code: 'valueMissing', severity: 'warning', ticketIds: [] }),
    );

    const file = await office.raw(`/api/reports/${started.id}/document.docx`);
    expect(file.headers.get('content-type')).toContain('wordprocessingml');
    const texts = await documentTexts(Buffer.from(await file.arrayBuffer()));
    expect(texts[0]).toBe('测试局关于');
    expect(texts.find((text) => text.includes('反馈1项'))).toContain('“测试巡察”反馈1项2个具体问题');
    expect((await office.get('/api/reports?limit=1')).body.items[0]).toMatchObject({
      id: started.id,
      period: '2026H1',
    });
  });

  it('shows the totals of the bureau to every reader, and of its tickets those the reader may see', async () => {
    const { units } = api.bureau;
    await addIssues({ leadUnitId: units.relief, title: '别的科的' }, { leadUnitId: units.relief, confidential: true });
    const id = await report();
    const path = `/api/reports/${id}/figures/inspection_issues/tickets`;
    const of = async (who: string) => {
      const { body } = await api.as(who).get(path);
      const total = (await api.as(who).get(`/api/reports/${id}`)).body.figures.find(
        (figure: { key: string }) => figure.key === 'inspection_issues',
      ).value;
      return [total, body.items.length, body.hiddenCount];
    };
    expect(await of('chief')).toEqual([4, 4, 0]);
    expect(await of('head')).toEqual([4, 2, 2]);
    expect(await of('head2')).toEqual([4, 2, 2]);
    expect(await of('office')).toEqual([4, 3, 1]);
    const titles = (await api.as('head2').get(path)).body.items.map((item: { title: string }) => item.title);
    expect(titles).toEqual(['别的科的', '隐患台账更新不及时']);
    const overdue = async (who: string) =>
      (await api.as(who).get(`/api/reports/${id}`)).body.checks.find(
        (check: { code: string }) => check.code === 'overdueOpen',
      );
    expect((await overdue('chief')).ticketIds).toHaveLength(3);
    expect((await overdue('head')).ticketIds).toHaveLength(1);
    expect((await overdue('head')).message).toBe((await overdue('chief')).message);
  });

  it('pages the tickets behind a figure', async () => {
    const id = await report();
    const chief = api.as('chief');
    const path = `/api/reports/${id}/figures/巡察问题数/tickets`;
    const first = (await chief.get(`${path}?limit=3`)).body;
    const second = (await chief.get(`${path}?limit=3&cursor=${first.nextCursor}`)).body;
    const numbers = [...first.items, ...second.items].map((item: { no: string }) => item.no);
    expect(first.items).toHaveLength(3);
    expect(second.nextCursor).toBeNull();
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(numbers).toEqual([...numbers].sort());
    expect((await chief.get(`/api/reports/${id}/figures/nothing/tickets`)).status).toBe(404);
  });

  it('belongs to those who may build, read or finalise', async () => {
    const order = { templateId: 'half-year', period: '2026H1' };
    const id = await report();
    const statuses = async (who: string) => [
      (await api.as(who).post('/api/reports', order)).status,
      (await api.as(who).get(`/api/reports/${id}`)).status,
      (await api.as(who).post(`/api/reports/${id}/finalize`, {})).status,
    ];
    expect(await statuses('handler')).toEqual([403, 403, 403]);
    expect(await statuses('stats')).toEqual([403, 403, 403]);
    expect(await statuses('auditor')).toEqual([403, 200, 403]);
    expect(await statuses('deputy')).toEqual([403, 200, 403]);
    expect(await statuses('office')).toEqual([201, 200, 403]);
    expect((await api.anonymous.get(`/api/reports/${id}`)).status).toBe(401);
    expect((await api.as('chief').get('/api/reports/no-such-id')).status).toBe(404);
  });

  it.each([
    [{ period: '2026H9' }, 422, 'inputWrong'],
    [{ asOf: '2026-13-01' }, 422, 'inputWrong'],
    [{ knownAt: '2099-01-01T00:00:00+08:00' }, 422, 'inputWrong'],
    [{ knownAt: 'yesterday' }, 400, 'malformed'],
    [{ templateId: 'no-such-template' }, 404, 'notFound'],
    [{ parameters: { inspection_issues: '9' } }, 422, 'inputWrong'],
    [{ parameters: { drills: 9 } }, 400, 'malformed'],
    [{ surprise: true }, 400, 'malformed'],
  ])('is refused for %j', async (request, status, code) => {
    const answer = await api
      .as('office')
      .post('/api/reports', { templateId: 'half-year', period: '2026H1', ...request });
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });
});

describe('a finalised report', () => {
  it('never changes again, by whatever road', async () => {
    const id = await report();
    const chief = api.as('chief');
    expect((await chief.post(`/api/reports/${id}/finalize`, { version: 99 })).body.code).toBe('stale');
    const { status, body } = await chief.post(`/api/reports/${id}/finalize`, { version: 1 });
    expect([status, body.finalizedBy.name]).toEqual([200, '局长甲']);
    expect((await chief.post(`/api/reports/${id}/finalize`, { version: 2 })).body.code).toBe('reportFinalized');

    for (const statement of [
      `update report set checks = '[]' where id = '${id}'`,
      `update report set finalized_at = null where id = '${id}'`,
      `delete from report where id = '${id}'`,
      `update report_figure set value = 0 where report_id = '${id}'`,
      `delete from report_figure where report_id = '${id}'`,
      `insert into report_figure (report_id, key, sort, name, unit, text, source) values ('${id}', 'x', 1, '', '', '', 'tickets')`,
    ]) {
      await expect(db.query(statement)).rejects.toMatchObject({ code: '23001' });
      await expect(api.owner.query(statement)).rejects.toMatchObject({ code: '23001' });
    }
    await db.query(`update ticket set status = 'in_progress', round = round + 1, assigned_on = '2026-07-09', closed_on = null
      where status = 'closed'`);
    await worker.reports.build(id);
    const after = (await chief.get(`/api/reports/${id}`)).body;
    expect(after).toEqual(body);
  });

  it('must have been built', async () => {
    const { body } = await api.as('office').post('/api/reports', { templateId: 'half-year', period: '2026H1' });
    const answer = await api.as('chief').post(`/api/reports/${body.id}/finalize`, {});
    expect([answer.status, answer.body.code]).toEqual([409, 'reportNotReady']);
  });
});

describe('a template', () => {
  const document = (...texts: string[]) =>
    writeOfficialDocument(
      { title: '通报', blocks: texts.map((text) => ({ kind: 'paragraph', runs: [{ text }] })) },
      new Date(0),
    );
  const upload = async (name: string, content: Buffer) =>
    api.as('office').upload('/api/report-templates', [{ name, content }]);

  it('is taken from Word, listed and used', async () => {
    const { status, body } = await upload('月度通报.docx', await document('共{巡察问题数}个'));
    expect([status, body.name, body.builtIn]).toEqual([201, '月度通报', false]);
    const id = await report({ templateId: body.id, period: '2026-06' });
    const { figures, content } = (await api.as('office').get(`/api/reports/${id}`)).body;
    expect(figures[0].key).toBe('inspection_issues');
    expect(content.at(-1)).toEqual({
      kind: 'paragraph',
      runs: [{ text: '共' }, { text: String(figures[0].value), key: 'inspection_issues' }, { text: '个' }],
    });
  });

  it.each([
    ['unknown tag', async () => document('甲', '共{巡察问题树}个'), 'templateTagUnknown'],
    ['unbalanced list', async () => document('{#key_tasks}'), 'templateTagUnbalanced'],
    ['no Word file', async () => Buffer.from('hello'), 'fileNotDocument'],
  ])('is refused: %s', async (_, make, code) => {
    const { status, body } = await upload('坏模板.docx', await make());
    expect([status, body.code]).toEqual([422, code]);
    const names = (await api.as('office').get('/api/report-templates')).body.map((row: { name: string }) => row.name);
    expect(names).not.toContain('坏模板');
  });

  it('is told which words it may use', async () => {
    const { body } = await api.as('office').get('/api/figures');
    expect(body.figures).toContainEqual(
      expect.objectContaining({ key: 'publicity_leaflets', alias: '宣传册单份数', tag: '{publicity_leaflets|万余}' }),
    );
    expect(body.lists).toContain('inspection_issues_open');
    expect(body.words).toContainEqual({ key: 'period_word', alias: '期间', name: '报告期称谓' });
  });
});

describe('a filing', () => {
  const file = (who: string, body: object, key = 'drills') => api.as(who).put(`/api/indicators/${key}/filings`, body);

  it('is made for the own unit, corrected against its version, and compared with the period before', async () => {
    const unitId = api.bureau.units.relief;
    expect((await file('stats', { unitId, period: '2025H2', value: 8 })).status).toBe(200);
    const first = await file('stats', { unitId, period: '2026H1', value: 12.5, note: ' 含联合演练 ' });
    expect(first.body).toMatchObject({
      value: 12.5,
      note: '含联合演练',
      version: 1,
      filedBy: '统计甲',
      unit: { id: unitId },
    });
    expect((await file('stats', { unitId, period: '2026H1', value: 13, version: 1 })).body.version).toBe(2);
    expect((await file('stats', { unitId, period: '2026H1', value: 14, version: 1 })).body.code).toBe('stale');
    const { body } = await api.as('office').get(`/api/indicators?period=2026H1&unitId=${unitId}`);
    const row = body.indicators.find((indicator: { key: string }) => indicator.key === 'drills');
    expect(row).toMatchObject({ name: '事故应急演练', unit: '场次', nature: 'flow', group: 'publicity' });
    expect([row.filings[0].value, row.previous[0].value]).toEqual([13, 8]);
    const id = await report();
    const drill = (await api.as('office').get(`/api/reports/${id}/figures/drills/tickets`)).body;
    expect(drill).toMatchObject({ items: [], hiddenCount: 0, filings: [{ value: 13, version: 2, filedBy: '统计甲' }] });
  });

  it.each([
    ['head', { value: 1 }, 'drills', 403, 'forbidden'],
    ['handler3', { value: 1 }, 'drills', 403, 'forbidden'],
    ['stats', { value: -1 }, 'drills', 422, 'inputWrong'],
    ['stats', { value: 1.23456 }, 'drills', 422, 'inputWrong'],
    ['stats', { value: 1e15 }, 'drills', 422, 'inputWrong'],
    ['stats', { value: 'many' }, 'drills', 400, 'malformed'],
    ['stats', { value: 1, period: '2026H3' }, 'drills', 422, 'inputWrong'],
    ['stats', { value: 1 }, 'inspection_issues', 404, 'notFound'],
    ['stats', { value: 1 }, 'nothing', 404, 'notFound'],
  ])('by %s of %j for %s is refused', async (who, body, key, status, code) => {
    const answer = await file(who, { unitId: api.bureau.units.relief, period: '2026H1', ...body }, key);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  it('may be of an indicator of the bureau’s own, which then works as a tag', async () => {
    const office = api.as('office');
    const indicator = { key: 'own_checks', name: '自查次数', unit: '次', nature: 'flow' };
    expect((await office.post('/api/indicators', indicator)).body).toEqual(indicator);
    expect((await office.post('/api/indicators', indicator)).body.code).toBe('duplicate');
    expect((await office.post('/api/indicators', { ...indicator, key: 'drills' })).body.code).toBe('duplicate');
    expect((await office.post('/api/indicators', { ...indicator, key: 'Bad key' })).body.code).toBe('inputWrong');
    expect((await api.as('head').post('/api/indicators', indicator)).status).toBe(403);
    await file('office', { unitId: api.bureau.units.office, period: '2026H1', value: 4 }, 'own_checks');
    const content = await writeOfficialDocument(
      { title: '自查', blocks: [{ kind: 'paragraph', runs: [{ text: '自查{自查次数}次' }] }] },
      new Date(0),
    );
    const { body } = await office.upload('/api/report-templates', [{ name: '自查.docx', content }]);
    const id = await report({ templateId: body.id });
    expect((await office.get(`/api/reports/${id}`)).body.figures).toContainEqual(
      expect.objectContaining({ key: 'own_checks', value: 4, source: 'indicator' }),
    );
  });
});

describe('the parameters of the bureau', () => {
  it('are kept by the office and the administrator, all changes or none', async () => {
    const office = api.as('office');
    const save = (parameters: object[], who = 'office') => api.as(who).put('/api/parameters', { parameters });
    const { body } = await save([
      { key: 'district_name', value: ' 清河区 ' },
      { key: 'duty_hours', value: '24' },
    ]);
    expect(body).toContainEqual({ key: 'district_name', name: '所在区（县）', unit: '', value: '清河区', version: 1 });
    const wrong = await save([
      { key: 'district_name', value: '别处' },
      { key: 'duty_hours', value: '25' },
    ]);
    expect([wrong.status, wrong.body.details.field]).toEqual([422, 'duty_hours']);
    expect((await save([{ key: 'district_name', value: '别处', version: 0 }])).body.code).toBe('stale');
    expect((await save([{ key: 'no_such', value: 'x' }])).status).toBe(404);
    expect((await save([{ key: 'city_name', value: '云州市' }], 'head')).status).toBe(403);
    expect((await save([{ key: 'city_name', value: '云州市' }], 'admin')).status).toBe(200);
    const now = (await office.get('/api/parameters')).body;
    expect(now.find(({ key }: { key: string }) => key === 'district_name').value).toBe('清河区');
  });
});
