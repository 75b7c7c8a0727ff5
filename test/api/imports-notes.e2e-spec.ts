import type { ImportView } from '@xiaohao/ledgers';
import { bootApi, type TestApi } from '../support/boot-api.js';
import { openImportStage, type ImportStage } from '../support/import-stage.js';
import { buildWorkbook } from '../support/ledger-workbooks.js';

const today = '2026-07-01';
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
const headings = ['存在问题', '整改措施', '责任科室', '整改时限', '进展情况'];
const row = (title: string, progress: string) => [title, '逐项核对', '危化科', '9月30日', progress];
const file = (rows: readonly (readonly string[])[]) =>
  buildWorkbook([{ name: '台账', rows: [['某轮巡察反馈问题整改台账'], headings, ...rows] }]);
const noted = ({ sheets }: Pick<ImportView, 'sheets'>) =>
  Object.fromEntries(
    (sheets[0]!.findings ?? []).flatMap(({ code, message }) => {
      const count = /(\d+) 行/.exec(message)?.[1];
      return count ? [[code, Number(count)]] : [];
    }),
  );
const rows = [
  row('甲处问题', '已联系校验单位'),
  row('乙处问题', '已联系校验单位'),
  row('丙处问题', ''),
  row('丙处问题', ''),
  row('丁处问题', '未启动'),
];

describe('what is said of a sheet counts the rows that become tickets', () => {
  it('and neither doubles nor rows that are left out', async () => {
    const { body } = await stage.preview(inspection(), await file(rows));
    expect(body.counts).toMatchObject({ tickets: 5, create: 4, duplicate: 1 });
    expect(noted(body)).toMatchObject({ raisedOnAssumed: 4, statusFromText: 2 });
    const decisions = [3, 4].map((at) => ({ sheet: '台账', row: at, decision: 'skip' }));
    const edited = await inspection().patch(`/api/imports/${body.id}`, { version: body.version, decisions });
    expect(edited.body.counts).toMatchObject({ create: 2, skip: 2 });
    expect(noted(edited.body)).toMatchObject({ raisedOnAssumed: 2 });
    expect(noted(edited.body)).not.toHaveProperty('statusFromText');
  });

  it('nor, of what a new ticket alone would be given, those of the ledger already', async () => {
    await stage.commit(inspection(), await file(rows));
    const { body } = await stage.preview(inspection(), await file([...rows, row('戊处问题', '')]));
    expect(body.counts).toMatchObject({ tickets: 6, create: 1, unchanged: 4 });
    expect(noted(body)).toMatchObject({ raisedOnAssumed: 1 });
  });
});
