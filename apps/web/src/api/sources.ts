import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answered, api, type Schema } from './client.js';

export type CountedSource = Schema['CountedSourceDto'];
export type NewSource = Schema['NewSourceDto'];
export type SourceEdit = Schema['SourceEditDto'];

export function useCountedSources() {
  return useQuery({ queryKey: ['sources', 'counted'], queryFn: () => answered(api.GET('/api/sources/counted')) });
}

function useSourceChange<Given, Body>(change: (given: Given) => Promise<Body>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['sources'] });
      void client.invalidateQueries({ queryKey: ['tickets'] });
    },
  });
}

export const useCreateSource = () => useSourceChange((body: NewSource) => answered(api.POST('/api/sources', { body })));

export const useEditSource = (id: string) =>
  useSourceChange((body: SourceEdit) => answered(api.PATCH('/api/sources/{id}', { params: { path: { id } }, body })));

export const useAddSourceItem = (id: string) =>
  useSourceChange((title: string) =>
    answered(api.POST('/api/sources/{id}/items', { params: { path: { id } }, body: { title } })),
  );
