import { useInfiniteQuery, useMutation, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { answered, api, upload, type Schema } from './client.js';
import type { paths } from './schema.js';

export type Ticket = Schema['TicketDto'];
export type TicketRow = Schema['TicketRowDto'];
export type OpenAction = Schema['OpenActionDto'];
export type TicketQuery = NonNullable<paths['/api/tickets']['get']['parameters']['query']>;
export type ActionInput = Schema['ActionInputDto'];

const ticketKey = (id: string) => ['ticket', id] as const;
const eventsKey = (id: string) => ['events', id] as const;

export function useWorkbench() {
  return useQuery({ queryKey: ['workbench'], queryFn: () => answered(api.GET('/api/workbench')) });
}

/** The ledger page by page; the count of the first page stands for all. */
export function useTicketPages(query: TicketQuery) {
  return useInfiniteQuery({
    queryKey: ['tickets', query],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      answered(api.GET('/api/tickets', { params: { query: { ...query, cursor: pageParam } } })),
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
}

/** A few tickets beside something else: a search, a workbench group, a figure. */
export function useTicketList(query: TicketQuery, enabled = true) {
  return useQuery({
    queryKey: ['tickets', 'some', query],
    queryFn: () => answered(api.GET('/api/tickets', { params: { query } })),
    enabled,
  });
}

/** The exact number behind `1,000+`, asked for on demand. */
export function useExactCount(query: TicketQuery, enabled: boolean) {
  return useQuery({
    queryKey: ['tickets', 'count', query],
    queryFn: () => answered(api.GET('/api/tickets', { params: { query: { ...query, limit: 1, count: 'exact' } } })),
    enabled,
  });
}

export function useTicket(id: string) {
  return useQuery({
    queryKey: ticketKey(id),
    queryFn: () => answered(api.GET('/api/tickets/{id}', { params: { path: { id } } })),
  });
}

export function useTicketEvents(id: string) {
  return useQuery({
    queryKey: eventsKey(id),
    queryFn: () => answered(api.GET('/api/tickets/{id}/events', { params: { path: { id } } })),
  });
}

/** The answer of every change is the ticket as it stands now; lists and counts are asked again. */
function keep(client: QueryClient, ticket: Ticket): void {
  client.setQueryData(ticketKey(ticket.id), ticket);
  void client.invalidateQueries({ queryKey: eventsKey(ticket.id) });
  void client.invalidateQueries({ queryKey: ['governance', ticket.id] });
  void client.invalidateQueries({ queryKey: ['tickets'] });
  void client.invalidateQueries({ queryKey: ['workbench'] });
}

function useTicketChange<Change>(change: (input: Change) => Promise<Ticket>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: change, onSuccess: (ticket) => keep(client, ticket) });
}

export const useCreateTicket = () =>
  useTicketChange((body: Schema['TicketDraftDto']) => answered(api.POST('/api/tickets', { body })));

export const useEditTicket = (id: string) =>
  useTicketChange((body: Schema['TicketEditDto']) =>
    answered(api.PATCH('/api/tickets/{id}', { params: { path: { id } }, body })),
  );

/** One action on several tickets; the answer says for each what became of it. */
export function useBulkAction() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Schema['BulkActionDto']) => answered(api.POST('/api/ticket-actions', { body })),
    onSettled: () => {
      for (const queryKey of [['tickets'], ['ticket'], ['workbench']]) void client.invalidateQueries({ queryKey });
    },
  });
}

/** One action on one ticket; the ticket comes with the call, so that a selection can be worked off one by one. */
export const useTicketAction = () =>
  useTicketChange(({ id, ...body }: Schema['ActionDto'] & { id: string }) =>
    answered(api.POST('/api/tickets/{id}/actions', { params: { path: { id } }, body })),
  );

export const useReportProgress = (id: string) =>
  useTicketChange((body: Schema['ProgressDto']) =>
    answered(api.POST('/api/tickets/{id}/progress', { params: { path: { id } }, body })),
  );

export const useRecordOutcome = (id: string) =>
  useTicketChange((body: Schema['OutcomeDto']) =>
    answered(api.POST('/api/tickets/{id}/outcomes', { params: { path: { id } }, body })),
  );

export const useComment = (id: string) =>
  useTicketChange((text: string) =>
    answered(api.POST('/api/tickets/{id}/comments', { params: { path: { id } }, body: { text } })),
  );

export const useAddMeasure = (id: string) =>
  useTicketChange((body: Schema['NewMeasureDto']) =>
    answered(api.POST('/api/tickets/{id}/measures', { params: { path: { id } }, body })),
  );

export const useEditMeasure = (id: string) =>
  useTicketChange(({ measureId, ...body }: Schema['MeasureEditDto'] & { measureId: string }) =>
    answered(api.PATCH('/api/tickets/{id}/measures/{measureId}', { params: { path: { id, measureId } }, body })),
  );

/** `onSite` marks the files as the record of an on-site check 现场复查. */
export const useAddEvidence = (id: string, onSite = false) =>
  useTicketChange((files: readonly File[]) => {
    const form = new FormData();
    for (const file of files) form.append('file', file);
    return upload<Ticket>(`/api/tickets/${id}/evidence${onSite ? '?onSite=true' : ''}`, form);
  });

export const useSetDetails = (id: string) =>
  useTicketChange((body: Schema['DetailsDto']) =>
    answered(api.PUT('/api/tickets/{id}/details', { params: { path: { id } }, body })),
  );

export const useRecordReporter = (id: string) =>
  useTicketChange((body: Schema['ReporterDto']) =>
    answered(api.PUT('/api/tickets/{id}/reporter', { params: { path: { id } }, body })),
  );

/** One look at who reported; it is recorded, so nothing of it is kept or asked for again by itself. */
export function useLookAtReporter(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (reason: string) =>
      answered(api.POST('/api/tickets/{id}/reporter/looks', { params: { path: { id } }, body: { reason } })),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ticketKey(id) });
      void client.invalidateQueries({ queryKey: eventsKey(id) });
    },
    gcTime: 0,
  });
}
