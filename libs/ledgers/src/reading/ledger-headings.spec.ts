import { officialCalendar } from '@xiaohao/calendar';
import { buildWorkbook, type TestCell } from '../../../../test/support/ledger-workbooks.js';
import { readLedger } from './ledger-reader.js';

const read = async (rows: readonly string[], merges: readonly string[] = []) => {
  const cells = rows.map((row) => row.split('｜').map((cell): TestCell => (cell === '' ? null : cell)));
  const preview = await readLedger(await buildWorkbook([{ name: '台账', rows: cells, merges }]), '台账.xlsx', {
    kind: 'auto',
    year: 2022,
    baseDate: null,
    source: null,
    today: '2022-05-10',
    calendar: officialCalendar,
  });
  return { ...preview, findings: preview.sheets[0]!.findings ?? [] };
};

it('a form whose level is 重大隐患 is a form', async () => {
  const { tickets, sheets } = await read([
    '督办单｜｜｜',
    '编号｜督〔2022〕2号｜签发日期｜2022年3月2日',
    '督办事项｜采石场边坡角超限｜承办单位｜自然资源分局',
    '隐患级别｜重大隐患｜完成时限｜60日内',
    '整改要求｜停产整改｜｜',
    '办理情况｜方案编制完成｜｜',
  ]);
  expect(sheets[0]!.role).toBe('form');
  expect(tickets.map(({ title, level }) => [title, level])).toEqual([['采石场边坡角超限', 'major']]);
});
