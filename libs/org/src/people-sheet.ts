import { cellAt, columnLetters, readWorkbook, writeWorkbook, type Look, type Sheet } from '@xiaohao/documents';
import { roles } from '@xiaohao/domain';
import { AppError } from '@xiaohao/errors';
import { peopleSheetWords, roleLabels } from '@xiaohao/messages';
import type { Readable } from 'node:stream';

/** Columns of the workbook people are added from, by heading. */
export const peopleColumns = ['name', 'username', 'unit', 'role', 'charge', 'email', 'phone'] as const;
export type PeopleColumn = (typeof peopleColumns)[number];

const needed: readonly PeopleColumn[] = ['name', 'unit', 'role'];
const headingsWithin = 20;
/** Hashing a one-time password is slow on purpose. */
export const peopleAtMost = 500;

/** One row as it was written; a blank cell is ''. */
export type PeopleRow = { row: number } & Record<PeopleColumn, string>;

export interface PeopleSheet {
  sheet: string;
  /** Letters of the column each heading stands in. */
  columns: Partial<Record<PeopleColumn, string>>;
  rows: PeopleRow[];
}

const heading = (column: PeopleColumn) => peopleSheetWords[column][0];
const plain = (text: string) => text.normalize('NFKC').replace(/\s+/g, '');

/** The first visible sheet with the headings 姓名, 单位 and 角色; other columns are left alone. */
export async function readPeopleSheet(file: Buffer, fileName: string): Promise<PeopleSheet> {
  const { sheets } = await readWorkbook(file, { fileName, limits: { rows: 20_000, cells: 200_000, sheets: 50 } });
  for (const sheet of sheets) {
    if (sheet.hidden !== 'visible') continue;
    for (const { number, cells } of sheet.rows.filter((row) => row.number <= headingsWithin)) {
      const texts = cells.map((cell) => plain(cell?.text ?? ''));
      const places = new Map(
        peopleColumns.flatMap((column) => {
          const at = texts.indexOf(heading(column));
          return at < 0 ? [] : [[column, at + 1] as const];
        }),
      );
      if (needed.every((column) => places.has(column))) return rowsBelow(sheet, number, places);
    }
  }
  const head = sheets[0]?.rows.slice(0, 3).map(({ cells }) => cells.map((cell) => cell?.text ?? '').join(' | '));
  throw new AppError('noHeader', { head: (head ?? []).join('；').slice(0, 200) });
}

function rowsBelow(sheet: Sheet, headingRow: number, places: ReadonlyMap<PeopleColumn, number>): PeopleSheet {
  const rows: PeopleRow[] = [];
  for (const { number } of sheet.rows.filter((row) => row.number > headingRow)) {
    const text = (column: PeopleColumn) => {
      const at = places.get(column);
      return at === undefined ? '' : (cellAt(sheet, number, at)?.text ?? '').trim();
    };
    const row = { row: number, ...Object.fromEntries(peopleColumns.map((column) => [column, text(column)])) };
    if (peopleColumns.some((column) => (row as PeopleRow)[column] !== '')) rows.push(row as PeopleRow);
    if (rows.length > peopleAtMost) {
      throw new AppError('workbookTooLarge', { place: `${sheet.name} ${number}`, limit: `${peopleAtMost} people` });
    }
  }
  if (rows.length === 0) throw new AppError('inputMissing', { field: 'file', fieldLabel: `“${sheet.name}”中的人员` });
  const columns = Object.fromEntries([...places].map(([column, at]) => [column, columnLetters(at)]));
  return { sheet: sheet.name, columns, rows };
}

const head: Look = { font: '黑体', size: 11, align: 'center', border: true };
const cell: Look = { border: true };
const widths: Readonly<Record<PeopleColumn, number>> = {
  name: 12,
  username: 16,
  unit: 22,
  role: 16,
  charge: 30,
  email: 28,
  phone: 16,
};

/** Headings to be filled in, and beside them what may stand under unit and role. */
export function writePeopleTemplate(units: readonly string[], now: Date): Readable {
  const lines = Array.from({ length: Math.max(units.length, roles.length) }, (_, at) => ({
    cells: [units[at] ?? '', roles[at] ? roleLabels[roles[at]][0] : ''],
  }));
  return writeWorkbook(
    [
      {
        name: peopleSheetWords.sheet[0],
        columns: peopleColumns.map((column) => ({ width: widths[column], look: cell })),
        top: [{ cells: peopleColumns.map(heading), look: head }],
        headingRows: { first: 1, last: 1 },
        rows: [],
      },
      {
        name: peopleSheetWords.notes[0],
        columns: [
          { width: 26, look: cell },
          { width: 20, look: cell },
        ],
        top: [{ cells: [peopleSheetWords.unitsToWrite[0], peopleSheetWords.rolesToWrite[0]], look: head }],
        headingRows: { first: 1, last: 1 },
        rows: lines,
      },
    ],
    { createdAt: now },
  );
}

/** Who was added, with the password to be told once. */
export interface AddedPerson {
  name: string;
  username: string;
  unit: string;
  password: string;
}

export function writePasswords(people: readonly AddedPerson[], now: Date): Readable {
  const words = peopleSheetWords;
  return writeWorkbook(
    [
      {
        name: words.passwords[0],
        columns: [12, 18, 24, 22].map((width) => ({ width, look: cell })),
        top: [
          { cells: [{ content: words.passwordsNote[0], look: { border: false } }], merges: [{ from: 1, to: 4 }] },
          { cells: [words.name[0], words.username[0], words.unit[0], words.password[0]], look: head },
        ],
        headingRows: { first: 2, last: 2 },
        rows: people.map(({ name, username, unit, password }) => ({ cells: [name, username, unit, password] })),
      },
    ],
    { createdAt: now },
  );
}
