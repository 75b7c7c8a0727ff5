import type { Queryable } from '@xiaohao/database';
import type { Moment } from '@xiaohao/calendar';
import { findActor } from '@xiaohao/org';
import { listDeadlineRules, loadLedgerTickets, type LedgerTicket } from '@xiaohao/tickets';
import type { ImportRecord } from './import-record.js';
import { importScope, knownAmong, type ImportScope } from './import-scope.js';
import { openKnownTickets, type KnownTicket } from './known-tickets.js';
import { loadDirectory, type Directory } from './name-matching.js';
import type { PreviewTicket } from '../reading/preview.js';
import type { UpdateMoment } from './update-compared.js';

/** What the bureau knows at the moment rows are judged, as far as the importer sees it. */
export interface Bureau {
  directory: Directory;
  scope: ImportScope;
  /** The ticket a row tells of, of the rows it was loaded for; null when it is new. */
  find(preview: PreviewTicket): FoundTicket | null;
  /** Numbers of those it may tell of where nobody can tell which. */
  open(preview: PreviewTicket): string[];
  /** Null where the importer is no more: then nothing is known. */
  moment: UpdateMoment | null;
}

export type FoundTicket = KnownTicket & { ticket: LedgerTicket };

export async function loadBureau(
  db: Queryable,
  record: Pick<ImportRecord, 'createdBy'>,
  previews: readonly PreviewTicket[],
  moment: Moment,
): Promise<Bureau> {
  const about = await openBureau(db, record, moment);
  return about(previews);
}

/** For rows that come in several parts: gives what is known of each. */
export async function openBureau(
  db: Queryable,
  record: Pick<ImportRecord, 'createdBy'>,
  { today, calendar }: Moment,
): Promise<(previews: readonly PreviewTicket[]) => Promise<Bureau>> {
  const directory = await loadDirectory(db, today);
  const actor = (await findActor(db, record.createdBy, today))?.actor ?? null;
  const scope = importScope(actor);
  if (!actor) return async () => ({ directory, scope, find: () => null, open: () => [], moment: null });
  const known = openKnownTickets(db, actor, knownAmong(scope));
  const moment: UpdateMoment = { actor, today, calendar, rules: await listDeadlineRules(db) };
  return async (previews) => {
    await known.learn(previews);
    const found = new Map(previews.map((preview) => [preview, known.find(preview)]));
    const ids = [...found.values()].flatMap((one) => one?.id ?? []);
    const tickets = await loadLedgerTickets(db, actor, ids);
    return {
      directory,
      scope,
      moment,
      open: (preview) => known.open(preview),
      find: (preview) => {
        const one = found.get(preview);
        const ticket = one && tickets.get(one.id);
        return one && ticket ? { ...one, ticket } : null;
      },
    };
  };
}
