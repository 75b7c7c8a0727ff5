import { readHeadedTable, writeWorkbook, type Look } from '@xiaohao/documents';
import { roles } from '@xiaohao/domain';
import { peopleSheetWords, roleLabels } from '@xiaohao/messages';
import type { Readable } from 'node:stream';

/** Columns of the workbook people are added from, by heading. */
export const peopleColumns = ['name', 'username', 'unit', 'role', 'charge', 'email', 'phone'] as const;
export type PeopleColumn = (typeof peopleColumns)[number];

const needed: readonly PeopleColumn[] = ['name', 'unit', 'role'];
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

/** The first visible sheet with the headings 姓名, 单位 and 角色. */
export async function readPeopleSheet(content: Buffer, name: string): Promise<PeopleSheet> {
  const headings = Object.fromEntries(peopleColumns.map((column) => [column, heading(column)]));
  const table = await readHeadedTable(
    { name, content },
    headings as Record<PeopleColumn, string>,
    needed,
    peopleAtMost,
  );
  const rows = table.rows.map(({ number, cells }) => {
    const texts = peopleColumns.map((column) => [column, (cells[column]?.text ?? '').trim()]);
    return { row: number, ...(Object.fromEntries(texts) as Record<PeopleColumn, string>) };
  });
  return { sheet: table.sheet, columns: table.columns, rows };
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
