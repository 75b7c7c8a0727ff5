import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answered, api, type Schema } from './client.js';

export type KeptTemplate = Schema['KeptTemplateDto'];
export type LeftOfTemplate = Schema['LeftWordsDto'];

/** Those that were removed; they can be restored. */
export function useRemovedTemplates() {
  return useQuery({
    queryKey: ['report-templates', 'removed'],
    queryFn: () => answered(api.GET('/api/report-templates', { params: { query: { archived: 'true' } } })),
  });
}

/** What no report changes in a template. */
export function useLeftWords(id: string) {
  return useQuery({
    queryKey: ['report-templates', id, 'left-words'],
    queryFn: () => answered(api.GET('/api/report-templates/{id}/left-words', { params: { path: { id } } })),
  });
}

function useTemplateChange<Input, Answer>(change: (input: Input) => Promise<Answer>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: () => client.invalidateQueries({ queryKey: ['report-templates'] }),
  });
}

export function useRenameTemplate() {
  return useTemplateChange(({ id, name }: { id: string; name: string }) =>
    answered(api.PATCH('/api/report-templates/{id}', { params: { path: { id } }, body: { name } })),
  );
}

export function useRemoveTemplate() {
  return useTemplateChange((id: string) =>
    answered(api.DELETE('/api/report-templates/{id}', { params: { path: { id } } })),
  );
}

export function useRestoreTemplate() {
  return useTemplateChange((id: string) =>
    answered(api.POST('/api/report-templates/{id}/restore', { params: { path: { id } } })),
  );
}
