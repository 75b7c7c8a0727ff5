import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { markWorkbook, readWorkbook, writeWorkbook, type CellMark } from '@xiaohao/documents';
import { importMarkWords } from '@xiaohao/messages';
import { frontOf } from './marked-front.js';
import { markColours } from '../reading/sheets/sheet-looks.js';
import { placesOf, type TellKind, type Telling } from './import-tellings.js';

/** Excel shows no more of a comment than fits its box. */
const longestComment = 1000;

const { must, confirm } = importMarkWords;
const openings = { must: must[0], confirm: confirm[0] } as const;
type MarkKind = Exclude<TellKind, 'noted'>;

/** By sheet what is to be put right or confirmed in each cell. What is only to be known of marks none. */
function marksOf(tellings: readonly Telling[]): Map<string, CellMark[]> {
  const sheets = new Map<string, CellMark[]>();
  for (const { sheet, cell, kind, texts } of placesOf(tellings)) {
    if (cell === null || kind === 'noted') continue;
    const text = `${openings[kind]}${texts.join('\n')}`.slice(0, longestComment);
    const mark = { cell, text, colour: markColours[kind satisfies MarkKind] };
    sheets.set(sheet, [...(sheets.get(sheet) ?? []), mark]);
  }
  return sheets;
}

/** Their own workbook with what is to be put right marked in it; a .csv, which holds no marks, comes back as a workbook. */
export async function markedFile(
  file: Buffer,
  fileName: string,
  tellings: readonly Telling[],
  now: Date,
): Promise<{ name: string; stream: Readable }> {
  const isText = /\.(csv|txt)$/i.test(fileName);
  const workbook = isText ? await asWorkbook(file, fileName, now) : file;
  const stream = await markWorkbook(workbook, marksOf(tellings), {
    author: importMarkWords.author[0],
    openings: Object.values(openings),
    colours: Object.values(markColours),
    front: frontOf(tellings),
  });
  const marked = importMarkWords.marked[0];
  return { name: `${fileName.replace(/\.[^.]*$/, '').replaceAll(marked, '')}${marked}.xlsx`, stream };
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
