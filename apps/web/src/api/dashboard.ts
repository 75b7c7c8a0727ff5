import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { answered, api, type Schema } from './client.js';
import type { paths } from './schema.js';

export type Dashboard = Schema['DashboardDto'];
export type DashboardQuestion = NonNullable<paths['/api/dashboard']['get']['parameters']['query']>;
export type DashboardPart = NonNullable<paths['/api/dashboard/tickets']['get']['parameters']['query']>;

/** What was shown stays while another day is counted. */
export function useDashboard(query: DashboardQuestion) {
  return useQuery({
    queryKey: ['dashboard', query],
    queryFn: () => answered(api.GET('/api/dashboard', { params: { query } })),
    placeholderData: keepPreviousData,
  });
}

/** The tickets behind one number, or all of a day, page by page. */
export function useDashboardTickets(query: DashboardPart) {
  return useInfiniteQuery({
    queryKey: ['dashboard', 'tickets', query],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      answered(api.GET('/api/dashboard/tickets', { params: { query: { ...query, cursor: pageParam } } })),
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
}
