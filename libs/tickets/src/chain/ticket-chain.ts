import { officesOf, type Day, type TicketAction, type TicketKind, type TicketStatus } from '@xiaohao/domain';
import type { TicketDetailRow } from '../reading/ticket-detail.queries.js';

/** One step of a ticket's way from 交办 to 销号. */
export interface ChainStep {
  stage: TicketStatus;
  /** It happened here, or its date came with the ledger. */
  done: boolean;
  /** Behind the ticket without having happened: imported beyond it, or reported straight to acceptance. */
  skipped: boolean;
  current: boolean;
  on: Day | null;
  /** Who took it. */
  by: string | null;
}

/** The action that completes a stage; a review is passed anew after each report. */
const completedBy: Partial<Record<TicketStatus, readonly TicketAction[]>> = {
  assigned: ['assign'],
  in_progress: ['sign'],
  dept_review: ['review_pass'],
  pending_review: ['approve'],
  pending_acceptance: ['accept'],
  closed: ['accept', 'close_ongoing'],
  ongoing: ['accept'],
};
const reviews: readonly TicketStatus[] = ['dept_review', 'pending_review', 'pending_acceptance'];

/** The way of this ticket in its present round: what happened, what was passed over, where it stands. */
export function chainOf(row: TicketDetailRow): ChainStep[] {
  const { chain } = officesOf(row.kind as TicketKind, row.level);
  const isKeptUp = row.status === 'ongoing' || (row['deadline_ongoing'] && row.status !== 'closed');
  const end: TicketStatus = isKeptUp ? 'ongoing' : 'closed';
  const stages: TicketStatus[] = ['draft', 'assigned', 'in_progress', ...chain, end];
  const standing = row.status === 'suspended' ? 'in_progress' : row.status;
  const at = stages.indexOf(standing);
  const dates: Partial<Record<TicketStatus, unknown>> = {
    draft: row['raised_on'],
    assigned: row['assigned_on'],
    in_progress: row['signed_on'],
    closed: row['closed_on'],
    ongoing: row['accepted_on'],
  };
  return stages.map((stage, index) => {
    const step = lastStep(row, stage);
    const on = (dates[stage] as Day | null | undefined) ?? step?.on ?? null;
    const behind = index < at || (index === at && stage === end);
    const happened = step !== undefined || on !== null || !reviews.includes(stage);
    return {
      stage,
      done: behind && happened,
      skipped: behind && !happened,
      current: index === at,
      on: behind || index === at ? on : null,
      by: behind ? (step?.by ?? null) : null,
    };
  });
}

function lastStep({ steps }: TicketDetailRow, stage: TicketStatus) {
  const since = reviews.includes(stage) ? 'submit' : 'reopen';
  const begun = steps.findLastIndex(({ action }) => action === since);
  return steps.slice(begun + 1).findLast(({ action }) => completedBy[stage]?.includes(action));
}
