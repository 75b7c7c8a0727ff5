import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answered, api, type Schema } from './client.js';
import type { DashboardQuestion } from './dashboard.js';

export type Figure = Schema['FigureDto'];
export type FigureVersion = Schema['FigureVersionDto'];
export type FigureDefinition = Schema['FigureDefinitionDto'];
export type CountRule = Schema['CountRuleDto'];
export type FigurePreview = Schema['FigurePreviewDto'];
export type NewFigure = Schema['NewFigureDto'];
export type FigureChange = Schema['FigureChangeDto'];
export type PreviewQuery = Omit<Schema['FigurePreviewQueryDto'], 'limit' | 'cursor'>;

const figuresKey = ['figures'] as const;

/** Every figure and parameter a template may print, the bureau's own ones that were given up too. */
export function useFigures() {
  return useQuery({ queryKey: figuresKey, queryFn: () => answered(api.GET('/api/figures')) });
}

export function useFigureVersions(key: string, enabled: boolean) {
  return useQuery({
    queryKey: [...figuresKey, key, 'versions'],
    queryFn: () => answered(api.GET('/api/figures/{key}/versions', { params: { path: { key } } })),
    enabled,
  });
}

export function useCreateFigure() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: NewFigure) => answered(api.POST('/api/figures', { body })),
    onSuccess: () => client.invalidateQueries({ queryKey: figuresKey }),
  });
}

export function useChangeFigure(key: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: FigureChange) => answered(api.PUT('/api/figures/{key}', { params: { path: { key } }, body })),
    onSettled: () => client.invalidateQueries({ queryKey: figuresKey }),
  });
}

/** What a definition would count; the last answer stays while the next is counted. */
export function useFigurePreview(query: PreviewQuery | null) {
  return useInfiniteQuery({
    queryKey: ['figure-preview', query],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      answered(api.POST('/api/figures/preview', { body: { ...query!, limit: 20, cursor: pageParam }, signal })),
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    enabled: query !== null,
    placeholderData: keepPreviousData,
    retry: false,
  });
}

/** The tickets behind a card of the dashboard. */
export function useCardTickets(key: string, query: DashboardQuestion) {
  return useQuery({
    queryKey: ['dashboard', 'card', key, query],
    queryFn: () => answered(api.GET('/api/dashboard/cards/{key}/tickets', { params: { path: { key }, query } })),
  });
}

/** Of every kind of ticket. */
export function useAllOutcomeTypes() {
  return useQuery({ queryKey: ['outcome-types', null], queryFn: () => answered(api.GET('/api/outcome-types')) });
}
