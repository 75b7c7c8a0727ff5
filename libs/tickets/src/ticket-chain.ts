import { officesOf, type TicketKind, type TicketStatus } from '@xiaohao/domain';
import type { TicketDetailRow } from './ticket-detail.queries.js';

/** One step of a ticket's way from 交办 to 销号. */
export interface ChainStep {
  stage: TicketStatus;
  done: boolean;
  current: boolean;
  on: string | null;
}

/** The way of this ticket: the kind's stages with what is behind and where it stands. */
export function chainOf(row: TicketDetailRow): ChainStep[] {
  const { chain } = officesOf(row.kind as TicketKind, row.level);
  const end: TicketStatus = row.status === 'ongoing' || row['deadline_ongoing'] ? 'ongoing' : 'closed';
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
  return stages.map((stage, index) => ({
    stage,
    done: index < at || (index === at && (stage === 'closed' || stage === 'ongoing')),
    current: index === at,
    on: (dates[stage] as string | null | undefined) ?? null,
  }));
}
