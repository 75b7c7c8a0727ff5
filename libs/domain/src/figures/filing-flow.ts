/** draft: the department's own · submitted: waits for the office · accepted: counts · returned: with a reason. */
export const filingStatuses = ['draft', 'submitted', 'accepted', 'returned'] as const;
export type FilingStatus = (typeof filingStatuses)[number];

/** Who acts: whoever files for the unit, or who accepts for the bureau. */
export type FilingDuty = 'filer' | 'acceptor';

export interface FilingStep {
  /** Statuses it starts from; `null` where nothing was filed yet. */
  readonly from: readonly (FilingStatus | null)[];
  readonly to: FilingStatus;
  readonly by: FilingDuty;
  readonly needs: readonly 'reason'[];
}

const anything = [null, ...filingStatuses] as const;

/** What may be done with a filing. A value is stated by `save` and `file`; each is a new version. */
export const filingFlow = {
  save: { from: anything, to: 'draft', by: 'filer', needs: [] },
  file: { from: anything, to: 'submitted', by: 'filer', needs: [] },
  submit: { from: ['draft'], to: 'submitted', by: 'filer', needs: [] },
  withdraw: { from: ['submitted'], to: 'draft', by: 'filer', needs: [] },
  accept: { from: ['submitted'], to: 'accepted', by: 'acceptor', needs: [] },
  return: { from: ['submitted', 'accepted'], to: 'returned', by: 'acceptor', needs: ['reason'] },
} as const satisfies Record<string, FilingStep>;

export type FilingAction = keyof typeof filingFlow;
/** Actions on a value that was stated before. */
export const filingDecisions = ['submit', 'withdraw', 'accept', 'return'] as const satisfies readonly FilingAction[];
export type FilingDecision = (typeof filingDecisions)[number];

export function filingStep(action: FilingAction): FilingStep {
  return filingFlow[action];
}

/** What somebody with these duties may do next with a filing of that status. */
export function filingActions(status: FilingStatus, duties: readonly FilingDuty[]): FilingDecision[] {
  return filingDecisions.filter((action) => {
    const { from, by } = filingStep(action);
    return from.includes(status) && duties.includes(by);
  });
}

/**
 * A file given with that version may be taken out while the filing is with the department, unless it goes with the
 * version that was accepted.
 */
export function mayRemoveEvidence(
  { status, acceptedVersion }: { status: FilingStatus; acceptedVersion: number | null },
  givenWith: number,
): boolean {
  return (status === 'draft' || status === 'returned') && givenWith > (acceptedVersion ?? 0);
}

/**
 * Which version of a filing a report counts. `accepted_first`: the accepted one, and where there is none yet the
 * submitted one, which the check-up tells · `accepted_only` · `latest`: what was submitted last.
 */
export const filingChoices = ['accepted_first', 'accepted_only', 'latest'] as const;
export type FilingChoice = (typeof filingChoices)[number];
export const defaultFilingChoice: FilingChoice = 'accepted_first';
