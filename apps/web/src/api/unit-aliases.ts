import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answered, api, type Schema } from './client.js';

export type UnitAlias = Schema['UnitAliasDto'];

const aliasesKey = ['unit-aliases'] as const;

export function useUnitAliases() {
  return useQuery({ queryKey: aliasesKey, queryFn: () => answered(api.GET('/api/unit-aliases')) });
}

export function useForgetAlias() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => answered(api.DELETE('/api/unit-aliases/{id}', { params: { path: { id } } })),
    onSettled: () => client.invalidateQueries({ queryKey: aliasesKey }),
  });
}
