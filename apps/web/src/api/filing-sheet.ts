import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answered, api, upload, type Schema } from './client.js';

export type FilingPreview = Schema['FilingPreviewDto'];
export type PreviewedFiling = Schema['PreviewedFilingDto'];

export const filingSheetAddress = (period: string) =>
  `/api/filings/workbook/period.xlsx?period=${encodeURIComponent(period)}`;

/** What an uploaded workbook would file; nothing is stored. */
export function useFilingPreview(period: string) {
  return useMutation({
    mutationFn: (file: File) => {
      const form = new FormData();
      form.append('file', file);
      return upload<FilingPreview>(`/api/filings/workbook?period=${encodeURIComponent(period)}`, form);
    },
  });
}

/** States all of the rows or none. */
export function useFileMany() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Schema['ManyFilingsDto']) => answered(api.POST('/api/filings/workbook/commit', { body })),
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['indicators'] }),
        client.invalidateQueries({ queryKey: ['missing-filings'] }),
        client.invalidateQueries({ queryKey: ['filing-plan'] }),
      ]),
  });
}
