import type { DataSource } from 'typeorm';
import { readWorkbook } from '@xiaohao/documents';
import { systemActor } from '@xiaohao/org';
import { createTickets, type NewTicket } from '@xiaohao/tickets';
import { bootApi, type TestApi } from '../support/boot-api.js';
import { openReportWorker, type ReportWorker } from '../support/report-worker.js';
import { closedOn } from '../support/report-stage.js';

const today = '2026-07-10';
let api: TestApi;
let db: DataSource;
let worker: ReportWorker;
let reportId: string;

beforeAll(async () => {
  api = await bootApi(today);
  worker = await openReportWorker(api, today);
  ({ db } = worker);
  const { sourceId, itemIds, units } = api.bureau;
  const issue = {
    kind: 'inspection_issue',
    status: 'in_progress',
    sourceId,
    itemId: itemIds[0]!,
    raisedOn: '2026-01-15',
    deadline: { kind: 'date', dueOn: '2026-05-31', ongoing: false },
  } as const;
  const drafts: NewTicket[] = [
    {
      ...issue,
      title: '=1+1 台账更新不及时',
      leadUnitId: units.chemicals,
      ...closedOn('2026-05-01'),
      outcomes: [
        { type: 'losses_recovered', amount: 1200.5, on: '2026-04-01' },
        { type: 'losses_recovered', amount: 300, on: '2026-04-20' },
        { type: 'losses_recovered', amount: 9000, on: '2026-07-01' },
      ],
    },
    {
      ...issue,
      title: '别的科的保密事项',
      leadUnitId: units.relief,
      confidential: true,
      outcomes: [{ type: 'losses_recovered', amount: 99.25, on: '2026-05-01' }],
    },
  ];
  await db.transaction((tx) => createTickets(tx, systemActor, drafts, { today, at: new Date() }));
  // A day before the period's last: the check-up says so, for information.
  const order = { templateId: 'half-year', period: '2026H1', asOf: '2026-06-29' };
  const started = await api.as('office').post('/api/reports', order);
  await worker.reports.build(started.body.id);
  reportId = started.body.id;
});
afterAll(async () => {
  await worker?.close();
  await api?.stop();
});

async function annexOf(username: string) {
  const response = await api.as(username).raw(`/api/reports/${reportId}/annex.xlsx`);
  expect(response.headers.get('content-type')).toContain('spreadsheetml');
  const { sheets } = await readWorkbook(Buffer.from(await response.arrayBuffer()));
  return new Map(
    sheets.map(({ name, rows }) => [name, rows.map(({ cells }) => cells.map((cell) => cell?.text ?? ''))]),
  );
}

it('lists every figure as the report prints it, with its meaning and how many tickets stand behind it', async () => {
  const figures = (await annexOf('chief')).get('数字一览')!;
  const issues = figures.find(([name]) => name === '巡察反馈的具体问题')!;
  expect(issues.slice(1, 6)).toEqual(['2', '2', '个', '按事项统计', '2']);
  const { body } = await api.as('chief').get(`/api/reports/${reportId}`);
  expect(figures).toHaveLength(body.figures.length + 3);
  expect(figures[0]![0]).toBe('半年工作情况报告（2026年上半年）数据附表');
});

it('shows the tickets behind each figure as texts, and of what the reader may not see only how many', async () => {
  const named = (rows: string[][]) =>
    rows.filter(([figure]) => figure === '巡察反馈的具体问题').map(([, , title]) => title);
  expect(named((await annexOf('chief')).get('巡察整改')!)).toEqual(['=1+1 台账更新不及时', '别的科的保密事项']);
  const seen = named((await annexOf('head')).get('巡察整改')!);
  expect(seen).toEqual(['=1+1 台账更新不及时', '另有 1 件不在您的查看范围内']);
});

