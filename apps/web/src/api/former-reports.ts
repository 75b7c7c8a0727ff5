import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answered, api, upload, type Schema } from './client.js';

export type FormerReport = Schema['FormerReportDto'];
export type LearnedPlace = Schema['LearnedPlaceDto'];
export type FigureProposal = Schema['FigureProposalDto'];

/** Whether the numbers of a report with stars are places too. */
export type NumberChoice = 'unstarred' | 'also';

const formerReportKey = (id: string, numbers: NumberChoice) => ['former-report', id, numbers] as const;

export function useLearnReport() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (file: File) => {
      const form = new FormData();
      form.append('file', file);
      return upload<FormerReport>('/api/report-templates/learn', form);
    },
    onSuccess: (report) => client.setQueryData(formerReportKey(report.id, 'unstarred'), report),
  });
}

/** Reads the same each time: what the person has chosen stays on the page until the template is made. */
export function useFormerReport(id: string, numbers: NumberChoice) {
  return useQuery({
    queryKey: formerReportKey(id, numbers),
    queryFn: () =>
      answered(api.GET('/api/report-templates/learn/{id}', { params: { path: { id }, query: { numbers } } })),
    staleTime: Infinity,
    placeholderData: keepPreviousData,
  });
}

export function useBindReport(id: string, numbers: NumberChoice) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (bindings: { index: number; key: string }[]) =>
      answered(
        api.PUT('/api/report-templates/{id}/bindings', {
          params: { path: { id }, query: { numbers } },
          body: { bindings },
        }),
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: ['report-templates'] }),
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
