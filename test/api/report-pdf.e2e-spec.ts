import 'reflect-metadata';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readConfig } from '@xiaohao/config';
import { documentParagraphs, printInThread, threadPrinter } from '@xiaohao/documents';
import { bootApi, type TestApi } from '../support/boot-api.js';
import { printedText, textOf } from '../support/printed-pages.js';
import { openReportWorker, type ReportWorker } from '../support/report-worker.js';

jest.setTimeout(300_000);

const today = '2026-07-10';
const { soffice } = readConfig();
let api: TestApi;
let worker: ReportWorker;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'xiaohao-pdf-test-'));
  api = await bootApi(today);
  worker = await openReportWorker(api, today);
});
afterAll(async () => {
  await worker?.close();
  await api?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const order = (id: string, who = 'office') => api.as(who).post(`/api/reports/${id}/document.pdf`);
const fetchPdf = (id: string, who = 'office') => api.as(who).raw(`/api/reports/${id}/document.pdf`);
const view = async (id: string) => (await api.as('office').get(`/api/reports/${id}`)).body;
const codeOf = async (response: Response) => [response.status, ((await response.json()) as { code: string }).code];
const jobsFor = async (id: string) =>
  (await api.owner.query(`select 1 from outbox where job = 'report.pdf' and payload ->> 'reportId' = $1`, [id])).length;

/** How many pages a PDF has and what stands on each. */
async function read(response: Response): Promise<{ content: Buffer; pages: string[]; facts: string }> {
  const content = Buffer.from(await response.arrayBuffer());
  const file = join(folder, 'report.pdf');
  writeFileSync(file, content);
  const pages = execFileSync('pdftotext', [file, '-'], { encoding: 'utf8' }).split('\f').slice(0, -1);
  return { content, pages, facts: execFileSync('pdfinfo', [file], { encoding: 'utf8' }) };
}

describe('a report as PDF', () => {
  it('is printed by LibreOffice once somebody asks, on A4 with the words of the Word file, and kept', async () => {
    const id = await worker.build();
    expect((await view(id)).pdf).toBeNull();
    expect(await codeOf(await fetchPdf(id))).toEqual([409, 'pdfNotReady']);
    const ordered = await order(id);
    expect([ordered.status, ordered.body.pdf]).toEqual([200, { status: 'queued', failure: null }]);
    expect((await order(id, 'chief')).body.pdf.status).toBe('queued');
    expect(await jobsFor(id)).toBe(1);
    await worker.print(id, soffice);
    expect((await view(id)).pdf).toEqual({ status: 'ready', failure: null });
    const response = await fetchPdf(id, 'chief');
    expect(response.headers.get('content-type')).toBe('application/pdf');
    expect(decodeURIComponent(response.headers.get('content-disposition')!)).toMatch(/（2026年上半年）\.pdf$/);
    const { content, pages, facts } = await read(response);
    expect(pages.length).toBeGreaterThan(3);
    expect(facts).toContain(`Pages:           ${pages.length}`);
    expect(facts).toMatch(/Page size: .*A4/);
    expect(pages[0]).toContain('2026年上半年工作情况的报告');
    expect(pages.join('')).not.toContain('{');
    // Headings of both levels and the text, on a machine without the fonts of Windows.
    const fonts = execFileSync('pdffonts', [join(folder, 'report.pdf')], { encoding: 'utf8' });
    for (const font of ['SansCJKjp-Bold', 'SansCJKjp-Regular', 'SerifCJKjp-Regular']) expect(fonts).toContain(font);
    expect((await order(id)).body.pdf.status).toBe('ready');
    expect(await jobsFor(id)).toBe(1);
    await worker.print(id, soffice);
    expect(Buffer.from(await (await fetchPdf(id)).arrayBuffer()).equals(content)).toBe(true);
  });

  it('is another one once the report is withdrawn, which every page says', async () => {
    const id = await worker.build();
    await order(id);
    await worker.print(id, soffice);
    await api.as('chief').post(`/api/reports/${id}/finalize`, {});
    expect((await fetchPdf(id)).status).toBe(200);
    await api.as('chief').post(`/api/reports/${id}/withdraw`, { reason: '数据有误' });
    expect(await codeOf(await fetchPdf(id))).toEqual([409, 'pdfNotReady']);
    await order(id);
    await worker.print(id, soffice);
    const { pages } = await read(await fetchPdf(id));
    expect(pages.filter((page) => page.includes('作废'))).toHaveLength(pages.length);
  });

  it('is closed to whoever may not read reports, and there is none of a report that is not built', async () => {
    const id = await worker.build();
    expect(await codeOf(await fetchPdf(id, 'handler'))).toEqual([403, 'forbidden']);
    expect((await order(id, 'handler')).status).toBe(403);
    const { body } = await api.as('office').post('/api/reports', { templateId: 'half-year', period: '2026H1' });
    expect((await order(body.id)).body.code).toBe('reportNotReady');
    expect(await codeOf(await fetchPdf(body.id))).toEqual([409, 'reportNotReady']);
  });

  it('says why it was not made, and is made when asked for again', async () => {
    const id = await worker.build();
    await order(id);
    const broken = join(folder, 'soffice');
    writeFileSync(broken, '#!/bin/sh\nexit 1\n', { mode: 0o755 });
    await worker.print(id, broken);
    expect((await view(id)).pdf).toEqual({ status: 'failed', failure: 'PDF 没有生成：LibreOffice 没有写出文件' });
    expect((await order(id)).body.pdf).toEqual({ status: 'queued', failure: null });
    expect(await jobsFor(id)).toBe(2);
    writeFileSync(broken, '#!/bin/sh\nprintf %%PDF-1.7 > document.pdf\n', { mode: 0o755 });
    await worker.print(id, broken);
    expect((await view(id)).pdf.status).toBe('ready');
  });
});

/** The texts of a Word file, and those of the first row of each of its tables. */
async function readWord(file: Buffer): Promise<{ texts: string[]; headings: string[] }> {
  const paragraphs = await documentParagraphs(file);
  const rowOf = (row: number | null) => paragraphs.filter((one) => one.row === row).map(({ text }) => text);
  const first = new Map<number, number | null>();
  for (const { table, row } of paragraphs) if (table !== null && !first.has(table)) first.set(table, row);
  return { texts: paragraphs.map(({ text }) => text), headings: [...first.values()].map((row) => rowOf(row).join('')) };
}

describe('without LibreOffice', () => {
  it('a thread of its own prints, is ended after its time, and its refusals arrive as they are', async () => {
    const thread = pathToFileURL(resolve('dist/libs/documents/src/pdf/print-thread.js'));
    const id = await worker.build();
    const document = Buffer.from(await (await api.as('office').raw(`/api/reports/${id}/document.docx`)).arrayBuffer());
    expect((await printInThread(document, threadPrinter(thread))).subarray(0, 5).toString()).toBe('%PDF-');
    await expect(printInThread(document, threadPrinter(thread, { timeoutMs: 1 }))).rejects.toMatchObject({
      message: 'PDF 没有生成：超过 0.001 秒未完成，已停止',
    });
    await expect(printInThread(Buffer.from('PK'), threadPrinter(thread))).rejects.toThrow(/\p{Script=Han}/u);
  });

  it('pages are told so, and the report is printed all the same, whole and with its number on every page', async () => {
    const without = await bootApi(today, null, { environment: { SOFFICE: 'none' } });
    const beside = await openReportWorker(without, today);
    try {
      expect((await without.anonymous.get('/api/settings')).body.pdfPrinter).toBe('direct');
      expect((await without.anonymous.get('/api/health/ready')).body).toMatchObject({
        status: 'ok',
        libreOffice: false,
        pdfPrinter: 'direct',
      });
      const id = await beside.build();
      const of = (kind: string) => without.as('office').raw(`/api/reports/${id}/document.${kind}`);
      const content = async (kind: string) => Buffer.from(await (await of(kind)).arrayBuffer());
      const ordered = await without.as('office').post(`/api/reports/${id}/document.pdf`);
      expect([ordered.status, ordered.body.pdf.status]).toEqual([200, 'queued']);
      await beside.print(id, null);
      expect((await without.as('office').get(`/api/reports/${id}`)).body.pdf).toEqual({
        status: 'ready',
        failure: null,
      });
      const { headings, texts } = await readWord(await content('docx'));
      expect(printedText(await content('pdf'), headings)).toBe(textOf(texts));
    } finally {
      await beside.close();
      await without.stop();
    }
    expect((await api.anonymous.get('/api/settings')).body.pdfPrinter).toBe('libreOffice');
  });
});
