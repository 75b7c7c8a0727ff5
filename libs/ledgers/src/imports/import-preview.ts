import type { DataSource, EntityManager } from 'typeorm';
import { WriteBehind } from '@xiaohao/database';
import type { Moment } from '@xiaohao/calendar';
import { kindsRegisteredBy, specialDays, type TicketKind } from '@xiaohao/domain';
import { findActor } from '@xiaohao/org';
import { openBureau } from './bureau.js';
import { loadLayoutProfiles } from '../exports/layout-profiles.js';
import { loadProfiles } from './column-profile.queries.js';
import { readingOptionsOf, type ImportCounts, type ImportRecord, type StoredSheet } from './import-record.js';
import { insertImportRows } from './import.queries.js';
import type { IgnoredRow } from '../reading/preview.js';
import type { ReadingPart } from '../reading/reading-task.js';
import type { LedgerReader } from '../reading/thread-reader.js';
import { addCounts, judgeRows, noPlaces, type JudgedRow } from './row-judgement.js';

export interface StoredPreview {
  kinds: TicketKind[];
  sheets: StoredSheet[];
  ignored: IgnoredRow[];
  counts: ImportCounts;
}

/** Progress is told each time so many rows are read. */
const rowsPerSign = 10_000;

/** How a file is read beside the job: by whom, until somebody stops it, and who hears how far it is. */
export interface PreviewReading {
  reader: LedgerReader;
  signal: AbortSignal;
  tell(read: number, all: number): Promise<void>;
}

/**
 * Has the rows of a workbook read, holds them against the bureau and stores them, a part being judged and stored while the
 * next is read: memory does not grow with what was stored. The bureau is asked over connections of its own.
 */
export async function storePreview(
  db: DataSource,
  tx: EntityManager,
  record: ImportRecord,
  file: Uint8Array,
  moment: Moment,
  { reader, signal, tell }: PreviewReading,
): Promise<StoredPreview> {
  const about = await openBureau(db, record, moment);
  const store = new WriteBehind<JudgedRow[]>((rows) => insertImportRows(tx, record.id, rows));
  const places = noPlaces();
  const kinds = new Set<TicketKind>();
  const counts: ImportCounts = { tickets: 0, findings: 0 };
  const importer = await findActor(db, record.createdBy, moment.today);
  // Of the same headings what was kept from a file is the later word.
  const profiles = [...(await loadLayoutProfiles(db)), ...(await loadProfiles(db, importer?.actor ?? null))];
  const { calendar, ...said } = readingOptionsOf(record.options, moment.today, moment.calendar, profiles);
  const options = { ...said, registers: kindsRegisteredBy(importer?.actor.roles ?? []) };
  const task = { file, fileName: record.fileName, options, days: specialDays(calendar) };
  let all = 0;
  let read = 0;
  let sheet: StoredSheet | null = null;
  const take = async (part: ReadingPart) => {
    if ('all' in part) return tell(0, (all = part.all));
    const { rows } = part;
    sheet = part.sheet ?? sheet;
    const bureau = await about(rows.map(({ preview }) => preview));
    const numbered = rows.map((row, at) => ({ ...row, no: read + at + 1 }));
    const judged = judgeRows(numbered, [sheet!], bureau, record.options, places);
    addCounts(counts, judged);
    for (const { preview } of judged) kinds.add(preview.kind);
    await store.put(judged);
    const signs = Math.floor(read / rowsPerSign);
    read += rows.length;
    if (Math.floor(read / rowsPerSign) > signs) await tell(read, all);
  };
  try {
    const { sheets, ignored } = await reader.read(task, { take, signal });
    return { kinds: [...kinds], sheets, ignored, counts: { ...counts, ignored: ignored.length } };
  } finally {
    await store.end();
  }
}
