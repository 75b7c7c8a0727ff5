import type { EntityManager } from 'typeorm';
import { execute } from '@xiaohao/database';

/** Tables beside the ticket, with the columns the demo fills; literals of this file, never input. */
const tables = {
  progress_entry:
    'id uuid, ticket_id uuid, round int, reported_on date, text text, percent int, by_id uuid, created_at timestamptz',
  outcome:
    'id uuid, ticket_id uuid, round int, type text, amount numeric, happened_on date, by_id uuid, created_at timestamptz',
  extension:
    'id uuid, ticket_id uuid, round int, reason_code text, reason text, requested_on date, requested_due_on date, former_due_on date, late boolean, requested_by uuid, created_at timestamptz',
  evidence:
    'id uuid, ticket_id uuid, round int, file_id uuid, name text, file_version int, by_id uuid, on_site boolean, created_at timestamptz',
  ticket_comment: 'id uuid, ticket_id uuid, text text, by_id uuid, created_at timestamptz',
  objection:
    'id uuid, ticket_id uuid, round int, reason_code text, reason text, unit_id uuid, by_id uuid, objected_on date, created_at timestamptz',
  ticket_relation: 'id uuid, from_id uuid, to_id uuid, type text, created_by uuid, created_at timestamptz',
  instruction:
    'id uuid, ticket_id uuid, text text, addressee text, due_on date, given_by uuid, given_on date, acknowledged_by uuid, acknowledged_on date, answer text, answered_by uuid, answered_on date, created_at timestamptz',
  spread:
    'id uuid, no text, ticket_id uuid, question text, due_on date, created_by uuid, created_on date, created_at timestamptz',
  spread_answer: 'id uuid, spread_id uuid, unit_id uuid, found int, text text, answered_by uuid, answered_on date',
  look_back:
    'id uuid, name text, kind text, filter jsonb, sampling text, sample_size int, seed text, population int, due_on date, created_by uuid, created_on date, created_at timestamptz',
  look_back_row:
    'id uuid, look_back_id uuid, sort int, ticket_id uuid, round int, closed_on date, inspector_id uuid, result text, note text, checked_on date, checked_by uuid, follow_up text, follow_up_ticket_id uuid',
} as const;

export type DemoTable = keyof typeof tables;
type Row = Record<string, unknown>;

/** Of these each state is kept with the time it was learned, so they are written day by day; the others at the end. */
const byDay: readonly DemoTable[] = ['progress_entry', 'outcome', 'extension'];

const writeDecisions = `
  update extension e set decision = d.decision, granted_due_on = d.granted_due_on, opinion = d.opinion,
    decided_by = d.decided_by, decided_on = d.decided_on
  from jsonb_to_recordset($1::jsonb) as d (ticket_id uuid, decision text, granted_due_on date, opinion text, decided_by uuid,
    decided_on date)
  where e.ticket_id = d.ticket_id and e.decision is null`;
const writeMeasures = `
  update measure m set done_on = d.done_on, version = version + 1
  from jsonb_to_recordset($1::jsonb) as d (ticket_id uuid, done_on date) where m.ticket_id = d.ticket_id and m.done_on is null`;

/** What the moves leave beside the ticket, gathered and written table by table. */
export class DemoRows {
  private readonly rows = new Map<DemoTable, Row[]>();
  private decisions: Row[] = [];
  private measures: Row[] = [];

  add(table: DemoTable, row: Row): void {
    const kept = this.rows.get(table);
    if (kept) kept.push(row);
    else this.rows.set(table, [row]);
  }

  /** The row that has these facts, to be completed by a later move. */
  find(table: DemoTable, facts: Row): Row {
    const wanted = Object.entries(facts);
    return this.rows.get(table)!.find((row) => wanted.every(([column, value]) => row[column] === value))!;
  }

  decide(decision: Row): void {
    this.decisions.push(decision);
  }

  measuresDone(ticketId: string, on: string): void {
    this.measures.push({ ticket_id: ticketId, done_on: on });
  }

  async writeDay(tx: EntityManager): Promise<void> {
    for (const table of byDay) await this.write(tx, table);
    if (this.decisions.length > 0) await execute(tx, writeDecisions, [JSON.stringify(this.decisions)]);
    if (this.measures.length > 0) await execute(tx, writeMeasures, [JSON.stringify(this.measures)]);
    this.decisions = [];
    this.measures = [];
  }

  async writeRest(tx: EntityManager): Promise<void> {
    for (const table of Object.keys(tables) as DemoTable[]) await this.write(tx, table);
  }

  private async write(tx: EntityManager, table: DemoTable): Promise<void> {
    const rows = this.rows.get(table) ?? [];
    if (rows.length === 0) return;
    this.rows.set(table, []);
    const columns = tables[table];
    const names = columns
      .split(', ')
      .map((column) => column.split(' ')[0])
      .join(', ');
    await execute(
      tx,
      `insert into ${table} (${names}) select ${names} from jsonb_to_recordset($1::jsonb) as r (${columns})`,
      [JSON.stringify(rows)],
    );
  }
}
