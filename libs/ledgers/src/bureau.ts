import type { Queryable } from '@xiaohao/database';
import type { Day, WorkingCalendar } from '@xiaohao/domain';
import { findActor } from '@xiaohao/org';
import { listDeadlineRules, loadLedgerTickets, type LedgerTicket } from '@xiaohao/tickets';
import type { ImportRecord } from './import-record.js';
import { importScope, knownAmong, type ImportScope } from './import-scope.js';
import { loadKnownTickets, type KnownTicket } from './known-tickets.js';
import { loadDirectory, type Directory } from './name-matching.js';
import type { PreviewTicket } from './preview.js';
import type { UpdateMoment } from './update-compared.js';

/** What the bureau knows at the moment rows are judged, as far as the importer sees it. */
export interface Bureau {
  directory: Directory;
  scope: ImportScope;
  /** The ticket a row tells of; null when it is new. */
  find(preview: PreviewTicket): (KnownTicket & { ticket: LedgerTicket }) | null;
  /** Null where the importer is no more: then nothing is known. */
  moment: UpdateMoment | null;
}

export async function loadBureau(
  db: Queryable,
  record: Pick<ImportRecord, 'createdBy'>,
  previews: readonly PreviewTicket[],
  { today, calendar }: { today: Day; calendar: WorkingCalendar },
): Promise<Bureau> {
  const directory = await loadDirectory(db, today);
  const actor = (await findActor(db, record.createdBy, today))?.actor ?? null;
  const scope = importScope(actor);
  if (!actor) return { directory, scope, find: () => null, moment: null };
  const known = await loadKnownTickets(db, actor, previews, knownAmong(scope));
  const ids = previews.flatMap((preview) => known.find(preview)?.id ?? []);
  const tickets = await loadLedgerTickets(db, actor, ids);
  const rules = ids.length > 0 ? await listDeadlineRules(db) : [];
  return {
    directory,
    scope,
    find: (preview) => {
      const found = known.find(preview);
      const ticket = found && tickets.get(found.id);
      return found && ticket ? { ...found, ticket } : null;
    },
    moment: { actor, today, calendar, rules },
  };
}
