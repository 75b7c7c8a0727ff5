import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { TicketKind } from '@xiaohao/domain';
import { answered, api, type Schema } from './client.js';
import type { paths } from './schema.js';

export type Campaign = Schema['CampaignDto'];
export type DeadlineRule = Schema['DeadlineRuleDto'];
export type DeadlineRuleEdit = Schema['DeadlineRuleEditDto'];
export type ProposalQuery = paths['/api/deadline-proposal']['get']['parameters']['query'];

const campaignsKey = ['campaigns'] as const;
const rulesKey = ['deadline-rules'] as const;

export function useCampaigns(enabled = true) {
  return useQuery({ queryKey: campaignsKey, queryFn: () => answered(api.GET('/api/campaigns')), enabled });
}

function useCampaignChange<Input, Output>(change: (input: Input) => Promise<Output>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: campaignsKey });
      void client.invalidateQueries({ queryKey: ['tickets'] });
    },
  });
}

export const useCreateCampaign = () =>
  useCampaignChange((body: Schema['NewCampaignDto']) => answered(api.POST('/api/campaigns', { body })));

export const useEditCampaign = () =>
  useCampaignChange(({ id, ...body }: Schema['CampaignEditDto'] & { id: string }) =>
    answered(api.PATCH('/api/campaigns/{id}', { params: { path: { id } }, body })),
  );

export const useRemoveCampaign = () =>
  useCampaignChange((id: string) => answered(api.DELETE('/api/campaigns/{id}', { params: { path: { id } } })));

export const useAddToCampaign = () =>
  useCampaignChange(({ id, ticketIds }: { id: string; ticketIds: string[] }) =>
    answered(api.POST('/api/campaigns/{id}/tickets', { params: { path: { id } }, body: { ticketIds } })),
  );

export function useDeadlineRules() {
  return useQuery({ queryKey: rulesKey, queryFn: () => answered(api.GET('/api/deadline-rules')) });
}

export const useSaveDeadlineRules = () =>
  useRulesChange((rules: DeadlineRuleEdit[]) => answered(api.PUT('/api/deadline-rules', { body: { rules } })));

function useRulesChange<Given>(change: (given: Given) => Promise<DeadlineRule[]>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: (rules) => {
      client.setQueryData(rulesKey, rules);
      void client.invalidateQueries({ queryKey: ['deadline-proposal'] });
    },
  });
}

export const useAddDeadlineRule = () =>
  useRulesChange((body: Schema['NewDeadlineRuleDto']) => answered(api.POST('/api/deadline-rules', { body })));

export const useEndDeadlineRule = () =>
  useRulesChange(({ code, version }: Pick<DeadlineRule, 'code' | 'version'>) =>
    answered(api.POST('/api/deadline-rules/{code}/end', { params: { path: { code } }, body: { version } })),
  );

/** Dates the rules propose for a ticket of this sort; nothing is asked while the kind is unknown. */
export function useDeadlineProposals(query: Omit<ProposalQuery, 'kind'> & { kind?: TicketKind | string }) {
  return useQuery({
    queryKey: ['deadline-proposal', query],
    queryFn: () => answered(api.GET('/api/deadline-proposal', { params: { query: query as ProposalQuery } })),
    enabled: query.kind !== undefined,
    staleTime: 60_000,
  });
}
