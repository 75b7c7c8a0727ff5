import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answered, api, type Schema } from './client.js';
import { meKey } from './session.js';

export type FirstUse = Schema['FirstUseDto'];

export function useFirstUse() {
  return useQuery({ queryKey: ['first-use'], queryFn: () => answered(api.GET('/api/first-use')), staleTime: 60_000 });
}

/** Whether the code of the link counts; asked once only, for wrong ones are counted, and remembered after it was used. */
export function useFirstUseCode(code: string, isOpen: boolean) {
  return useQuery({
    queryKey: ['first-use-code', code],
    queryFn: async () => {
      await answered(api.POST('/api/first-use/code', { body: { code } }));
      return true;
    },
    enabled: isOpen && code !== '',
    retry: false,
    staleTime: Infinity,
    refetchOnWindowFocus: false,
  });
}

/** Signs in as well. */
export function useBeginFirstUse() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: FirstUse) => answered(api.POST('/api/first-use', { body })),
    onSuccess: ({ me }) => {
      client.setQueryData(meKey, me);
      client.setQueryData(['first-use'], { open: false });
      void client.invalidateQueries({ queryKey: ['settings'] });
    },
  });
}
