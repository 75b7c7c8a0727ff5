import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answered, api, upload, type Schema } from './client.js';

export type FormerReport = Schema['FormerReportDto'];
export type FormerReportRow = Schema['FormerReportRowDto'];
export type LearnedPlace = Schema['LearnedPlaceDto'];
export type LearnedPeriodPlace = Schema['LearnedPeriodPlaceDto'];
export type FigureProposal = Schema['FigureProposalDto'];
export type DecisionChange = Schema['DecisionChangeDto'];

const formerReportKey = (id: string) => ['former-report', id] as const;
const listKey = ['former-reports'] as const;

export function useLearnReport() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (file: File) => {
      const form = new FormData();
      form.append('file', file);
      return upload<FormerReport>('/api/report-templates/learn', form);
    },
    onSuccess: () => client.invalidateQueries({ queryKey: listKey }),
  });
}

/** Those read lately, to go on with. */
export function useFormerReports() {
  return useQuery({ queryKey: listKey, queryFn: () => answered(api.GET('/api/report-templates/learn')) });
}

/** Read as it was decided; forgotten when the page is left, so that it is gone on with as it was kept. */
export function useFormerReport(id: string) {
  return useQuery({
    queryKey: formerReportKey(id),
    queryFn: () => answered(api.GET('/api/report-templates/learn/{id}', { params: { path: { id } } })),
    staleTime: Infinity,
    gcTime: 0,
    placeholderData: keepPreviousData,
  });
}

/** Keeps what was decided, one after the other; what changes how the report is read has it read anew. */
export function useDecide(id: string) {
  const client = useQueryClient();
  return useMutation({
    scope: { id: `former report ${id}` },
    mutationFn: (change: DecisionChange) =>
      answered(api.PATCH('/api/report-templates/learn/{id}', { params: { path: { id } }, body: change })),
    onSuccess: async (_, { numbers, period }) => {
      void client.invalidateQueries({ queryKey: listKey });
      if (numbers || period) await client.invalidateQueries({ queryKey: formerReportKey(id) });
    },
  });
}

export function useBindReport(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: { bindings: { index: number; key: string }[]; literal: number[]; name: string }) =>
      answered(api.PUT('/api/report-templates/{id}/bindings', { params: { path: { id } }, body })),
    onSuccess: (template) => {
      client.setQueryData<FormerReport>(
        formerReportKey(id),
        (report) => report && { ...report, templateId: template.id },
      );
      void client.invalidateQueries({ queryKey: listKey });
      return client.invalidateQueries({ queryKey: ['report-templates'] });
    },
  });
}

/** Every figure and parameter a template may print. */
export function useFigureTable() {
  return useQuery({
    queryKey: ['figures'],
    queryFn: () => answered(api.GET('/api/figures')),
    staleTime: Infinity,
  });
}
