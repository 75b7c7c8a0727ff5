import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answered, api, type Schema } from './client.js';

export type Account = Schema['AccountDto'];
export type AccountPost = Account['posts'][number];
export type NewPerson = Schema['NewPersonDto'];
export type NewPost = Schema['NewPostDto'];
export type NewUnit = Schema['NewUnitDto'];
export type PeopleEvent = Schema['PeopleEventDto'];

const concerned = ['accounts', 'people', 'people-events', 'units', 'me'];

export function useAccounts(query: { unitId?: string; q?: string }) {
  return useQuery({
    queryKey: ['accounts', query],
    queryFn: () => answered(api.GET('/api/people/accounts', { params: { query } })),
  });
}

export function usePeopleEvents(personId?: string) {
  return useQuery({
    queryKey: ['people-events', personId],
    queryFn: () => answered(api.GET('/api/people/events', { params: { query: { personId } } })),
  });
}

/** Whatever shows people or units is asked anew. */
function useChange<Given, Body>(change: (given: Given) => Promise<Body>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: () => Promise.all(concerned.map((key) => client.invalidateQueries({ queryKey: [key] }))),
  });
}

export const useAddUnit = () => useChange((body: NewUnit) => answered(api.POST('/api/units', { body })));

export const useAddPerson = () => useChange((body: NewPerson) => answered(api.POST('/api/people', { body })));

const of = (id: string) => ({ params: { path: { id } } });

export const useChangePerson = (id: string) =>
  useChange((body: Schema['PersonChangeDto']) => answered(api.PATCH('/api/people/{id}', { ...of(id), body })));

export const useAddPost = (id: string) =>
  useChange((body: NewPost) => answered(api.POST('/api/people/{id}/posts', { ...of(id), body })));

export const useEndPost = (id: string) =>
  useChange((postId: string) =>
    answered(api.POST('/api/people/{id}/posts/{postId}/end', { params: { path: { id, postId } } })),
  );

export const useResetPassword = (id: string) =>
  useChange(() => answered(api.POST('/api/people/{id}/password', of(id))));

export const useDisable = (id: string) => useChange(() => answered(api.POST('/api/people/{id}/disable', of(id))));

export const useEnable = (id: string) => useChange(() => answered(api.POST('/api/people/{id}/enable', of(id))));
