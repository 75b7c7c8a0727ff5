import { select, SqlParameters, type Queryable } from '@xiaohao/database';
import { kindsCoordinatedBy, type TicketKind } from '@xiaohao/domain';
import { AppError } from '@xiaohao/errors';
import type { Actor } from '@xiaohao/org';
import { hiddenFields, visibleTickets, type DutyFacts } from '@xiaohao/tickets';
import type { ImportOptions, StoredSheet } from './import-record.js';
import type { RawTicket } from '../reading/rows/raw-row.js';

/** The row of a file a ticket came from; all null for one that was registered by hand. */
export interface TicketOrigin {
  importId: string | null;
  file: string | null;
  sheet: string | null;
  row: number | null;
  importedBy: string | null;
  importedAt: Date | null;
  /** The cells of its rows, left to right, as they were read; a cell merged over several rows is told once. */
  cells: { cell: string; heading: string; text: string; corrected: boolean }[];
  /** Whether the whole file is open to the actor; the row alone tells of no other ticket. */
  mayOpenFile: boolean;
}

interface OriginRow extends DutyFacts, Omit<TicketOrigin, 'cells' | 'mayOpenFile'> {
  createdBy: string | null;
  importKind: string | null;
  raw: RawTicket | null;
  columns: StoredSheet['read'] | null;
  cells: ImportOptions['cells'][string] | null;
}

/** Of a ticket the actor sees; of any other it says that there is none. */
export async function findOrigin(db: Queryable, actor: Actor, ticketId: string): Promise<TicketOrigin> {
  const params = new SqlParameters([ticketId]);
  const [found] = await select<OriginRow>(
    db,
    `select i.id as "importId", i.file_name as file, t.import_sheet as sheet, t.import_row as row,
       p.name as "importedBy", i.committed_at as "importedAt", i.created_by as "createdBy", i.kind as "importKind",
       t.kind, t.level, t.lead_unit_id as "leadUnitId", t.handler_id as "handlerId", t.submitter_id as "submitterId",
       t.leader_id as "leaderId",
       array(select x.person_id from ticket_person x where x.ticket_id = t.id and x.person_id is not null) as "personIds",
       array(select x.unit_id from ticket_support_unit x where x.ticket_id = t.id) as "supportUnitIds",
       r.ticket->'raw' as raw, i.options->'cells'->t.import_sheet as cells,
       (select s->'read' from jsonb_array_elements(i.sheets) s where s->>'name' = t.import_sheet limit 1) as columns
     from ticket t left join ledger_import i on i.id = t.import_id
       left join ledger_import_row r on r.import_id = i.id and r.ticket_id = t.id
       left join person p on p.id = coalesce(i.committed_by, i.created_by)
     where t.id = $1 and ${visibleTickets(actor, params)}`,
    params.values,
  );
  if (!found) throw new AppError('notFound', { what: '事项' });
  const { importId, file, sheet, row, importedBy, importedAt, createdBy, raw, cells } = found;
  // Which of the other columns became a confidential field is not kept: whoever may not see those sees none of them.
  const veiled = hiddenFields(actor, found).length > 0;
  const columns = (found.columns ?? []).filter(({ meaning }) => !(veiled && meaning === 'details'));
  const headings = new Map(columns.map(({ letters, heading }) => [letters, heading]));
  const shown = new Map<string, TicketOrigin['cells'][number]>();
  for (const line of raw?.rows ?? []) {
    for (const [letters, heading] of headings) {
      const cell = line.cells[letters];
      if (!cell || cell.text === '' || shown.has(cell.at)) continue;
      const corrected = cells !== null && Object.hasOwn(cells, cell.at);
      shown.set(cell.at, { cell: cell.at, heading, text: cell.text, corrected });
    }
  }
  const coordinates = kindsCoordinatedBy(actor.roles).includes(found.importKind as TicketKind);
  const mayOpenFile = createdBy !== null && (createdBy === actor.personId || coordinates);
  return { importId, file, sheet, row, importedBy, importedAt, cells: [...shown.values()], mayOpenFile };
}
