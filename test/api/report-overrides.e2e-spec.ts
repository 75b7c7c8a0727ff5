import PizZip from 'pizzip';
import { documentTexts, readWorkbook } from '@xiaohao/documents';
import { bootApi, type TestApi } from '../support/boot-api.js';
import { openReportWorker, type ReportWorker } from '../support/report-worker.js';

const today = '2026-07-10';
let api: TestApi;
let worker: ReportWorker;

beforeAll(async () => {
  api = await bootApi(today);
  worker = await openReportWorker(api, today);
});
afterAll(async () => {
  await worker?.close();
  await api?.stop();
});
beforeEach(() => api.owner.query('truncate report_figure, report, indicator_filing, indicator_filing_history cascade'));

const file = (value: number) =>
  api.as('head').put('/api/indicators/drills/filings', { unitId: api.bureau.units.chemicals, period: '2026H1', value });
async function report(body: object = {}): Promise<string> {
  const started = await api.as('office').post('/api/reports', { templateId: 'half-year', period: '2026H1', ...body });
  await worker.reports.build(started.body.id);
  return started.body.id;
}
const view = async (id: string) => (await api.as('office').get(`/api/reports/${id}`)).body;
const drills = async (id: string) => (await view(id)).figures.find(({ key }: { key: string }) => key === 'drills');
const typeOver = async (id: string, body: object, who = 'office', key = 'drills') => {
  const answer = await api.as(who).put(`/api/reports/${id}/overrides/${key}`, body);
  if (answer.status === 200) await worker.reports.build(id);
  return answer;
};
const findings = async (id: string) =>
  (await view(id)).checks
    .filter(({ code }: { code: string }) => code === 'typedOver')
    .map(({ message }: { message: string }) => message);

describe('a number typed over in a draft', () => {
  it('is printed with its reason, what was computed beside it, and taken back', async () => {
    await file(12);
    const id = await report();
    const { knownAt } = await view(id);
    expect((await typeOver(id, { value: 15, reason: ' ' })).body).toMatchObject({ code: 'inputMissing' });
    expect((await typeOver(id, { value: -1, reason: '甲' })).body).toMatchObject({ code: 'inputWrong' });
    expect((await typeOver(id, { value: 15, reason: '含七月补报三场' })).status).toBe(200);
    expect(await drills(id)).toMatchObject({
      value: 15,
      typed: { value: 15, computed: 12, reason: '含七月补报三场', by: '办公室甲' },
    });
    expect(await findings(id)).toEqual(['“事故应急演练”由办公室甲人工改为 15，计算为 12：含七月补报三场']);
    expect((await view(id)).knownAt).toBe(knownAt);
    const document = await api.as('office').raw(`/api/reports/${id}/document.docx`);
    const texts = await documentTexts(Buffer.from(await document.arrayBuffer()));
    expect(texts.some((text) => text.includes('15余场次') || text.includes('15场次'))).toBe(true);
    const cleared = await api.as('office').raw(`/api/reports/${id}/overrides/drills`, { method: 'DELETE' });
    expect(cleared.status).toBe(200);
    await worker.reports.build(id);
    expect(await drills(id)).toMatchObject({ value: 12, typed: null });
    expect(await findings(id)).toEqual([]);
  });

  it('has a comment in the Word file that says why and by whom; the file for print has none', async () => {
    await file(12);
    const id = await report();
    await typeOver(id, { value: 15, reason: '含七月补报三场' });
    const names: string[] = [];
    const partsOf = async (query = '') => {
      const response = await api.as('head').raw(`/api/reports/${id}/document.docx${query}`);
      const content = Buffer.from(await response.arrayBuffer());
      expect(Number(response.headers.get('content-length'))).toBe(content.length);
      const zip = new PizZip(content);
      names.push(decodeURIComponent(response.headers.get('content-disposition')!));
      return { texts: await documentTexts(content), comments: zip.file(/comments/).map((part) => part.asText()) };
    };
    const [marked, printed] = [await partsOf(), await partsOf('?comments=none')];
    expect(names[1]).toBe(names[0]!.replace('.docx', '（付印稿）.docx'));
    expect(marked.comments).toEqual([expect.stringContaining('w:author="办公室甲"')]);
    expect(marked.comments[0]).toContain('“事故应急演练”由办公室甲人工改为 15，计算为 12：含七月补报三场');
    expect(printed).toEqual({ texts: marked.texts, comments: [] });
    expect((await api.as('head').raw(`/api/reports/${id}/document.docx?comments=some`)).status).toBe(400);
  });

  it('stands in the annex with what was computed', async () => {
    await file(12);
    const id = await report();
    await typeOver(id, { value: 15, reason: '补报' });
    const response = await api.as('office').raw(`/api/reports/${id}/annex.xlsx`);
    const { sheets } = await readWorkbook(Buffer.from(await response.arrayBuffer()));
    const rows = sheets[0]!.rows.map(({ cells }) => cells.map((cell) => cell?.text ?? ''));
    expect(rows.find(([name]) => name === '事故应急演练')!.slice(7, 10)).toEqual(['12', '补报', '办公室甲']);
  });

  it('stays when the report is built again, beside the number computed now, and only then', async () => {
    await file(12);
    const id = await report();
    await typeOver(id, { value: 15, reason: '补报' });
    await file(13);
    const again = await report({ basedOn: id });
    expect(await drills(again)).toMatchObject({ value: 15, typed: { computed: 13 } });
    expect(await drills(await report())).toMatchObject({ value: 13, typed: null });
    const other = await api
      .as('office')
      .post('/api/reports', { templateId: 'half-year', period: '2025H2', basedOn: id });
    expect(other.body).toMatchObject({ code: 'inputWrong', details: { field: 'basedOn' } });
  });

  it('is told by the comparison with its reason', async () => {
    await file(12);
    const [first, second] = [await report(), await report()];
    await typeOver(second, { value: 15, reason: '补报' });
    const { body } = await api.as('office').get(`/api/reports/${first}/compare/${second}`);
    const figure = body.figures.find(({ key }: { key: string }) => key === 'drills');
    expect(figure.sentence).toContain('后一份由办公室甲人工改为 15（计算为 12）：补报');
  });

  it('is refused in a final report, from an older version, of a parameter or an unknown figure, and by who builds none', async () => {
    await file(12);
    const id = await report();
    expect((await typeOver(id, { value: 1, reason: '甲', version: 9 })).body).toMatchObject({ code: 'stale' });
    expect((await typeOver(id, { value: 1, reason: '甲' }, 'office', 'district_name')).body).toMatchObject({
      code: 'figureIsParameter',
    });
    expect((await typeOver(id, { value: 1, reason: '甲' }, 'office', 'nothing')).status).toBe(404);
    expect((await typeOver(id, { value: 1, reason: '甲' }, 'head')).status).toBe(403);
    await api.as('chief').post(`/api/reports/${id}/finalize`, {});
    expect((await typeOver(id, { value: 1, reason: '甲' })).body).toMatchObject({ code: 'reportFinalized' });
  });
});

it('what changed since the build a report is built again from is told beside the number', async () => {
  await file(12);
  const first = await report();
  await file(13);
  const second = await report({ basedOn: first });
  expect((await view(second)).previous).toMatchObject({ id: first });
  expect((await drills(second)).before).toEqual({ value: 12, text: expect.stringContaining('12') });
  expect((await drills(first)).before).toBeNull();
  expect((await drills(await report())).before).toBeNull();
});