it('says what each ticket adds to a sum, and what those add that the reader may not see', async () => {
  const of = async (username: string) => {
    const annex = await annexOf(username);
    const sum = annex.get('数字一览')!.find(([name]) => name === '巡察整改挽回的经济损失')!;
    const rows = annex.get('巡察整改')!;
    return { sum: sum[2], added: rows.filter(([name]) => name === sum[0]).map((row) => row[8]) };
  };
  expect(await of('chief')).toEqual({ sum: '1599.75', added: ['1500.5', '99.25'] });
  expect(await of('head')).toEqual({ sum: '1599.75', added: ['1500.5', '99.25'] });
  const counted = (await annexOf('chief')).get('巡察整改')!.filter(([name]) => name === '巡察反馈的具体问题');
  expect(counted.map((row) => row[8] ?? '')).toEqual(['', '']);
});

it('has columns for what was typed over only where something was', async () => {
  expect((await annexOf('chief')).get('数字一览')![2]).not.toContain('人工填写原因');
});

it('carries the findings of the check-up', async () => {
  const findings = (await annexOf('office')).get('体检')!;
  expect(findings.some(([severity, message]) => severity === '注意' && message !== '')).toBe(true);
  // In the words of the page, which are told above the table.
  expect(findings[1]![0]).toMatch(/^错误：.+注意：.+提示：/);
  const states = (wanted: string) =>
    new Set(findings.filter(([severity]) => severity === wanted).map(([, , state = '']) => state));
  expect([states('提示'), states('注意')]).toEqual([new Set(['']), new Set(['未处理'])]);
});

it('shows tickets as they stood on the day of the report and as was known then, whatever became of them', async () => {
  const bytes = async () =>
    Buffer.from(await (await api.as('chief').raw(`/api/reports/${reportId}/annex.xlsx`)).arrayBuffer());
  const drawer = async () =>
    (await api.as('chief').get(`/api/reports/${reportId}/figures/inspection_issues/tickets`)).body;
  const [before, behind] = [await bytes(), await drawer()];
  const rows = (await annexOf('chief')).get('巡察整改')!.filter(([figure]) => figure === '巡察反馈的具体问题');
  expect(rows.map((row) => row.slice(3, 5))).toEqual([
    ['危化科', '已完成'],
    ['减灾救灾科', '逾期'],
  ]);
  await db.query(
    `update ticket set title = '改过的题目', status = 'in_progress', closed_on = null, submitted_on = null,
       closed_on_time = null, due_on = '2026-12-31', raised_on = '2026-01-20', lead_unit_id = $1`,
    [api.bureau.units.relief],
  );
  await api.owner.query(`update unit set name = '改过的科' where id = $1`, [api.bureau.units.relief]);
  await db.query(`update ticket set status = 'cancelled' where no = (select max(no) from ticket)`);
  expect((await bytes()).equals(before)).toBe(true);
  expect(await drawer()).toEqual(behind);
});

it('of a report that is not built is refused', async () => {
  const started = await api.as('office').post('/api/reports', { templateId: 'half-year', period: '2026H1' });
  const { status, body } = await api.as('office').get(`/api/reports/${started.body.id}/annex.xlsx`);
  expect([status, body.code]).toEqual([409, 'reportNotReady']);
});

it('says that there is no former final report, and sets what one printed beside each figure', async () => {
  const words = async () => (await annexOf('chief')).get('数字一览')!;
  const none = (await words()).flat().join('\n');
  expect(none).toContain('同一模板还没有2025年下半年、2025年上半年的定稿');
  const order = { templateId: 'half-year', period: '2025H2' };
  const { body } = await api.as('office').post('/api/reports', order);
  await worker.reports.build(body.id);
  await api.as('chief').post(`/api/reports/${body.id}/finalize`, {});
  const [printed] = await db.query(
    `select text, value::float8 as value from report_figure where report_id = $1 and key = 'accident_count'`,
    [body.id],
  );
  const rows = await words();
  const heading = rows.find(([name]) => name === '数字')!;
  const at = heading.indexOf('上期（2025年下半年）');
  const row = rows.find(([name]) => name === '一般生产安全事故起数')!;
  expect([row[at], heading[at + 1]]).toEqual([printed.text, '增减']);
});
