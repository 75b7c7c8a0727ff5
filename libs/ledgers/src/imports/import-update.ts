import type { EntityManager } from 'typeorm';
import type { Day, WorkingCalendar } from '@xiaohao/domain';
import { execute } from '@xiaohao/database';
import { AppError } from '@xiaohao/errors';
import { JobQueue } from '@xiaohao/jobs';
import type { Actor } from '@xiaohao/org';
import {
  listDeadlineRules,
  lockLedgerTickets,
  mayKeep,
  updateFromLedger,
  type BeforeUpdate,
  type LedgerTicket,
  type LedgerUpdate,
} from '@xiaohao/tickets';
import type { ImportRecord } from './import-record.js';
import { listUpdatedIds, type ImportRow } from './import.queries.js';
import { importScope } from './import-scope.js';
import type { Directory } from './name-matching.js';
import { assertSameUnits } from './import-survey.js';
import { matchRow } from './row-judgement.js';
import type { RowChange } from '../reading/preview.js';
import type { UpdateMoment } from './update-compared.js';
import { diffRow } from './update-diff.js';

/** Whom a ticket is passed on to hears of it; the queue keeps nothing itself. */
const jobs = new JobQueue();

/** Holds the tickets an import updates until the import is stored or given up. */
export async function lockKnown(tx: EntityManager, actor: Actor, importId: string): Promise<Map<string, LedgerTicket>> {
  return lockLedgerTickets(tx, actor, await listUpdatedIds(tx, importId));
}

/**
 * Writes what the rows change of their tickets, of which the preview showed just these states: a ticket somebody changed
 * since stops the whole import. Rows whose every difference is left to a person write nothing. Returns how many did.
 */
export async function updateKnown(
  tx: EntityManager,
  actor: Actor,
  record: ImportRecord,
  parts: AsyncIterable<readonly ImportRow[]>,
  tickets: ReadonlyMap<string, LedgerTicket>,
  /** `directory`: before the import created units of its own. */
  { today, calendar, at, directory }: { today: Day; calendar: WorkingCalendar; at: Date; directory: Directory },
  tell: (done: number) => Promise<void>,
): Promise<number> {
  const moment: UpdateMoment = { actor, today, calendar, rules: await listDeadlineRules(tx) };
  const bureau = { directory, scope: importScope(actor) };
  const sheets = new Map(record.sheets.map((sheet) => [sheet.name, sheet]));
  let [done, updated] = [0, 0];
  for await (const rows of parts) {
    const step = rows.map((row): { row: ImportRow; update: LedgerUpdate } => {
      const sheet = sheets.get(row.preview.sheet)!;
      const ticket = tickets.get(row.target!.ticketId);
      if (!ticket) throw changedSince(row, null);
      const match = matchRow(row, sheet, bureau, { ...record.options, onlyPresent: true });
      const { changes, update } = diffRow(row, sheet, ticket, row.target!.by, match, moment);
      assertSameUnits(row, match);
      if (ticket.version !== row.target!.version || !alike(changes, row.target!.changes)) {
        // Another office's importer sees other limits than the one who looked at the preview.
        if (!mayKeep(actor, ticket)) throw new AppError('forbidden', { no: ticket.no });
        throw changedSince(row, changes);
      }
      return { row, update };
    });
    const wanted = step.filter(({ update }) => Object.keys(update.changed).length > 0);
    const placeOf = new Map(wanted.map(({ row, update }) => [update.ticket.id, row]));
    const kept = await updateFromLedger(
      tx,
      actor,
      wanted.map(({ update }) => update),
      {
        at,
        today,
        jobs,
        payloadOf: ({ ticket }) => {
          const { sheet, row } = placeOf.get(ticket.id)!.preview;
          return { file: record.fileName, sheet, row };
        },
      },
    );
    await rememberUpdates(
      tx,
      record.id,
      wanted.map(({ row }) => row.no),
      kept,
    );
    updated += wanted.length;
    await tell((done += rows.length));
  }
  return updated;
}

function alike(one: readonly RowChange[], other: readonly RowChange[]): boolean {
  const facts = (changes: readonly RowChange[]) => {
    return JSON.stringify(changes.map(({ field, from, to, held }) => [field, from, to, held !== null]));
  };
  return facts(one) === facts(other);
}

/** Names the row, the ticket and, where it can be told, the field that reads otherwise now. */
function changedSince({ preview, target }: ImportRow, now: readonly RowChange[] | null): AppError {
  const { sheet, row } = preview;
  const seen = new Map(target!.changes.map((change) => [change.field, change]));
  const moved = [
    ...(now ?? []).filter(({ field, from }) => !seen.has(field) || seen.get(field)!.from !== from),
    ...target!.changes.filter(({ field }) => !(now ?? []).some((change) => change.field === field)),
  ][0];
  const field = { field: moved?.field ?? null, fieldLabel: moved?.label ?? '办理情况' };
  return new AppError('importTicketChanged', { sheet, row, no: target!.no, ...field });
}

/** Beside each row the ticket it changed, and what it takes to take that back. */
async function rememberUpdates(
  tx: EntityManager,
  importId: string,
  nos: readonly number[],
  kept: readonly BeforeUpdate[],
): Promise<void> {
  await execute(
    tx,
    `update ledger_import_row r set ticket_id = c.ticket_id, ticket = r.ticket || jsonb_build_object('before', c.before)
     from unnest($2::int[], $3::uuid[], $4::jsonb[]) as c (no, ticket_id, before)
     where r.import_id = $1 and r.no = c.no`,
    [importId, nos, kept.map(({ ticketId }) => ticketId), kept.map((before) => JSON.stringify(before))],
  );
}
