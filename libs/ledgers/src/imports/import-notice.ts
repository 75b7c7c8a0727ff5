import type { EntityManager } from 'typeorm';
import type { Day } from '@xiaohao/domain';
import { importDoneTexts, importNoticeTexts } from '@xiaohao/messages';
import type { NoticeService } from '@xiaohao/notices';
import type { ImportRecord } from './import-record.js';

/** Tells the importer how a piece of long work ended; they may have left the page. */
export async function tellImporter(
  tx: EntityManager,
  notices: NoticeService,
  record: Pick<ImportRecord, 'id' | 'fileName' | 'createdBy'>,
  outcome: keyof typeof importNoticeTexts,
  words: { count?: number; updated?: number; reason?: string; today: Day },
): Promise<void> {
  const link = `/imports/${record.id}`;
  const text = importNoticeTexts[outcome][0]
    .replace('{file}', () => record.fileName)
    .replace('{count}', String(words.count ?? 0))
    .replace('{what}', () => doneInWords(words))
    .replace('{reason}', () => words.reason ?? '');
  // Of one import the last word alone is unread.
  await notices.supersede(tx, record.createdBy, link);
  await notices.post(tx, {
    personId: record.createdBy,
    ruleCode: `import_${outcome}`,
    forOn: words.today,
    subject: text,
    body: { heading: text, blocks: [] },
    link,
    channels: ['inbox'],
  });
}

/** Of none nothing. */
function doneInWords({ count = 0, updated = 0 }: { count?: number; updated?: number }): string {
  const created = importDoneTexts.created[0].replace('{count}', String(count));
  const changed = importDoneTexts.updated[0].replace('{count}', String(updated));
  return [count > 0 && created, updated > 0 && changed].filter(Boolean).join('，') || importDoneTexts.nothing[0];
}
