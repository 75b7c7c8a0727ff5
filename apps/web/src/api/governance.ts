import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answered, api, upload, type Schema } from './client.js';
import type { paths } from './schema.js';

export type Governance = Schema['TicketGovernanceDto'];
export type Check = Schema['CheckDto'];
export type LookBack = Schema['LookBackDto'];
export type LookBackRow = Schema['LookBackRowDto'];
export type LookBackSummary = Schema['LookBackSummaryDto'];

export type LookBackFilter = NonNullable<paths['/api/look-backs/population']['get']['parameters']['query']>;

const governanceKey = (ticketId: string) => ['governance', ticketId] as const;

export function useGovernance(ticketId: string) {
  return useQuery({
    queryKey: governanceKey(ticketId),
    queryFn: () => answered(api.GET('/api/tickets/{id}/governance', { params: { path: { id: ticketId } } })),
  });
}

/** Every change answers with all that governs the ticket now; its history and what waits are asked again. */
function useGovernanceChange<Input>(ticketId: string, change: (input: Input) => Promise<Governance>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: (governance) => {
      client.setQueryData(governanceKey(ticketId), governance);
      for (const queryKey of [['events', ticketId], ['ticket', ticketId], ['workbench'], ['tickets']]) {
        void client.invalidateQueries({ queryKey });
      }
    },
  });
}

const at = (id: string) => ({ params: { path: { id } } });

export const useRelate = (id: string) =>
  useGovernanceChange(id, (body: Schema['NewRelationDto']) =>
    answered(api.POST('/api/tickets/{id}/relations', { ...at(id), body })),
  );

export const useUnrelate = (id: string) =>
  useGovernanceChange(id, (relationId: string) =>
    answered(api.DELETE('/api/tickets/{id}/relations/{relationId}', { params: { path: { id, relationId } } })),
  );

export const useInstruct = (id: string) =>
  useGovernanceChange(id, (body: Schema['NewInstructionDto']) =>
    answered(api.POST('/api/tickets/{id}/instructions', { ...at(id), body })),
  );

export const useAcknowledgeInstruction = (id: string) =>
  useGovernanceChange(id, ({ instructionId, version }: { instructionId: string; version: number }) =>
    answered(
      api.POST('/api/tickets/{id}/instructions/{instructionId}/acknowledgement', {
        params: { path: { id, instructionId } },
        body: { version },
      }),
    ),
  );

export const useAnswerInstruction = (id: string) =>
  useGovernanceChange(id, ({ instructionId, ...body }: Schema['InstructionAnswerDto'] & { instructionId: string }) =>
    answered(
      api.POST('/api/tickets/{id}/instructions/{instructionId}/answer', {
        params: { path: { id, instructionId } },
        body,
      }),
    ),
  );

export const useSpread = (id: string) =>
  useGovernanceChange(id, (body: Schema['NewSpreadDto']) =>
    answered(api.POST('/api/tickets/{id}/spreads', { ...at(id), body })),
  );

export function useChecks() {
  return useQuery({ queryKey: ['checks'], queryFn: () => answered(api.GET('/api/checks')) });
}

export function useAnswerCheck() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, ...body }: Schema['CheckAnswerDto'] & { id: string }) =>
      answered(api.POST('/api/checks/{id}/answer', { ...at(id), body })),
    onSuccess: (checks) => {
      client.setQueryData(['checks'], checks);
      void client.invalidateQueries({ queryKey: ['workbench'] });
    },
  });
}

export function useRegisterFinding() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, ...body }: Schema['CheckTicketDto'] & { id: string }) =>
      answered(api.POST('/api/checks/{id}/ticket', { ...at(id), body })),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['checks'] });
      void client.invalidateQueries({ queryKey: ['tickets'] });
    },
  });
}

export function useGovernanceStatistics(period: { from: string; to: string }) {
  return useQuery({
    queryKey: ['governance-statistics', period],
    queryFn: () => answered(api.GET('/api/governance-statistics', { params: { query: period } })),
  });
}

export function useLookBacks() {
  return useQuery({ queryKey: ['look-backs'], queryFn: () => answered(api.GET('/api/look-backs')) });
}

export function useLookBack(id: string) {
  return useQuery({ queryKey: ['look-back', id], queryFn: () => answered(api.GET('/api/look-backs/{id}', at(id))) });
}

/** How many closed tickets a filter gives to draw from. */
export function usePopulation(filter: LookBackFilter | null) {
  return useQuery({
    queryKey: ['look-backs', 'population', filter],
    queryFn: () => answered(api.GET('/api/look-backs/population', { params: { query: filter! } })),
    enabled: filter !== null,
  });
}

function useLookBackChange<Input>(change: (input: Input) => Promise<LookBack>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: (lookBack) => {
      client.setQueryData(['look-back', lookBack.id], lookBack);
      void client.invalidateQueries({ queryKey: ['look-backs'] });
      void client.invalidateQueries({ queryKey: ['workbench'] });
    },
  });
}

export const useCreateLookBack = () =>
  useLookBackChange((body: Schema['NewLookBackDto']) => answered(api.POST('/api/look-backs', { body })));

export const useAssignInspector = (id: string) =>
  useLookBackChange((body: Schema['InspectorDto']) =>
    answered(api.POST('/api/look-backs/{id}/inspector', { ...at(id), body })),
  );

export const useRecordResult = (id: string) =>
  useLookBackChange(({ rowId, ...body }: Schema['LookBackResultDto'] & { rowId: string }) =>
    answered(api.POST('/api/look-backs/{id}/rows/{rowId}/result', { params: { path: { id, rowId } }, body })),
  );

export const useAddLookBackEvidence = (id: string) =>
  useLookBackChange(({ rowId, files }: { rowId: string; files: readonly File[] }) => {
    const form = new FormData();
    for (const file of files) form.append('file', file);
    return upload<LookBack>(`/api/look-backs/${id}/rows/${rowId}/evidence`, form);
  });

export function useFollowUp(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ rowId, ...body }: Schema['FollowUpDto'] & { rowId: string }) =>
      answered(api.POST('/api/look-backs/{id}/rows/{rowId}/follow-up', { params: { path: { id, rowId } }, body })),
    onSuccess: () => {
      for (const queryKey of [['look-back', id], ['look-backs'], ['tickets']])
        void client.invalidateQueries({ queryKey });
    },
  });
}
