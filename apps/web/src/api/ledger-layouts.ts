import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answered, api, upload, type Schema } from './client.js';

export type LedgerLayout = Schema['LedgerLayoutDto'];
export type LayoutReading = Schema['LayoutReadingDto'];
export type LayoutColumn = LedgerLayout['columns'][number];

const key = ['ledger-layouts'] as const;

export function useLedgerLayouts({ enabled = true } = {}) {
  return useQuery({ queryKey: key, enabled, queryFn: () => answered(api.GET('/api/ledger-layouts')) });
}

export interface LayoutUpload {
  file: File;
  kind: string;
  /** Where a person pointed at the header. */
  headerRows: readonly number[];
}

function formOf({ file, kind, headerRows }: LayoutUpload, more: Readonly<Record<string, string>> = {}): FormData {
  const form = new FormData();
  const fields = { kind, headerRows: headerRows.join(','), ...more };
  for (const [name, value] of Object.entries(fields)) if (value) form.append(name, value);
  form.append('file', file);
  return form;
}

/** What the workbook would become. */
export const useReadLayout = () =>
  useMutation({
    mutationFn: (given: LayoutUpload) => upload<LayoutReading>('/api/ledger-layouts/reading', formOf(given)),
  });

export function useKeepLayout() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({
      name,
      fields,
      ...given
    }: LayoutUpload & { name: string; fields: Readonly<Record<string, string>> }) =>
      upload<LedgerLayout>('/api/ledger-layouts', formOf(given, { name, fields: JSON.stringify(fields) })),
    onSuccess: () => client.invalidateQueries({ queryKey: key }),
  });
}

export type LayoutEdit = Schema['LayoutEditDto'];

export function useEditLayout() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, ...body }: LayoutEdit & { id: string }) =>
      answered(api.PATCH('/api/ledger-layouts/{id}', { params: { path: { id } }, body })),
    onSettled: () => client.invalidateQueries({ queryKey: key }),
  });
}

export function useRemoveLayout() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => answered(api.DELETE('/api/ledger-layouts/{id}', { params: { path: { id } } })),
    onSettled: () => client.invalidateQueries({ queryKey: key }),
  });
}
