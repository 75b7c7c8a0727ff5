import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answered, api, type Schema } from './client.js';

export type TouchedByUnit = Schema['TouchedByUnitDto'];
export type ClosedUnit = Schema['ClosedUnitDto'];

export function useTouched(id: string) {
  return useQuery({
    queryKey: ['unit-touched', id],
    queryFn: () => answered(api.GET('/api/units/{id}/touched', { params: { path: { id } } })),
    // Asked anew by each dialog: it is what the person decides by.
    gcTime: 0,
  });
}

export function useClosedUnits() {
  return useQuery({ queryKey: ['units', 'closed'], queryFn: () => answered(api.GET('/api/units/closed')) });
}

/** Whatever names a unit may read differently afterwards. */
function useUnitChange<Given, Body>(change: (given: Given) => Promise<Body>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: change, onSuccess: () => client.invalidateQueries() });
}

const of = (id: string) => ({ params: { path: { id } } });

export const useRenameUnit = (id: string) =>
  useUnitChange((body: Schema['UnitNameDto']) => answered(api.POST('/api/units/{id}/rename', { ...of(id), body })));

export const useMoveUnit = (id: string) =>
  useUnitChange((body: Schema['UnitPlaceDto']) => answered(api.POST('/api/units/{id}/move', { ...of(id), body })));

export const useCloseUnit = (id: string) => useUnitChange(() => answered(api.POST('/api/units/{id}/close', of(id))));

export const useMergeUnit = (id: string) =>
  useUnitChange((body: Schema['UnitMergeDto']) => answered(api.POST('/api/units/{id}/merge', { ...of(id), body })));
