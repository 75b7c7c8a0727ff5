import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answered, api, upload, type Schema } from './client.js';

export type Import = Schema['ImportDto'];
export type ImportSummary = Schema['ImportSummaryDto'];
export type ImportEdit = Omit<Schema['ImportEditDto'], 'version'>;
export type PreviewTicket = Schema['PreviewTicketDto'];
export type ImportSheet = Schema['ImportSheetDto'];
export type Finding = Schema['FindingDto'];

const importKey = (id: string) => ['import', id] as const;

/** Asked again at this pace while work is under way, in case no live event arrives. */
const pollMs = 3_000;

export function isUnderWay({ status }: Pick<ImportSummary, 'status'>): boolean {
  return status === 'queued' || status === 'running' || status === 'committing';
}

export function useImports() {
  return useQuery({ queryKey: ['imports'], queryFn: () => answered(api.GET('/api/imports')) });
}

export function useImport(id: string) {
  return useQuery({
    queryKey: importKey(id),
    queryFn: () => answered(api.GET('/api/imports/{id}', { params: { path: { id } } })),
    refetchInterval: ({ state }) => (state.data && isUnderWay(state.data) ? pollMs : false),
  });
}

export interface ImportStart {
  file: File;
  kind: string;
  year: number | null;
  baseDate: string | null;
  sourceName: string;
}

export function useStartImport() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ file, ...fields }: ImportStart) => {
      const form = new FormData();
      for (const [name, value] of Object.entries(fields)) if (value) form.append(name, String(value));
      form.append('file', file);
      return upload<Schema['StartedImportDto']>('/api/imports', form);
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['imports'] }),
  });
}

function useImportChange<Change>(id: string, change: (input: Change) => Promise<Import>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: (present) => {
      client.setQueryData(importKey(id), present);
      void client.invalidateQueries({ queryKey: ['imports'] });
    },
    onError: () => client.invalidateQueries({ queryKey: importKey(id) }),
  });
}

/**
 * Changes are made against the version that is shown at the moment they are sent. Only rows that read otherwise come
 * back; a ledger of thousands is not sent again for one cell.
 */
export function useEditImport(id: string) {
  const client = useQueryClient();
  return useImportChange(id, async (edit: ImportEdit) => {
    const before = client.getQueryData<Import>(importKey(id));
    const params = { path: { id }, query: { changed: 'true' as const } };
    const body = { version: before?.version ?? 0, ...edit };
    const present = await answered(api.PATCH('/api/imports/{id}', { params, body }));
    return before ? { ...present, tickets: withChanged(before.tickets, present.tickets) } : present;
  });
}

/** Untouched rows stay the same objects, so that the page draws none of them again. */
function withChanged(tickets: readonly PreviewTicket[], changed: readonly PreviewTicket[]): PreviewTicket[] {
  const keyOf = ({ sheet, row }: PreviewTicket) => `${row} ${sheet}`;
  const present = new Map(changed.map((ticket) => [keyOf(ticket), ticket]));
  return tickets.map((ticket) => present.get(keyOf(ticket)) ?? ticket);
}

/** Stores what is shown, and nothing that was changed since. */
export const useCommitImport = (id: string) =>
  useImportChange(id, (version: number) =>
    answered(api.POST('/api/imports/{id}/commit', { params: { path: { id } }, body: { version } })),
  );

export const useUndoImport = (id: string) =>
  useImportChange(id, () => answered(api.POST('/api/imports/{id}/undo', { params: { path: { id } } })));
