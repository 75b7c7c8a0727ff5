import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answered, api, type Schema } from './client.js';

export type FilingPlan = Schema['FilingPlanDto'];
export type PlannedIndicator = Schema['PlannedIndicatorDto'];
export type NewDuty = Schema['NewFilingDutyDto'];
export type DutyChange = Schema['DutyChangeDto'];

/** Every indicator with who is to file it, and of whom it is expected in the period. */
export function useFilingPlan(period: string) {
  return useQuery({
    queryKey: ['filing-plan', period],
    queryFn: () => answered(api.GET('/api/filing-duties/plan', { params: { query: { period } } })),
  });
}

/** All changes or none. */
export function useSetDuties() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (changes: DutyChange[]) => answered(api.PUT('/api/filing-duties', { body: { changes } })),
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['filing-plan'] }),
        client.invalidateQueries({ queryKey: ['missing-filings'] }),
      ]),
  });
}
