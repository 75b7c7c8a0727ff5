import type { Readable } from 'node:stream';
import { writeWorkbook, type Look } from '@xiaohao/documents';
import { filingMissingLabels, filingStatusLabels, ledgerWords, missingFilingWords } from '@xiaohao/messages';
import type { MissingFilings } from './missing-filings.queries.js';

const zh = (word: keyof typeof missingFilingWords) => missingFilingWords[word][0];
const heading: Look = { font: '黑体', size: 11, align: 'center', border: true, wrap: true };
const columns = [
  { word: 'unit', width: 24 },
  { word: 'indicator', width: 44 },
  { word: 'measure', width: 10 },
  { word: 'why', width: 16 },
  { word: 'state', width: 14 },
  { word: 'reason', width: 40 },
] as const;

/** Who has not filed, one line per unit and indicator. */
export function missingFilingsWorkbook(
  { periodLabel, dueOn, items }: MissingFilings,
  { createdAt, creator }: { createdAt: Date; creator: string },
): { name: string; stream: Readable } {
  const title = zh('title').replace('{period}', periodLabel).replace('{dueOn}', dueOn);
  const rows = items.map(({ unitName, name, unit, why, status, reason }) => ({
    cells: [
      unitName,
      name,
      unit,
      filingMissingLabels[why][0],
      status === null ? zh('nothing') : filingStatusLabels[status][0],
      reason,
    ],
  }));
  const sheet = {
    name: zh('sheet'),
    columns: columns.map(({ width }) => ({ width, look: { wrap: true, border: true } })),
    top: [
      {
        cells: [{ content: title, look: { font: '方正小标宋简体', size: 18, align: 'center' } as Look }],
        look: { border: false },
        merges: [{ from: 1, to: columns.length }],
        height: 36,
      },
      { cells: columns.map(({ word }) => zh(word)), look: heading },
    ],
    headingRows: { first: 2, last: 2 },
    rows,
    filter: true,
    print: { paper: 'A4' as const, orientation: 'landscape' as const, footer: ledgerWords.page[0] },
  };
  return { name: `${title}.xlsx`, stream: writeWorkbook([sheet], { createdAt, creator }) };
}
