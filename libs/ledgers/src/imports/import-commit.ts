import type { DataSource, EntityManager } from 'typeorm';
import { kindsRegisteredBy, type Day, type TicketKind, type WorkingCalendar } from '@xiaohao/domain';
import { execute, select } from '@xiaohao/database';
import { AppError } from '@xiaohao/errors';
import { kindLabels } from '@xiaohao/messages';
import type { Actor } from '@xiaohao/org';
import { createTicketsInParts, ticketsPerPart, type NewTicket } from '@xiaohao/tickets';
import { createPlaces } from './import-places.js';
import { rowKey, type ImportRecord } from './import-record.js';
import { commitRowsInParts, importRowsInParts, type CommitRow, type ImportRow } from './import.queries.js';
import { importScope, knownAmong } from './import-scope.js';
import { surveyRows } from './import-survey.js';
import { loadKnownTickets } from './known-tickets.js';
import { loadDirectory } from './name-matching.js';
import { createUnits } from './new-units.js';
import { rememberUnits } from './import-units.js';
import { stoppingFindings } from '../reading/preview.js';
import { matchRow } from './row-judgement.js';
import { draftTicket } from './ticket-draft.js';
import { lockKnown, updateKnown } from './import-update.js';

export interface CommitMoment {
  today: Day;
  at: Date;
  calendar: WorkingCalendar;
}

/** So many tickets are created, or updated, between two signs of progress. */
const rowsPerSign = 1000;
const updatesPerSign = 200;

/**
 * Creates and updates what an import says, its sources, items and units with it. Everything in the caller's transaction.
 * The rows are read twice and part by part: first for what all of them need, then, beside the transaction, each part while
 * the one before is written. The import is locked, so its rows cannot change meanwhile.
 */
export async function commitRows(
  db: DataSource,
  tx: EntityManager,
  actor: Actor,
  record: ImportRecord,
  moment: CommitMoment,
  tell: (progress: number) => Promise<void>,
): Promise<{ created: number; updated: number }> {
  await assertMayCommit(tx, actor, record.id);
  const scope = importScope(actor);
  // Before anything is created, in the order of their ids: whoever changes one of them meanwhile was first or waits.
  const tickets = await lockKnown(tx, actor, record.id);
  // A unit that closes or merges meanwhile waits for this import.
  await select(tx, 'select 1 from unit where closed_on is null order by id for share');
  const sheets = new Map(record.sheets.map((sheet) => [sheet.name, sheet]));
  const seen = await loadDirectory(tx, moment.today);
  let directory = seen;
  const matchOf = (row: CommitRow) =>
    matchRow(row, sheets.get(row.preview.sheet), { directory, scope }, record.options);
  const wanted = await surveyRows(commitRowsInParts(tx, record.id, ticketsPerPart), matchOf);
  if (wanted.newUnits.length > 0) {
    const made = await createUnits(tx, actor, wanted.newUnits, directory, record.options.units);
    await rememberUnits(tx, record.id, made);
    directory = { ...(await loadDirectory(tx, moment.today)), before: seen };
  }
  const places = await createPlaces(tx, record.id, [...wanted.sources.values()]);
  // The sources are locked by now: whoever imported the same rows meanwhile has committed and is seen here.
  const known = await loadKnownTickets(tx, actor, wanted.told, knownAmong(scope));
  const draft = (row: CommitRow): NewTicket => {
    const { preview } = row;
    const found = rowKey(preview.sheet, preview.row) in record.options.decisions ? null : known.find(preview);
    // What the preview judged another matter than its likes in the ledger stays one.
    if (found && found.by !== 'alike')
      throw new AppError('importKnownMeanwhile', { sheet: preview.sheet, row: preview.row, no: found.no });
    const { sourceId, itemId } = places.of(preview);
    const { doneIsClosed } = record.options;
    return draftTicket(preview, matchOf(row), { ...moment, doneIsClosed, importId: record.id, sourceId, itemId });
  };
  const { nos, kinds } = wanted;
  const all = nos.length + (record.counts.update ?? 0);
  const told = (done: number) => tell(Math.round((done / all) * 95));
  const parts = draftedParts(commitRowsInParts(db, record.id, ticketsPerPart), draft);
  await createTicketsInParts(tx, actor, { kinds, parts }, { ...moment, action: 'import' }, async (from, created) => {
    await rememberTickets(tx, record.id, nos.slice(from, from + created.length), created);
    if (from % rowsPerSign === 0) await told(from + created.length);
  });
  const updates = importRowsInParts(tx, record.id, 'update', updatesPerSign);
  const updated = await updateKnown(tx, actor, record, updates, tickets, { ...moment, directory: seen }, (done) =>
    told(nos.length + done),
  );
  return { created: nos.length, updated };
}

async function* draftedParts(
  parts: AsyncIterable<readonly CommitRow[]>,
  draft: (row: CommitRow) => NewTicket,
): AsyncGenerator<readonly NewTicket[]> {
  for await (const rows of parts) yield rows.map(draft);
}

/** Refuses while rows need somebody, the first of them named, and kinds another office keeps. */
export async function assertMayCommit(tx: EntityManager, actor: Actor, importId: string): Promise<void> {
  const [first] = await select<Pick<ImportRow, 'preview' | 'found'> & { count: number }>(
    tx,
    `select ticket->'preview' as preview, ticket->'found' as found, count(*) over ()::int as count
     from ledger_import_row where import_id = $1 and decision = 'attention' order by no limit 1`,
    [importId],
  );
  if (first) {
    const { sheet, row, issues } = first.preview;
    const why = [...issues, ...first.found].find(({ code }) => stoppingFindings.includes(code));
    const place = { sheet, row, cell: why?.cell };
    throw new AppError('importNeedsAttention', { count: first.count, ...place, message: why?.message ?? '' });
  }
  const kinds = await select<{ kind: TicketKind }>(
    tx,
    `select distinct ticket#>>'{preview,kind}' as kind from ledger_import_row
     where import_id = $1 and decision = 'create'`,
    [importId],
  );
  const foreign = kinds.find(({ kind }) => !kindsRegisteredBy(actor.roles).includes(kind));
  if (foreign) throw new AppError('importKindOfOthers', { kind: foreign.kind, what: kindLabels[foreign.kind][0] });
}

async function rememberTickets(
  tx: EntityManager,
  importId: string,
  nos: readonly number[],
  created: readonly { id: string }[],
): Promise<void> {
  await execute(
    tx,
    `update ledger_import_row r set ticket_id = c.ticket_id
     from unnest($2::int[], $3::uuid[]) as c (no, ticket_id) where r.import_id = $1 and r.no = c.no`,
    [importId, nos, created.map(({ id }) => id)],
  );
}
