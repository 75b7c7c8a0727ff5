import { statusLabels } from '@xiaohao/messages';
import { ownProgress, statusWords, type OwnProgress } from '../reading/tickets/own-progress.js';
import { withFailedReview } from './ticket-draft.js';
import { same, tidy, type Compared, type Difference } from './update-compared.js';

/** What stands behind the status our export writes before it. */
export function compareProgress(compared: Compared): Difference | null {
  const { ticket, preview, moment } = compared;
  const text = withFailedReview(ownHead(preview.progress, compared)?.rest ?? tidy(preview.progress), preview);
  if (text === '' || same(text, ticket.latestProgress) || text === statusLabels[ticket.status][0]) return null;
  const on = preview.failedReview?.on ?? preview.filledOn ?? moment.today;
  const older = ticket.latestProgressOn !== null && on < ticket.latestProgressOn;
  const held = older ? 'updateOlderProgress' : on > moment.today ? 'updateFutureProgress' : null;
  const progress = { text, percent: null, on };
  const patch = { latestProgress: text, latestProgressOn: on };
  return { from: ticket.latestProgress, to: text, held, write: { progress, patch } };
}

/** Of a column of its own, else of what our export writes behind the status. */
export function comparePercent(compared: Compared): Difference | null {
  const { ticket, preview, cells } = compared;
  const own = cells.first('progressPercent');
  const at = own ?? cells.first('progress');
  const to = own ? preview.progressPercent : (ownHead(preview.progress, compared)?.percent ?? null);
  if (to === null || !at || to === ticket.progressPercent) return null;
  const from = ticket.progressPercent === null ? null : `${ticket.progressPercent}%`;
  const held = to > 100 ? 'updateCellUnread' : ticket.childCount > 0 ? 'updatePercentOfParts' : null;
  return { from, to: `${to}%`, at, held, write: { patch: { progressPercent: to } } };
}

/**
 * Some columns hold what was reported alone, which may begin like one of our own lines. A file without our numbers may be
 * anybody's: its first line is ours where it says the present status, or stands before what we know.
 */
export function ownHead(text: string | null, { by, ticket }: Pick<Compared, 'by' | 'ticket'>): OwnProgress | null {
  const own = same(text, ticket.latestProgress) ? null : ownProgress(text);
  if (!own || by === 'no' || own.status === statusWords(ticket.status)) return own;
  return own.rest !== '' && same(own.rest, ticket.latestProgress) ? own : null;
}
