import { useQuery } from '@tanstack/react-query';
import { answered, api, type Schema } from './client.js';

export type Unit = Schema['UnitDto'];
export type Person = Schema['PersonDto'];
export type Source = Schema['SourceDto'];
export type OutcomeType = Schema['OutcomeTypeDto'];
export type PeopleQuery = { unitId?: string; role?: Person['posts'][number]['role']; q?: string };

/** Lists people choose from change rarely. */
const staleTime = 5 * 60_000;

export function useUnits() {
  return useQuery({ queryKey: ['units'], queryFn: () => answered(api.GET('/api/units')), staleTime });
}

export function usePeople(query: PeopleQuery, enabled = true) {
  return useQuery({
    queryKey: ['people', query],
    queryFn: () => answered(api.GET('/api/people', { params: { query } })),
    staleTime,
    enabled,
  });
}

export function useSources(enabled = true) {
  return useQuery({ queryKey: ['sources'], queryFn: () => answered(api.GET('/api/sources')), staleTime, enabled });
}

export function useOutcomeTypes(kind: Schema['TicketRowDto']['kind']) {
  return useQuery({
    queryKey: ['outcome-types', kind],
    queryFn: () => answered(api.GET('/api/outcome-types', { params: { query: { kind } } })),
    staleTime,
  });
}
