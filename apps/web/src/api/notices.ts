import { useEffect } from 'react';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answered, api, type Schema } from './client.js';

export type Notice = Schema['NoticeDto'];
export type NoticeBody = Schema['NoticeBodyDto'];

const pageSize = 25;

/** The newest messages and how many are unread; asked again now and then where the live connection is closed. */
export function useNotices() {
  return useQuery({
    queryKey: ['notices', 'latest'],
    queryFn: () => answered(api.GET('/api/notices', { params: { query: { limit: pageSize } } })),
    refetchInterval: 5 * 60_000,
  });
}

export function useUnreadCount(): number {
  return useNotices().data?.unread ?? 0;
}

export function useNoticePages(unread: boolean) {
  return useInfiniteQuery({
    queryKey: ['notices', 'pages', unread],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      answered(api.GET('/api/notices', { params: { query: { unread, limit: pageSize, cursor: pageParam } } })),
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
}

export function useNotice(id: string | null) {
  return useQuery({
    queryKey: ['notices', 'one', id],
    queryFn: () => answered(api.GET('/api/notices/{id}', { params: { path: { id: id! } } })),
    enabled: id !== null,
  });
}

function useNoticeChange<Change>(change: (input: Change) => Promise<unknown>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: change, onSuccess: () => client.invalidateQueries({ queryKey: ['notices'] }) });
}

export const useReadNotice = () =>
  useNoticeChange((id: string) => answered(api.POST('/api/notices/{id}/read', { params: { path: { id } } })));

/** Whoever looks at a page knows what the messages leading to it say. */
export function useNoticesRead(link: string): void {
  const { data } = useNotices();
  const { mutate } = useReadNotice();
  const unread = (data?.items ?? []).filter((one) => one.link === link && one.readAt === null);
  const ids = unread.map(({ id }) => id).join(',');
  useEffect(() => {
    if (ids) for (const id of ids.split(',')) mutate(id);
  }, [ids, mutate]);
}

export const useReadAllNotices = () => useNoticeChange(() => answered(api.POST('/api/notices/read')));

export const useAcknowledge = () =>
  useNoticeChange((id: string) => answered(api.POST('/api/notices/{id}/acknowledge', { params: { path: { id } } })));
