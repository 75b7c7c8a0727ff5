import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { markWorkbook, parseCellAddress, readWorkbook, writeWorkbook, type CellComment } from '@xiaohao/documents';
import { importMarkWords } from '@xiaohao/messages';
import type { ShownRow } from './import.queries.js';
import type { FindingCode } from '../reading/preview.js';

/** What was concluded where the file says nothing, or taken from it as it stands: no cell of theirs is wrong. */
const nothingWrong: readonly FindingCode[] = [
  'raisedOnAssumed',
  'immediateAssumed',
  'closedOnAssumed',
  'doneOnTold',
  'formulaKept',
  'unitReadAs',
  'unitCreated',
  'alreadyInLedger',
  'alreadyByTheirNo',
  'alreadyByWords',
];

/** Excel shows no more of a comment than fits its box. */
const longestComment = 1000;

/** By sheet what is to be put right in each cell; rows left out of the import have nothing to be told of. */
export function marksOf(rows: readonly Pick<ShownRow, 'preview' | 'found' | 'decision'>[]): Map<string, CellComment[]> {
  const sheets = new Map<string, Map<string, Set<string>>>();
  for (const { preview, found, decision } of rows) {
    if (decision === 'skip') continue;
    for (const { cell, code, message } of [...preview.issues, ...found]) {
      if (nothingWrong.includes(code) || !parseCellAddress(cell)) continue;
      const cells = sheets.get(preview.sheet) ?? new Map<string, Set<string>>();
      sheets.set(preview.sheet, cells.set(cell, (cells.get(cell) ?? new Set()).add(message)));
    }
  }
  return new Map(
    [...sheets].map(([sheet, cells]) => [
      sheet,
      [...cells].map(([cell, texts]) => ({ cell, text: [...texts].join('\n').slice(0, longestComment) })),
    ]),
  );
}

/** Their own workbook with what is to be put right marked in it; a .csv, which holds no marks, comes back as a workbook. */
export async function markedFile(
  file: Buffer,
  fileName: string,
  marks: ReadonlyMap<string, readonly CellComment[]>,
  now: Date,
): Promise<{ name: string; stream: Readable }> {
  const isText = /\.(csv|txt)$/i.test(fileName);
  const workbook = isText ? await asWorkbook(file, fileName, now) : file;
  const stream = await markWorkbook(workbook, marks, { author: importMarkWords.author[0], colour: 'FFC7CE' });
  return { name: `${fileName.replace(/\.[^.]*$/, '')}${importMarkWords.marked[0]}.xlsx`, stream };
}

async function asWorkbook(file: Buffer, fileName: string, now: Date): Promise<Buffer> {
  const { sheets } = await readWorkbook(file, { fileName });
  const layouts = sheets.map(({ name, rows }) => ({
    name,
    columns: Array.from({ length: Math.max(1, ...rows.slice(0, 200).map(({ cells }) => cells.length)) }, () => {
      return { width: 18, look: { wrap: true } };
    }),
    top: [],
    headingRows: { first: 0, last: 0 },
    rows: rowsAsWritten(rows),
  }));
  return buffer(writeWorkbook(layouts, { createdAt: now }));
}

/** Every row in its own place, so that the marks meet their cells. */
function* rowsAsWritten(rows: Awaited<ReturnType<typeof readWorkbook>>['sheets'][number]['rows']) {
  let last = 0;
  for (const { number, cells } of rows) {
    while (++last < number) yield { cells: [] };
    yield { cells: Array.from(cells, (cell) => cell?.formula ?? cell?.text ?? null) };
  }
}
