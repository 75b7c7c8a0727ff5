import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answered, api, upload, type Schema } from './client.js';

export type Leaves = Schema['LeavesDto'];
export type Leave = Schema['LeaveDto'];
export type NewLeave = Schema['NewLeaveDto'];
export type HandOver = Schema['HandOverDto'];
export type HandOverInput = Schema['HandOverInputDto'];
export type Group = Schema['GroupDto'];
export type PeoplePreview = Schema['PeoplePreviewDto'];
export type AddedPeople = Schema['AddedPeopleDto'];

const concerned = ['accounts', 'people', 'people-events', 'units', 'me', 'leaves', 'hand-over', 'groups'];

/** Whatever shows people, posts or units is asked anew. */
function useChange<Given, Body>(change: (given: Given) => Promise<Body>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: () => Promise.all(concerned.map((key) => client.invalidateQueries({ queryKey: [key] }))),
  });
}

const of = (id: string) => ({ params: { path: { id } } });

/** Leaves of one person, or the own ones where none is named. */
export function useLeaves(id: string | null) {
  return useQuery({
    queryKey: ['leaves', id],
    queryFn: () => answered<Leaves>(id ? api.GET('/api/people/{id}/leaves', of(id)) : api.GET('/api/me/leaves')),
  });
}

export const useSetLeave = (id: string | null) =>
  useChange((body: NewLeave) =>
    answered<{ id: string }>(
      id ? api.POST('/api/people/{id}/leaves', { ...of(id), body }) : api.POST('/api/me/leaves', { body }),
    ),
  );

export const useEndLeave = (id: string | null) =>
  useChange((leaveId: string) =>
    answered<unknown>(
      id
        ? api.POST('/api/people/{id}/leaves/{leaveId}/end', { params: { path: { id, leaveId } } })
        : api.POST('/api/me/leaves/{leaveId}/end', { params: { path: { leaveId } } }),
    ),
  );

export function useHandOver(id: string) {
  return useQuery({
    queryKey: ['hand-over', id],
    queryFn: () => answered(api.GET('/api/people/{id}/hand-over', of(id))),
  });
}

export const useHandOverNow = (id: string) =>
  useChange((body: HandOverInput) => answered(api.POST('/api/people/{id}/hand-over', { ...of(id), body })));

export function useGroups() {
  return useQuery({ queryKey: ['groups'], queryFn: () => answered(api.GET('/api/units/groups')) });
}

export const useSetMembers = () =>
  useChange(({ id, unitIds }: { id: string; unitIds: string[] }) =>
    answered(api.PUT('/api/units/{id}/members', { ...of(id), body: { unitIds } })),
  );

/** Read and judged; nothing is stored. */
export function usePeoplePreview() {
  return useMutation({
    mutationFn: (file: File) => {
      const form = new FormData();
      form.append('file', file);
      return upload<PeoplePreview>('/api/people/import', form);
    },
  });
}

export const useAddPeople = () =>
  useChange((rows: PeoplePreview['people']) =>
    answered(
      api.POST('/api/people/import/commit', {
        body: { rows: rows.map(({ usernameProposed: _, ...row }) => row) },
      }),
    ),
  );
