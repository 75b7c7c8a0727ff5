import type { TestCell, TestSheet } from '../ledger-workbooks.js';
import { sheetsBeside } from './beside.js';
import { sequences, type ExpectedDeadline } from './cells.js';
import type { Family, FamilyColumn, Field } from './families.js';
import { seeded, type Random } from './random.js';
import { SheetPen } from './sheet-pen.js';
import { ticketWriter, type WrittenTicket } from './ticket-values.js';

export interface ExpectedTicket {
  sheet: string;
  row: number;
  rows: number[];
  title: string;
  leadUnit: string | null;
  supportUnits: readonly string[] | null;
  persons: readonly string[];
  deadline: ExpectedDeadline;
  status: string;
  level: string | null;
  amount: number | null;
  measures: number | null;
  /** Findings without which the row would be read silently. */
  doubts: readonly string[];
  decision: 'create' | 'duplicate';
}

export interface MessyLedger {
  sheets: TestSheet[];
  tickets: ExpectedTicket[];
  /** Row and reason of every row of the ledger that is no ticket, header rows left out. */
  ignored: readonly (readonly [number, string])[];
}

export interface MessyOptions {
  /** False for a .csv, which has no merged cells and one sheet. */
  merged?: boolean;
}

const sheetName = '整改台账';
const measureField = (field: Field) => field === 'measure';
/** What several problems of one meeting share, written once beside them all. */
const sharedFields: readonly Field[] = ['leader', 'lead', 'deadline'];

/** A ledger of one family with `count` tickets and the traps real files set, and how a careful clerk reads it. */
export function messyLedger(family: Family, count: number, seed: number, options: MessyOptions = {}): MessyLedger {
  const { merged = true } = options;
  const random = seeded(seed);
  const has = (field: Field) => family.columns.some((column) => column.field === field);
  const columns = random.chance(0.25) ? reordered(family.columns, random) : family.columns;
  const isTwoRow = columns.some(({ group }) => group !== null);
  const helper = random.chance(0.3) ? [null, '辅助列'] : [];
  const pen = new SheetPen(columns.length, random.chance(0.3) ? 1 : 0);
  const tickets: ExpectedTicket[] = [];
  const hiddenRows: number[] = [];

  pen.drop([family.title], 'title', true);
  if (random.chance(0.5)) pen.drop(['填报单位：区应急管理局'], 'title', true);
  if (random.chance(0.3)) pen.drop([], 'blank');
  pen.writeHeader(columns, helper);
  if (random.chance(0.3)) pen.drop(columns.map(howToFill), 'note');
  if (random.chance(0.2))
    pen.drop(
      columns.map((_, at) => String(at + 1)),
      'note',
    );

  const nextTicket = ticketWriter(family, random.pick(sequences), random);
  /** Writes a ticket in as many rows as it has measures. `above` already shows what they share. */
  const writeTicket = (ticket: WrittenTicket, above: WrittenTicket | null): void => {
    const first = pen.row + 1;
    for (const [at, measure] of ticket.measures.entries()) {
      pen.write(columns.map(({ field }) => (measureField(field) ? measure : shown(ticket, field, at, above))));
    }
    if (merged && ticket.measures.length > 1) {
      columns.forEach(({ field }, at) => measureField(field) || pen.merge(at, first, at, pen.row));
    }
    if (random.chance(0.03)) hiddenRows.push(first);
    const rows = ticket.measures.map((_, at) => first + at);
    tickets.push({ ...ticket.expected, sheet: sheetName, row: first, rows });
  };

  for (let n = 1; n <= count; n += 1) {
    if (has('seq') && n % 9 === 4) {
      pen.drop([`${random.pick(['（一）', '二、', '第三部分 '])}制度建设方面`], 'sectionHeading', true);
    }
    if (n % 23 === 17) pen.drop([], 'blank');
    if (n % 31 === 28 && !isTwoRow) {
      pen.writeHeader(columns, helper);
      pen.ignored.push([pen.row, 'repeatedHeader']);
    }
    const ticket = nextTicket(n);
    writeTicket(ticket, null);
    // Two more rows under the same leader, unit and deadline.
    if (merged && n % 11 === 6 && n + 2 <= count && ticket.measures.length === 1) {
      const first = pen.row;
      for (const next of [n + 1, n + 2]) writeTicket(nextTicket(next, ticket), ticket);
      columns.forEach(({ field }, at) => sharedFields.includes(field) && pen.merge(at, first, at, pen.row));
      n += 2;
    } else if (n % 29 === 13 && ticket.measures.length === 1) {
      writeTicket({ ...ticket, expected: { ...ticket.expected, decision: 'duplicate' } }, null);
    }
  }
  if (has('seq')) pen.drop(['合计', `共${count}项`], 'total');
  pen.drop(['注：本表每月25日前报送。'], 'note', merged);
  pen.drop(['填表人：王磊    审核人：李小明    联系电话：0000-0000000'], 'signature', merged);

  const ledger: TestSheet = { name: sheetName, rows: pen.rows, merges: merged ? pen.merges : [], hiddenRows };
  return { sheets: merged ? [...sheetsBeside(random), ledger] : [ledger], tickets, ignored: pen.ignored };
}

function shown(ticket: WrittenTicket, field: Field, measureAt: number, above: WrittenTicket | null): TestCell {
  const isCovered = measureAt > 0 || (above !== null && sharedFields.includes(field));
  return isCovered ? null : ticket.values[field];
}

/** Columns in another order; what stands under one group stays together. */
function reordered(columns: readonly FamilyColumn[], random: Random): FamilyColumn[] {
  const blocks: FamilyColumn[][] = [];
  for (const column of columns) {
    const last = blocks.at(-1);
    if (last && column.group !== null && last[0]!.group === column.group) last.push(column);
    else blocks.push([column]);
  }
  return random.shuffle(blocks).flat();
}

function howToFill({ field }: FamilyColumn): TestCell {
  const words: Partial<Record<Field, string>> = {
    title: '（对照原文逐条填写）',
    deadline: '（填写具体日期）',
    lead: '（牵头的在前）',
    persons: '（填写姓名）',
  };
  return words[field] ?? '（如实填写）';
}
