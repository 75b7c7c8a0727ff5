import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answered, api, type Schema } from './client.js';

export type Session = Schema['SessionDto'] & { present?: boolean };
export type Token = Schema['TokenDto'];
export type NewToken = Schema['NewTokenDto'];

/** Without a person: one's own. */
const sessionsKey = (personId?: string) => ['sessions', personId ?? 'own'];
const tokensKey = (personId?: string) => ['access-tokens', personId ?? 'own'];
const of = (id: string) => ({ params: { path: { id } } });

export function useSessions(personId?: string) {
  return useQuery({
    queryKey: sessionsKey(personId),
    queryFn: (): Promise<Session[]> =>
      personId ? answered(api.GET('/api/people/{id}/sessions', of(personId))) : answered(api.GET('/api/auth/sessions')),
  });
}

export function useEndSession(personId?: string) {
  return useChange((sessionId: string) =>
    personId
      ? answered(
          api.POST('/api/people/{id}/sessions/{sessionId}/end', { params: { path: { id: personId, sessionId } } }),
        )
      : answered(api.POST('/api/auth/sessions/{id}/end', of(sessionId))),
  );
}

/** One's own but this one, or all of another person. */
export function useEndSessions(personId?: string) {
  return useChange(() =>
    personId
      ? answered(api.POST('/api/people/{id}/sessions/end', of(personId)))
      : answered(api.POST('/api/auth/sessions/end-others')),
  );
}

export function useTokens(personId?: string) {
  return useQuery({
    queryKey: tokensKey(personId),
    queryFn: (): Promise<Token[]> =>
      personId ? answered(api.GET('/api/people/{id}/tokens', of(personId))) : answered(api.GET('/api/auth/tokens')),
  });
}

export const useCreateToken = () => useChange((body: NewToken) => answered(api.POST('/api/auth/tokens', { body })));

export function useRevokeToken(personId?: string) {
  return useChange((id: string) =>
    personId
      ? answered(api.POST('/api/people/tokens/{id}/revoke', of(id)))
      : answered(api.POST('/api/auth/tokens/{id}/revoke', of(id))),
  );
}

function useChange<Given, Body>(change: (given: Given) => Promise<Body>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: () =>
      Promise.all(
        ['sessions', 'access-tokens', 'people-events'].map((key) => client.invalidateQueries({ queryKey: [key] })),
      ),
  });
}
