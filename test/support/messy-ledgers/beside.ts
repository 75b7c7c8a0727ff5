import type { TestSheet } from '../ledger-workbooks.js';
import type { Random } from './random.js';

/** Sheets that are no ledger and stand before it. */
export function sheetsBeside({ chance }: Random): TestSheet[] {
  const sheets: TestSheet[] = [
    { name: '填表说明', rows: [['填表说明'], ['1.请按统一格式填报。'], ['2.整改时限填写具体日期。']] },
    {
      name: '统计',
      rows: [
        ['单位', '应整改数', '已整改数', '完成率'],
        ['办公室', 12, 10, '83%'],
        ['财务科', 4, 4, '100%'],
      ],
    },
    { name: '代码', rows: [['状态'], ['已整改'], ['整改中'], ['未整改']], hidden: true },
  ];
  return sheets.filter(() => chance(0.4));
}
