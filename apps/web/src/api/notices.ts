import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answered, api } from './client.js';

export interface Notice {
  id: string;
  ruleCode: string;
  subject: string;
  body: unknown;
  link: string | null;
  forOn: string;
  readAt: string | null;
  createdAt: string;
}

export function useNotices(unread: boolean) {
  return useQuery({
    queryKey: ['notices', unread],
    queryFn: () =>
      answered<{ items: Notice[]; unread: number }>(
        api.GET('/api/notices' as never, { params: { query: { unread } } } as never) as never,
      ),
    refetchInterval: 5 * 60_000,
  });
}

export function useUnreadCount(): number {
  return useNotices(false).data?.unread ?? 0;
}

export function useReadNotice() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) =>
      answered(api.POST('/api/notices/{id}/read' as never, { params: { path: { id } } } as never) as never),
    onSuccess: () => client.invalidateQueries({ queryKey: ['notices'] }),
  });
}
