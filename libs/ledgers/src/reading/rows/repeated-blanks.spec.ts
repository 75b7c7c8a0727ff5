import { readingOptions, writtenLedger } from '../../../../../test/support/written-ledgers.js';
import { readSheets } from '../ledger-reader.js';
import { partsByWideSpace } from './labelled-text.js';

/** As much as a cell holds. */
const most = 32_000;
const head = '序号｜问题描述｜责任单位｜整改期限';
const ticket = '1｜夜间倒灌｜危化科｜2026年12月底';
/** What a number of pages, a day to be filled in and labels are parted by. */
const blanks = [' ', '\t', '-', '—', '\u3000', '¶', ' -'];
const around: readonly (readonly [begin: string, end: string])[] = [
  ['1', 'x'],
  ['第1页', '共'],
  ['', '1x'],
  ['年', '月日x'],
  ['月', '日x'],
  ['反馈时间', 'x'],
  ['编号：甲1', '填表日期'],
];

describe('blanks and dashes over and over', () => {
  it.each(blanks)('%j: a row, a line above and labels that hold them are read to the end', async (blank) => {
    const [times, half] = [most / blank.length, most / 2 / blank.length];
    const texts = around.flatMap(([begin, end]) => [
      begin + blank.repeat(times) + end,
      blank.repeat(half) + begin + blank.repeat(half) + end,
    ]);
    for (const text of texts) {
      const table = await readAll([text, head, ticket, text, ticket]);
      expect(table.rows.map(({ preview }) => preview.title)).toContain('夜间倒灌');
      expect(partsByWideSpace(text).length).toBeLessThan(3);
    }
  });
});

const readAll = async (rows: readonly string[]) =>
  readSheets(await writtenLedger(rows), '台账.xlsx', readingOptions({ today: '2026-07-10' }));
