import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { execute, newId, select } from '@xiaohao/database';
import { openArchive, readWorkbook, type Archive } from '@xiaohao/documents';
import { FileStore } from '@xiaohao/files';
import { systemActor } from '@xiaohao/org';
import { createTickets, type NewTicket } from '@xiaohao/tickets';
import { bootApi, type TestApi } from '../support/boot-api.js';
import { openReportWorker, type ReportWorker } from '../support/report-worker.js';
import { closedOn } from '../support/report-stage.js';

const today = '2026-07-10';
let api: TestApi;
let db: DataSource;
let worker: ReportWorker;
let files: FileStore;
let reportId: string;

beforeAll(async () => {
  api = await bootApi(today);
  worker = await openReportWorker(api, today);
  ({ db } = worker);
  ({ files } = worker);
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
    { ...issue, title: '台账/更新:不及时', leadUnitId: units.chemicals, ...closedOn('2026-05-01') },
    { ...issue, title: '未附佐证的问题', leadUnitId: units.chemicals },
    { ...issue, title: '别的科的保密事项', leadUnitId: units.relief, confidential: true },
  ];
  const [withTwo, , sealed] = await db.transaction((tx) =>
    createTickets(tx, systemActor, drafts, { today, at: new Date() }),
  );
  await keep(withTwo!, '整改报告.txt', '整改报告');
  await keep(withTwo!, '../../现场 照片.jpg', '照片');
  await keep(sealed!, '举报材料.txt', '不该看到');
  const started = await api.as('office').post('/api/reports', { templateId: 'half-year', period: '2026H1' });
  await worker.reports.build(started.body.id);
  reportId = started.body.id;
  await keep(withTwo!, '后来补的.txt', '报告之后');
});
afterAll(async () => {
  await worker?.close();
  await api?.stop();
});

async function keep(ticket: string | { id: string }, name: string, content: string): Promise<void> {
  const ticketId = typeof ticket === 'string' ? ticket : ticket.id;
  await db.transaction(async (tx) => {
    const file = await files.store(Buffer.from(content), { name, createdBy: null }, tx);
    await execute(
      tx,
      `insert into evidence (id, ticket_id, round, file_id, name, by_id)
       select $1, $2, 1, $3, $4, id from person where username = 'clerk'`,
      [newId(), ticketId, file.id, name],
    );
  });
}

async function packOf(username: string): Promise<Archive> {
  const response = await api.as(username).raw(`/api/reports/${reportId}/evidence.zip`);
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/zip']);
  return openArchive(Buffer.from(await response.arrayBuffer()));
}

async function indexOf(archive: Archive): Promise<string[][]> {
  const { sheets } = await readWorkbook(await archive.read('佐证索引.xlsx'));
  return sheets[0]!.rows.slice(3).map(({ cells }) => cells.map((cell) => cell?.text ?? ''));
}

const evidenceIn = ({ names }: Archive) => names.filter((name) => name.startsWith('佐证材料/'));

it('holds the document, the annex and the evidence known when the report was built, in a folder a ticket', async () => {
  const archive = await packOf('chief');
  expect(archive.names).toEqual(expect.arrayContaining(['报告.docx', '数据附表.xlsx', '佐证索引.xlsx']));
  const paths = evidenceIn(archive).map((name) => name.replace(/XC-\d{4}-\d+/, 'NO'));
  expect(paths).toEqual([
    '佐证材料/NO 台账 更新不及时/01 整改报告.txt',
    '佐证材料/NO 台账 更新不及时/02 现场 照片.jpg',
    '佐证材料/NO 别的科的保密事项/01 举报材料.txt',
  ]);
  expect((await archive.read(evidenceIn(archive)[0]!)).toString()).toBe('整改报告');
});

it('has an index: each file with place, fingerprint and figures, and each ticket without evidence', async () => {
  const archive = await packOf('chief');
  const rows = await indexOf(archive);
  expect(rows.map((row) => [row[1], row[11]])).toEqual([
    ['台账/更新:不及时', '完好'],
    ['台账/更新:不及时', '完好'],
    ['未附佐证的问题', '没有佐证'],
    ['别的科的保密事项', '完好'],
  ]);
  expect(rows[0]![4]).toContain('巡察反馈的具体问题');
  expect(rows[0]![5]).toBe(evidenceIn(archive)[0]);
  const sheet = await openArchive(await archive.read('佐证索引.xlsx'));
  const links = (await sheet.read('xl/worksheets/_rels/sheet1.xml.rels')).toString();
  const targets = [...links.matchAll(/Target="([^"]+)"/g)].map(([, target]) => decodeURI(target!));
  expect(targets).toEqual(evidenceIn(archive));
  expect(rows[0]![10]).toMatch(/^[0-9a-f]{64}$/);
});

it('of what the reader may not see it holds nothing but how many', async () => {
  const archive = await packOf('head');
  expect(evidenceIn(archive).filter((name) => name.includes('保密'))).toEqual([]);
  const rows = await indexOf(archive);
  expect(rows.map(([, title]) => title)).toEqual([
    '台账/更新:不及时',
    '台账/更新:不及时',
    '未附佐证的问题',
    '另有 1 件不在您的查看范围内',
  ]);
});

it('its index and folders stay as the report knew its tickets, whatever became of them', async () => {
  const archive = await packOf('chief');
  const [names, index] = [archive.names, await indexOf(archive)];
  expect([index[0]![2], index[0]![3], index[0]![8]]).toEqual(['危化科', '已完成', '镇办甲']);
  await execute(db, `update ticket set title = title || '改', due_on = '2026-12-31', lead_unit_id = $1`, [
    api.bureau.units.relief,
  ]);
  const [clerk] = await select<{ id: string }>(db, `select id from person where username = 'clerk'`);
  for (const name of ['镇办乙', '镇办丙']) {
    expect((await api.as('admin').patch(`/api/people/${clerk!.id}`, { name })).status).toBe(204);
  }
  const later = await packOf('chief');
  expect([later.names, await indexOf(later)]).toEqual([names, index]);
  await execute(db, `update ticket set title = replace(title, '改', ''), lead_unit_id = $1 where not confidential`, [
    api.bureau.units.chemicals,
  ]);
});

it('one damaged file is left out and told in the index, the others come', async () => {
  const [file] = await select<{ key: string }>(db, `select storage_key as key from file where name = '整改报告.txt'`);
  await rm(join(api.dataFolder, 'files', file!.key));
  const archive = await packOf('chief');
  expect(evidenceIn(archive).some((name) => name.endsWith('整改报告.txt'))).toBe(false);
  const [row] = await indexOf(archive);
  expect([row![5] ?? '', row![11]]).toEqual(['', '与存入时不符或已丢失，未能装入']);
  expect(evidenceIn(archive).length).toBe(2);
});
