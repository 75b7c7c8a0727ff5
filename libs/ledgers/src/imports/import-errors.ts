import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import {
  markWorkbook,
  parseCellAddress,
  readWorkbook,
  writeWorkbook,
  type CellMark,
  type FrontSheet,
} from '@xiaohao/documents';
import { importMarkWords, markTexts, type Label } from '@xiaohao/messages';
import { acceptedIn, acceptedKey, type Accepted } from './import-accepts.js';
import type { ShownRow } from './import.queries.js';
import { stoppingFindings, type Finding, type FindingCode } from '../reading/preview.js';

/** What was concluded where the file says nothing, or taken from it as it stands: no cell of theirs is wrong. */
const nothingWrong: readonly FindingCode[] = [
  'raisedOnAssumed',
  'immediateAssumed',
  'immediateCounted',
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

const { must, confirm } = importMarkWords;
const colours = { must: 'FFC7CE', confirm: 'FFEB9C' } as const;
const openings = { must: must[0], confirm: confirm[0] } as const;
type MarkKind = keyof typeof colours;

/** What somebody is told who sits before the sheet, without the buttons of our page. */
function textOf({ code, raw, message }: Finding): string {
  const words = (markTexts as Partial<Record<FindingCode, Label>>)[code];
  return words ? words[0].replace('{raw}', () => raw) : message;
}

/** By sheet what is to be put right or confirmed in each cell; rows left out have nothing to be told of. */
export function marksOf(
  rows: readonly Pick<ShownRow, 'preview' | 'found' | 'decision'>[],
  accepted: Accepted = {},
): Map<string, CellMark[]> {
  const sheets = new Map<string, Map<string, { kind: MarkKind; texts: Set<string> }>>();
  for (const { preview, found, decision } of rows) {
    if (decision === 'skip') continue;
    const stand = acceptedIn(accepted, preview.sheet);
    for (const said of [...preview.issues, ...found]) {
      const { cell, code } = said;
      const isLet = stand.includes(acceptedKey(code, null)) || stand.includes(acceptedKey(code, cell));
      if (nothingWrong.includes(code) || isLet || !parseCellAddress(cell)) continue;
      const kind = decision === 'attention' && stoppingFindings.includes(code) ? 'must' : 'confirm';
      const cells = sheets.get(preview.sheet) ?? new Map<string, { kind: MarkKind; texts: Set<string> }>();
      const former = cells.get(cell);
      const whole = {
        kind: former?.kind === 'must' ? 'must' : kind,
        texts: former?.texts ?? new Set<string>(),
      } as const;
      whole.texts.add(textOf(said));
      sheets.set(preview.sheet, cells.set(cell, whole));
    }
  }
  return new Map(
    [...sheets].map(([sheet, cells]) => [
      sheet,
      [...cells].map(([cell, { kind, texts }]) => {
        const text = `${openings[kind]}${[...texts].join('\n')}`.slice(0, longestComment);
        return { cell, text, colour: colours[kind] };
      }),
    ]),
  );
}

/** Lines of the list on the first sheet; whoever has more works through the colours. */
const listedMarks = 1000;

/** The first sheet: how many of each there are, what to do, and each of them with a link to its cell. */
function frontOf(marks: ReadonlyMap<string, readonly CellMark[]>): FrontSheet {
  const all = [...marks].flatMap(([sheet, cells]) => cells.map((mark) => ({ sheet, ...mark })));
  const musts = all.filter(({ colour }) => colour === colours.must);
  const others = all.filter(({ colour }) => colour !== colours.must);
  const say = (label: Label, count: number) => label[0].replace('{count}', String(count));
  const { front } = importMarkWords;
  return {
    name: front.name[0],
    columnWidths: [20, 10, 12, 90],
    rows: [
      [{ text: front.title[0] }],
      [{ text: say(front.must, musts.length), colour: colours.must }],
      [{ text: say(front.confirm, others.length), colour: colours.confirm }],
      [{ text: front.how[0] }],
      [],
      front.headings.map(([text]) => ({ text })),
      ...[...musts, ...others]
        .slice(0, listedMarks)
        .map(({ sheet, cell, text, colour }) => [
          { text: sheet },
          { text: cell, to: { sheet, cell } },
          { text: (colour === colours.must ? must : confirm)[0].replace(/[【】]/g, ''), colour },
          { text: text.replace(/^【[^】]*】/, '').replaceAll('\n', '；') },
        ]),
    ],
  };
}

/** Their own workbook with what is to be put right marked in it; a .csv, which holds no marks, comes back as a workbook. */
export async function markedFile(
  file: Buffer,
  fileName: string,
  marks: ReadonlyMap<string, readonly CellMark[]>,
  now: Date,
): Promise<{ name: string; stream: Readable }> {
  const isText = /\.(csv|txt)$/i.test(fileName);
  const workbook = isText ? await asWorkbook(file, fileName, now) : file;
  const stream = await markWorkbook(workbook, marks, {
    author: importMarkWords.author[0],
    openings: Object.values(openings),
    colours: Object.values(colours),
    front: frontOf(marks),
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
