import type { EntityManager } from 'typeorm';
import { kindsRegisteredBy, type Day, type TicketKind, type WorkingCalendar } from '@xiaohao/domain';
import { execute, newId, select } from '@xiaohao/database';
import { AppError } from '@xiaohao/errors';
import type { Actor } from '@xiaohao/org';
import { createTicketsInParts, type NewTicket } from '@xiaohao/tickets';
import { rowKey, type ImportRecord } from './import-record.js';
import { listCommitRows, listImportRows, type CommitRow, type ImportRow } from './import.queries.js';
import { importScope, knownAmong, type ImportScope } from './import-scope.js';
import { loadKnownTickets } from './known-tickets.js';
import { loadDirectory, plainName } from './name-matching.js';
import { createUnits } from './new-units.js';
import { stoppingFindings } from '../reading/preview.js';
import { matchRow } from './row-judgement.js';
import { draftTicket } from './ticket-draft.js';
import { lockKnown, updateKnown } from './import-update.js';
import type { TicketMatch } from './ticket-match.js';

export interface CommitMoment {
  today: Day;
  at: Date;
  calendar: WorkingCalendar;
}

/** So many tickets are created between two signs of progress. */
const rowsPerSign = 1000;

/** Creates and updates what an import says, its sources, items and units with it. Everything in the caller's transaction. */
export async function commitRows(
  tx: EntityManager,
  actor: Actor,
  record: ImportRecord,
  moment: CommitMoment,
  tell: (progress: number) => Promise<void>,
): Promise<{ created: number; updated: number }> {
  await assertMayCommit(tx, actor, record.id);
  const wanted = await listCommitRows(tx, record.id);
  const known = await listImportRows(tx, record.id, 'update');
  const scope = importScope(actor);
  // Before anything is created, in the order of their ids: whoever changes one of them meanwhile was first or waits.
  const tickets = await lockKnown(tx, actor, known);
  const matches = await matchAgain(tx, record, wanted, scope, moment.today);
  const places = await createSources(tx, record.id, wanted);
  await assertStillNew(tx, actor, record, wanted, scope);
  const draftAt = (at: number): NewTicket => {
    const { preview } = wanted[at]!;
    const sourceId = places.sourceIds.get(sourceKey(preview))!;
    return draftTicket(preview, matches[at]!, {
      today: moment.today,
      calendar: moment.calendar,
      doneIsClosed: record.options.doneIsClosed,
      importId: record.id,
      sourceId,
      itemId: preview.item === null ? null : places.itemIds.get(`${sourceId} ${preview.item}`)!,
    });
  };
  const all = wanted.length + known.length;
  const told = (done: number) => tell(Math.round((done / all) * 95));
  const kinds = wanted.map(({ preview }) => preview.kind);
  await createTicketsInParts(tx, actor, { kinds, draftAt }, { ...moment, action: 'import' }, async (from, created) => {
    await rememberTickets(tx, record.id, wanted.slice(from, from + created.length), created);
    if (from % rowsPerSign === 0) await told(from + created.length);
  });
  const updated = await updateKnown(tx, actor, record, known, tickets, moment, (done) => told(wanted.length + done));
  return { created: wanted.length, updated };
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
  if (foreign) throw new AppError('forbidden', { kind: foreign.kind });
}

/** The sources are locked by now: whoever imported the same rows meanwhile has committed and is seen here. */
async function assertStillNew(
  tx: EntityManager,
  actor: Actor,
  record: ImportRecord,
  rows: readonly CommitRow[],
  scope: ImportScope,
): Promise<void> {
  const unasked = rows.filter(({ preview }) => !(rowKey(preview.sheet, preview.row) in record.options.decisions));
  const known = await loadKnownTickets(
    tx,
    actor,
    unasked.map(({ preview }) => preview),
    knownAmong(scope),
  );
  for (const { preview } of unasked) {
    const found = known.find(preview);
    if (found === null) continue;
    throw new AppError('importKnownMeanwhile', { sheet: preview.sheet, row: preview.row, no: found.no });
  }
}

