import type { EntityManager } from 'typeorm';
import type { Moment } from '@xiaohao/calendar';
import { execute } from '@xiaohao/database';
import { loadBureau, openBureau, type Bureau } from './bureau.js';
import type { ImportCounts, ImportRecord } from './import-record.js';
import { importRowsInParts, listRowsSharing, updateImportRows, type ImportRow } from './import.queries.js';
import { addCounts, countRows, judgeRows, noPlaces, recount, type JudgedRow } from './row-judgement.js';

/** So many rows are read, judged and written at once. */
const rowsPerPart = 500;

/**
 * Holds all rows of an import against the bureau again, after an option or the bureau itself has changed. Returns the
 * numbers of the rows of which something else is told now.
 */
export async function rejudgeRows(
  tx: EntityManager,
  record: ImportRecord,
  moment: Moment,
  /** Rows that were read again, by their number. */
  reread: ReadonlyMap<number, ImportRow> = new Map(),
): Promise<number[]> {
  const about = await openBureau(tx, record, moment);
  const places = noPlaces();
  const counts = countRows([], record.ignored.length);
  const changed: number[] = [];
  for await (const before of importRowsInParts(tx, record.id, null, rowsPerPart)) {
    const rows = before.map((row) => reread.get(row.no) ?? row);
    const judged = judgeRows(rows, record.sheets, await about(previewsOf(rows)), record.options, places);
    addCounts(counts, judged);
    for (const no of await keepChanged(tx, record, before, judged, reread)) changed.push(no);
  }
  await keepCounts(tx, record.id, counts);
  return changed;
}

/**
 * The same for some rows alone, with all that judging them can change: rows that tell the same as one of them did or does
 * now, or of the same ticket, and so on from those. What these are judged as is what judging all would give.
 */
export async function rejudgeSome(
  tx: EntityManager,
  record: ImportRecord,
  moment: Moment,
  touched: readonly ImportRow[],
  reread: ReadonlyMap<number, ImportRow>,
): Promise<number[]> {
  const present = (row: ImportRow) => reread.get(row.no) ?? row;
  let bureau = await loadBureau(tx, record, previewsOf(touched.map(present)), moment);
  const others = await reachedFrom(tx, record.id, touched, touched.map(present), bureau);
  const before = [...touched, ...others].sort((a, b) => a.no - b.no);
  const rows = before.map(present);
  if (others.length > 0) bureau = await loadBureau(tx, record, previewsOf(rows), moment);
  const judged = judgeRows(rows, record.sheets, bureau, record.options);
  await keepCounts(tx, record.id, recount(record.counts, before, judged));
  return keepChanged(tx, record, before, judged, reread);
}

/** The one place that decides how far an edit of rows reaches. */
async function reachedFrom(
  tx: EntityManager,
  importId: string,
  before: readonly ImportRow[],
  after: readonly ImportRow[],
  bureau: Bureau,
): Promise<ImportRow[]> {
  const keysOf = (rows: readonly ImportRow[]) => rows.map(({ key }) => key);
  const targetsOf = (rows: readonly ImportRow[]) => rows.flatMap(({ target }) => target?.ticketId ?? []);
  let keys = [...keysOf(before), ...keysOf(after)];
  let ticketIds = [...targetsOf(before), ...after.flatMap(({ preview }) => bureau.find(preview)?.id ?? [])];
  const seen = before.map(({ no }) => no);
  const reached: ImportRow[] = [];
  for (;;) {
    const more = await listRowsSharing(tx, importId, { keys, ticketIds }, seen);
    if (more.length === 0) return reached;
    reached.push(...more);
    seen.push(...more.map(({ no }) => no));
    [keys, ticketIds] = [keysOf(more), targetsOf(more)];
  }
}

const previewsOf = (rows: readonly ImportRow[]) => rows.map(({ preview }) => preview);

async function keepChanged(
  tx: EntityManager,
  record: ImportRecord,
  before: readonly ImportRow[],
  judged: readonly JudgedRow[],
  reread: ReadonlyMap<number, ImportRow>,
): Promise<number[]> {
  const changed = judged.filter((row, at) => {
    const former = before[at]!;
    return reread.has(row.no) || row.decision !== former.decision || saidOf(row) !== saidOf(former);
  });
  const records = changed.map(({ no, decision, preview, raw, key, lacks, found, units, target = null }) => {
    const said = { found, units, target };
    return { no, decision, ticket: reread.has(no) ? { preview, raw, key, lacks, ...said } : said };
  });
  await updateImportRows(tx, record.id, records);
  return changed.map(({ no }) => no);
}

/** What was kept comes back with its properties in another order. */
function saidOf({ found, units = [], target }: Pick<JudgedRow, 'found' | 'units' | 'target'>): string {
  const findings = found.map(({ cell, code, raw, message }) => [cell, code, raw, message]);
  const changes = target?.changes.map(({ field, label, cell, from, to, held }) => [field, label, cell, from, to, held]);
  return JSON.stringify([
    findings,
    units,
    target ? [target.ticketId, target.no, target.version, target.by, changes, target.asWritten ?? []] : null,
  ]);
}

async function keepCounts(tx: EntityManager, importId: string, counts: ImportCounts): Promise<void> {
  await execute(tx, 'update ledger_import set counts = $2::jsonb where id = $1', [importId, JSON.stringify(counts)]);
}
