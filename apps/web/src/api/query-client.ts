import { QueryClient } from '@tanstack/react-query';
import { ApiError } from './client.js';

const tries = 3;

/** A refusal will be the same next time; only silence and server failures are tried again. */
function worthRetrying(count: number, error: Error): boolean {
  return count < tries - 1 && error instanceof ApiError && (error.status === 0 || error.status >= 502);
}

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { retry: worthRetrying, staleTime: 15_000, refetchOnWindowFocus: true },
    mutations: { retry: false },
  },
});