/** Names are found again at the moment of commit: a unit may have been closed or a person moved since the preview. */
async function matchAgain(
  tx: EntityManager,
  record: ImportRecord,
  rows: readonly CommitRow[],
  scope: ImportScope,
  today: Day,
): Promise<TicketMatch[]> {
  const sheets = new Map(record.sheets.map((sheet) => [sheet.name, sheet]));
  // A unit that closes or merges meanwhile waits for this import.
  await select(tx, 'select 1 from unit where closed_on is null order by id for share');
  let directory = await loadDirectory(tx, today);
  const match = () =>
    rows.map((row) => matchRow(row, sheets.get(row.preview.sheet), { directory, scope }, record.options));
  const first = match();
  const changed = first.findIndex(({ findings }) => findings.some(({ code }) => stoppingFindings.includes(code)));
  if (changed >= 0) {
    const { preview } = rows[changed]!;
    const why = first[changed]!.findings.find(({ code }) => stoppingFindings.includes(code))!;
    const place = { sheet: preview.sheet, row: preview.row, cell: why.cell };
    throw new AppError('importNeedsAttention', { count: 1, ...place, message: why.message });
  }
  const missing = [...new Set(first.flatMap(({ newUnits }) => newUnits.map(plainName)))];
  if (missing.length === 0) return first;
  await createUnits(tx, missing, directory, record.options.units);
  directory = await loadDirectory(tx, today);
  return match();
}

const sourceKey = ({ kind, source }: { kind: string; source: string }) => `${kind} ${source}`;

interface Places {
  /** By kind and name. */
  sourceIds: ReadonlyMap<string, string>;
  /** By source id and title. */
  itemIds: ReadonlyMap<string, string>;
}

/** Finds or creates the sources, which remember who made them, and, in the order they first appear, their items. */
async function createSources(tx: EntityManager, importId: string, rows: readonly CommitRow[]): Promise<Places> {
  const sourceIds = new Map<string, string>();
  const itemIds = new Map<string, string>();
  const firsts = new Map(rows.map(({ preview }) => [sourceKey(preview), preview] as const).reverse());
  // By name, so that two imports into several sources never lock them crosswise.
  for (const [key, { kind, source, raisedOn, raisedOnFrom }] of [...firsts].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const [row] = await select<{ id: string }>(
      tx,
      `insert into source as s (id, kind, name, feedback_on, details)
       values ($1, $2, $3, $4, jsonb_build_object('importId', $5::uuid))
       on conflict (kind, name) do update set feedback_on = coalesce(s.feedback_on, excluded.feedback_on) returning id`,
      [newId(), kind, source, raisedOnFrom === 'importDay' ? null : raisedOn, importId],
    );
    sourceIds.set(key, row!.id);
    await createItems(
      tx,
      row!.id,
      rows.filter(({ preview }) => sourceKey(preview) === key),
      itemIds,
    );
  }
  return { sourceIds, itemIds };
}

async function createItems(
  tx: EntityManager,
  sourceId: string,
  rows: readonly CommitRow[],
  itemIds: Map<string, string>,
): Promise<void> {
  const present = await select<{ id: string; no: number; title: string }>(
    tx,
    'select id, no, title from source_item where source_id = $1 order by no',
    [sourceId],
  );
  for (const { id, title } of present)
    if (!itemIds.has(`${sourceId} ${title}`)) itemIds.set(`${sourceId} ${title}`, id);
  let no = present.at(-1)?.no ?? 0;
  const items: { id: string; no: number; title: string }[] = [];
  for (const { preview } of rows) {
    const title = preview.item;
    if (title === null || itemIds.has(`${sourceId} ${title}`)) continue;
    items.push({ id: newId(), no: (no += 1), title });
    itemIds.set(`${sourceId} ${title}`, items.at(-1)!.id);
  }
  if (items.length === 0) return;
  await execute(
    tx,
    `insert into source_item (id, source_id, no, title) select r.id, $1, r.no, r.title
     from jsonb_to_recordset($2::jsonb) as r (id uuid, no int, title text)`,
    [sourceId, JSON.stringify(items)],
  );
}

async function rememberTickets(
  tx: EntityManager,
  importId: string,
  rows: readonly CommitRow[],
  created: readonly { id: string }[],
): Promise<void> {
  await execute(
    tx,
    `update ledger_import_row r set ticket_id = c.ticket_id
     from unnest($2::int[], $3::uuid[]) as c (no, ticket_id) where r.import_id = $1 and r.no = c.no`,
    [importId, rows.map(({ no }) => no), created.map(({ id }) => id)],
  );
}
