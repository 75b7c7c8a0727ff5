import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { documentTexts } from '@xiaohao/documents';

const program = join(__dirname, '../../dist/apps/cli/src/main.js');
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'xiaohao-learn-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function learn(...args: string[]): Promise<{ code: number; out: string; error: string }> {
  return new Promise((resolve) =>
    execFile(process.execPath, [program, 'learn', ...args], (failure, out, error) =>
      resolve({ code: failure ? Number(failure.code) : 0, out, error }),
    ),
  );
}

it('a former report becomes a template without a database; what is not sure is listed and keeps its star', async () => {
  const [report, template, json] = ['报告.txt', '模板.docx', '数字.json'].map((name) => join(folder, name));
  writeFileSync(report!, '上半年工作报告\n召开党委会*次，种植绿植*盆。\n');
  const { code, out } = await learn(report!, '--out', template!, '--json', json!);
  expect([code, out]).toEqual([
    0,
    `${template}：2 处：1 处已对应数字，1 处待确定\n  2  召开党委会*次，种植绿植【*】盆。\n` +
      '另有 1 处报告期用词、日期换成了标签，随报告期变化\n',
  ]);
  const texts = await documentTexts(readFileSync(template!));
  expect(texts).toEqual(['{period_word}工作报告', '召开党委会{party_committee_meetings}次，种植绿植*盆。']);
  const { placeholders, numbers, period, periods } = JSON.parse(readFileSync(json!, 'utf8'));
  expect([period, periods.map(({ found, key }: any) => [found, key])]).toEqual([null, [['上半年', 'period_word']]]);
  expect(placeholders[0]).toMatchObject({ index: 1, paragraph: 2, found: '*', unit: '次', scale: 1, fuzz: '' });
  expect(placeholders[0].proposals[0]).toMatchObject({ key: 'party_committee_meetings', source: 'indicator' });
  expect(numbers).toEqual([]);
});

it('numbers beside stars are told, and taken for places where that is asked for', async () => {
  const [report, template] = ['季报.txt', '季报.docx'].map((name) => join(folder, name));
  writeFileSync(report!, '巡察反馈问题60个，召开党委会*次。\n');
  const told = '另有 1 个数字未作占位，原样留在模板里；加 --numbers 一并列出';
  const { out } = await learn(report!, '--out', template!);
  const literal = '仍是原稿的数字 1 处，生成报告前请核对：第 1 段“60个”';
  expect(out).toBe(`${template}：1 处：1 处已对应数字，0 处待确定\n${told}\n${literal}\n`);
  expect((await learn(report!, '--out', template!, '--numbers')).code).toBe(0);
  expect(await documentTexts(readFileSync(template!))).toEqual([
    '巡察反馈问题{inspection_issues}个，召开党委会{party_committee_meetings}次。',
  ]);
});

it('a report whose period may be one of several is told, and read as the one that is named', async () => {
  const [report, template] = ['双期.txt', '双期.docx'].map((name) => join(folder, name));
  writeFileSync(report!, '2025年二季度暨上半年工作情况\n二季度召开党委会*次。\n');
  const { out } = await learn(report!, '--out', template!);
  expect(out).toContain('报告期不明确（2025年第二季度 2025Q2、2025年上半年 2025H1）');
  expect((await documentTexts(readFileSync(template!)))[0]).toContain('2025年二季度');
  expect((await learn(report!, '--out', template!, '--period', '2025Q2')).code).toBe(0);
  expect(await documentTexts(readFileSync(template!))).toEqual([
    '{period_label}暨上半年工作情况',
    '{period_word}召开党委会{party_committee_meetings}次。',
  ]);
  expect((await learn(report!, '--out', template!, '--period', '去年')).code).toBe(2);
});

it('a report that is not there is named, and nothing is written', async () => {
  const { code, error } = await learn(join(folder, 'nowhere.docx'), '--out', join(folder, 'none.docx'));
  expect([code, error]).toEqual([1, expect.stringContaining('nowhere.docx')]);
  expect(() => readFileSync(join(folder, 'none.docx'))).toThrow();
});
