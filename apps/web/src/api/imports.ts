import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { t } from '../language.js';
import { withChanged, type RowChoice } from './import-outline.js';
import { answered, api, upload, type Schema } from './client.js';

export type Import = Schema['ImportDto'];
export type ImportSummary = Schema['ImportSummaryDto'];
export type ImportEdit = Omit<Schema['ImportEditDto'], 'version'>;
export type PreviewTicket = Schema['PreviewTicketDto'];
export type UnknownUnit = Schema['UnknownUnitDto'];
export type SheetDigest = Schema['SheetDigestDto'];
export type ImportSheet = Schema['ImportSheetDto'];
export type Finding = Schema['FindingDto'];

const importKey = (id: string) => ['import', id] as const;

/** Asked again at this pace while work is under way, in case no live event arrives. */
const pollMs = 3_000;

export function isUnderWay({ status }: Pick<ImportSummary, 'status'>): boolean {
  return status === 'queued' || status === 'running' || status === 'committing';
}

export function useImports(enabled = true) {
  return useQuery({ queryKey: ['imports'], queryFn: () => answered(api.GET('/api/imports')), enabled });
}

const outlineOnly = { rows: 'outline' } as const;

/** The import without its rows: a page shows a part of them, and fetches that. */
export function useImport(id: string) {
  return useQuery({
    queryKey: importKey(id),
    queryFn: () => answered(api.GET('/api/imports/{id}', { params: { path: { id }, query: outlineOnly } })),
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

/** What is to be said of the sheet as a whole in this version; the former stays until the next is here. */
export function useSheetDigest({ id, version }: Import, sheet: string, decision: RowChoice | null) {
  return useQuery({
    queryKey: ['import-digest', id, version, sheet, decision],
    queryFn: () => {
      const query = { sheet, decision: decision ?? undefined };
      return answered(api.GET('/api/imports/{id}/digest', { params: { path: { id }, query } }));
    },
    placeholderData: keepPreviousData,
  });
}

/** Names of the file no unit answers to, in this version. */
export function useUnknownUnits({ id, version }: Import) {
  return useQuery({
    queryKey: ['import-unknown-units', id, version],
    queryFn: () => answered(api.GET('/api/imports/{id}/unknown-units', { params: { path: { id } } })),
    placeholderData: keepPreviousData,
  });
}

function useImportChange<Change, Answer extends Import>(id: string, change: (input: Change) => Promise<Answer>) {
  const client = useQueryClient();
  return useMutation({
    // One after the other: each is made against the version the one before led to.
    scope: { id: `import ${id}` },
    mutationFn: change,
    onSuccess: (present) => {
      client.setQueryData<Import>(importKey(id), present);
      void client.invalidateQueries({ queryKey: ['imports'] });
    },
    onError: () => client.invalidateQueries({ queryKey: importKey(id) }),
  });
}

/**
 * Changes are made against the version that is shown at the moment they are sent. Only rows that read otherwise come
 * back; a ledger of thousands is not sent again for one cell.
 */
export function useEditImport(id: string, onChanged?: (version: number, rows: readonly PreviewTicket[]) => void) {
  const client = useQueryClient();
  return useImportChange(id, async (edit: ImportEdit) => {
    const before = client.getQueryData<Import>(importKey(id));
    const params = { path: { id }, query: { changed: 'true' as const } };
    const body = { version: before?.version ?? 0, ...edit };
    const { tickets, ...present } = await answered(api.PATCH('/api/imports/{id}', { params, body }));
    onChanged?.(present.version, tickets);
    return { ...present, tickets: [], outline: withChanged(before?.outline ?? [], tickets) };
  });
}

/** Stores what is shown, and nothing that was changed since. */
export function useCommitImport(id: string) {
  const client = useQueryClient();
  return useImportChange(id, async (version: number) => {
    // The click that stores may first have ended an edit of its own, such as that of the year.
    const present = client.getQueryData<Import>(importKey(id));
    if (present && present.version !== version) throw new Error(t('import.changedFirst'));
    const params = { path: { id }, query: outlineOnly };
    return answered(api.POST('/api/imports/{id}/commit', { params, body: { version } }));
  });
}

/** Gives up the reading or storing that is under way. */
export const useCancelImport = (id: string) =>
  useImportChange(id, () =>
    answered(api.POST('/api/imports/{id}/cancel', { params: { path: { id }, query: outlineOnly } })),
  );

export const useUndoImport = (id: string) =>
  useImportChange(id, () =>
    answered(api.POST('/api/imports/{id}/undo', { params: { path: { id }, query: outlineOnly } })),
  );

/** Has the import asked for again. */
export function useRefreshImport(id: string) {
  const client = useQueryClient();
  return () => void client.invalidateQueries({ queryKey: importKey(id) });
}
