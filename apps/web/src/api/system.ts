import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answered, api, type Schema } from './client.js';

export type FailedJob = Schema['FailedJobDto'];
export type DailyRoot = Schema['DailyRootDto'];
export type CapturedMail = Schema['CapturedMailDto'];

export function useFailedJobs() {
  return useQuery({ queryKey: ['failed-jobs'], queryFn: () => answered(api.GET('/api/jobs/failed')) });
}

export function useRetryJob() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => answered(api.POST('/api/jobs/failed/{id}/retry', { params: { path: { id } } })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['failed-jobs'] }),
  });
}

export function useDailyRoots() {
  return useQuery({ queryKey: ['daily-roots'], queryFn: () => answered(api.GET('/api/daily-roots')) });
}

export function useCapturedMails() {
  return useInfiniteQuery({
    queryKey: ['captured-mails'],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      answered(api.GET('/api/captured-mails', { params: { query: { limit: 50, cursor: pageParam } } })),
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
}
