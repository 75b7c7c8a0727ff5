import type { DataSource, EntityManager } from 'typeorm';
import { WriteBehind } from '@xiaohao/database';
import type { Workbook } from '@xiaohao/documents';
import type { Moment } from '@xiaohao/calendar';
import { kindsRegisteredBy, type TicketKind } from '@xiaohao/domain';
import { findActor } from '@xiaohao/org';
import { openBureau } from './bureau.js';
import { loadLayoutProfiles } from '../exports/layout-profiles.js';
import { loadProfiles } from './column-profile.queries.js';
import { readingOptionsOf, type ImportCounts, type ImportRecord, type StoredSheet } from './import-record.js';
import { insertImportRows } from './import.queries.js';
import { readSheetsInParts } from '../reading/ledger-reader.js';
import type { IgnoredRow } from '../reading/preview.js';
import { addCounts, judgeRows, noPlaces, type JudgedRow } from './row-judgement.js';

export interface StoredPreview {
  kinds: TicketKind[];
  sheets: StoredSheet[];
  ignored: IgnoredRow[];
  counts: ImportCounts;
}

/** Progress is told each time so many rows are read. */
const rowsPerSign = 10_000;

/**
 * Reads the rows of a workbook, holds them against the bureau and stores them, a part being stored while the next is read:
 * memory does not grow with what was stored. The bureau is asked over connections of its own.
 */
export async function storePreview(
  db: DataSource,
  tx: EntityManager,
  record: ImportRecord,
  workbook: Workbook,
  moment: Moment,
  tell: (read: number) => Promise<void>,
): Promise<StoredPreview> {
  const about = await openBureau(db, record, moment);
  const store = new WriteBehind<JudgedRow[]>((rows) => insertImportRows(tx, record.id, rows));
  const places = noPlaces();
  const kinds = new Set<TicketKind>();
  const counts: ImportCounts = { tickets: 0, findings: 0 };
  const importer = await findActor(db, record.createdBy, moment.today);
  // Of the same headings what was kept from a file is the later word.
  const profiles = [...(await loadLayoutProfiles(db)), ...(await loadProfiles(db, importer?.actor ?? null))];
  const options = {
    ...readingOptionsOf(record.options, moment.today, moment.calendar, profiles),
    registers: kindsRegisteredBy(importer?.actor.roles ?? []),
  };
  let read = 0;
  try {
    const { sheets, ignored } = await readSheetsInParts(workbook, record.fileName, options, async (rows, sheet) => {
      const bureau = await about(rows.map(({ preview }) => preview));
      const numbered = rows.map((row, at) => ({ ...row, no: read + at + 1 }));
      const judged = judgeRows(numbered, [sheet], bureau, record.options, places);
      addCounts(counts, judged);
      for (const { preview } of judged) kinds.add(preview.kind);
      await store.put(judged);
      const signs = Math.floor(read / rowsPerSign);
      read += rows.length;
      if (Math.floor(read / rowsPerSign) > signs) await tell(read);
    });
    return { kinds: [...kinds], sheets, ignored, counts: { ...counts, ignored: ignored.length } };
  } finally {
    await store.end();
  }
}
