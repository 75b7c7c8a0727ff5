import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answered, api, type Schema } from './client.js';
import type { paths } from './schema.js';

export type PlannedMessage = Schema['PlannedMessageDto'];
export type CalendarDay = Schema['CalendarDayDto'];
export type ReminderRule = Schema['ReminderRuleDto'];
export type RuleEdit = Schema['RuleEditDto'];
export type Delivery = Schema['DeliveryDto'];
export type DeliveryQuery = NonNullable<paths['/api/deliveries']['get']['parameters']['query']>;

export function useReminderMonth(month: string) {
  return useQuery({
    queryKey: ['reminders', 'month', month],
    queryFn: () => answered(api.GET('/api/reminders/calendar', { params: { query: { month } } })),
  });
}

export function useReminderPlan(date: string) {
  return useQuery({
    queryKey: ['reminders', 'plan', date],
    queryFn: () => answered(api.GET('/api/reminders/preview', { params: { query: { date } } })),
  });
}

/** The messages of one person on one day, as the person will see them. */
export function useMessagePreview(username: string | null, date: string) {
  return useQuery({
    queryKey: ['reminders', 'messages', username, date],
    queryFn: () =>
      answered(
        api.GET('/api/reminders/preview/{username}', { params: { path: { username: username! }, query: { date } } }),
      ),
    enabled: username !== null,
  });
}

export function useReminderRules() {
  return useQuery({ queryKey: ['reminder-rules'], queryFn: () => answered(api.GET('/api/reminder-rules')) });
}

export function useEditRules() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (rules: RuleEdit[]) => answered(api.PUT('/api/reminder-rules', { body: { rules } })),
    onSuccess: (rules) => {
      client.setQueryData(['reminder-rules'], rules);
      void client.invalidateQueries({ queryKey: ['reminders'] });
    },
    onError: () => client.invalidateQueries({ queryKey: ['reminder-rules'] }),
  });
}

/** What a day would look like under changed rules; nothing is stored. */
export function usePreviewRules() {
  return useMutation({
    mutationFn: (body: Schema['RulePreviewDto']) => answered(api.POST('/api/reminder-rules/preview', { body })),
  });
}

export function useDeliveryPages(query: DeliveryQuery) {
  return useInfiniteQuery({
    queryKey: ['deliveries', query],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      answered(api.GET('/api/deliveries', { params: { query: { ...query, cursor: pageParam } } })),
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
}

export function useRetryDelivery() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => answered(api.POST('/api/deliveries/{id}/retry', { params: { path: { id } } })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['deliveries'] }),
  });
}
