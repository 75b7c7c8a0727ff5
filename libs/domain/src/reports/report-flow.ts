import { mayDo, type Permission } from '../people/permission.js';
import type { Role } from '../people/role.js';

/** draft: worked on · submitted: waits for the chief · returned: with a reason · final · withdrawn: was final. */
export const reportStates = ['draft', 'submitted', 'returned', 'final', 'withdrawn'] as const;
export type ReportState = (typeof reportStates)[number];

export interface ReportStep {
  readonly from: readonly ReportState[];
  readonly to: ReportState;
  readonly by: Permission;
  readonly needs: readonly 'reason'[];
}

/** What is decided on a report once it is built. */
export const reportFlow = {
  submit: { from: ['draft', 'returned'], to: 'submitted', by: 'report.submit', needs: [] },
  recall: { from: ['submitted'], to: 'draft', by: 'report.submit', needs: [] },
  return: { from: ['submitted'], to: 'returned', by: 'report.finalize', needs: ['reason'] },
  finalize: { from: ['draft', 'submitted'], to: 'final', by: 'report.finalize', needs: [] },
  withdraw: { from: ['final'], to: 'withdrawn', by: 'report.withdraw', needs: ['reason'] },
} as const satisfies Record<string, ReportStep>;

export type ReportAction = keyof typeof reportFlow;
export const reportActions = Object.keys(reportFlow) as readonly ReportAction[];

export function reportStep(action: ReportAction): ReportStep {
  return reportFlow[action];
}

/** How far a report is, and whether it ever lay before the chief. */
export interface ReportStanding {
  state: ReportState;
  wasSubmitted: boolean;
}

/** Recalled or returned it is the office's again and goes to the chief anew; a draft that never was his may be finalised. */
export function isSubmittedAnew({ state, wasSubmitted }: ReportStanding): boolean {
  return state === 'returned' || (state === 'draft' && wasSubmitted);
}

/** What somebody with these roles may do next with a report that stands so. */
export function reportActionsOf(standing: ReportStanding, roles: readonly Role[]): ReportAction[] {
  return reportActions.filter((action) => {
    const { from, by } = reportStep(action);
    if (action === 'finalize' && isSubmittedAnew(standing)) return false;
    return from.includes(standing.state) && mayDo(roles, by);
  });
}
