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

/** What is decided on a report once it is built. A draft may be finalised without having been submitted. */
export const reportFlow = {
  submit: { from: ['draft', 'returned'], to: 'submitted', by: 'report.submit', needs: [] },
  recall: { from: ['submitted'], to: 'draft', by: 'report.submit', needs: [] },
  return: { from: ['submitted'], to: 'returned', by: 'report.finalize', needs: ['reason'] },
  finalize: { from: ['draft', 'submitted', 'returned'], to: 'final', by: 'report.finalize', needs: [] },
  withdraw: { from: ['final'], to: 'withdrawn', by: 'report.withdraw', needs: ['reason'] },
} as const satisfies Record<string, ReportStep>;

export type ReportAction = keyof typeof reportFlow;
export const reportActions = Object.keys(reportFlow) as readonly ReportAction[];

export function reportStep(action: ReportAction): ReportStep {
  return reportFlow[action];
}

/** What somebody with these roles may do next with a report in that state. */
export function reportActionsOf(state: ReportState, roles: readonly Role[]): ReportAction[] {
  return reportActions.filter((action) => {
    const { from, by } = reportStep(action);
    return from.includes(state) && mayDo(roles, by);
  });
}
