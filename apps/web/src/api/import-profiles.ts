import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answered, api, type Schema } from './client.js';

export type ImportProfile = Schema['ImportProfileDto'];

const profilesKey = ['import-profiles'] as const;

export function useImportProfiles() {
  return useQuery({ queryKey: profilesKey, queryFn: () => answered(api.GET('/api/import-profiles')) });
}

export function useForgetProfile() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => answered(api.DELETE('/api/import-profiles/{id}', { params: { path: { id } } })),
    onSettled: () => client.invalidateQueries({ queryKey: profilesKey }),
  });
}
