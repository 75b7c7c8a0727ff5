import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Permission } from '@xiaohao/domain';
import { answered, api, type Schema } from './client.js';

export type Me = Schema['MeDto'];
export type Settings = Schema['SettingsDto'];

export const meKey = ['me'] as const;

export function useMe() {
  return useQuery({ queryKey: meKey, queryFn: () => answered(api.GET('/api/auth/me')), staleTime: 5 * 60_000 });
}

/** Whether the signed-in person holds the permission; false while nobody is known to be signed in. */
export function useMay(permission: Permission): boolean {
  return useMe().data?.permissions.includes(permission) ?? false;
}

export function useSettings() {
  return useQuery({ queryKey: ['settings'], queryFn: () => answered(api.GET('/api/settings')), staleTime: 60_000 });
}

/** The bureau's day; the machine's own until the settings are read. */
export function useToday(): string {
  const { data } = useSettings();
  return data?.today ?? new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' });
}

export function useDemoAccounts() {
  return useQuery({
    queryKey: ['demo-accounts'],
    queryFn: () => answered(api.GET('/api/auth/demo-accounts')),
    staleTime: 60_000,
  });
}

export function useSignIn() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Schema['LoginDto']) => answered(api.POST('/api/auth/login', { body })),
    onSuccess: (me) => {
      client.clear();
      client.setQueryData(meKey, me);
    },
  });
}

export function useSignOut() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => answered(api.POST('/api/auth/logout')),
    onSettled: () => client.clear(),
  });
}

/** Every other session ends with the old password. */
export function useChangePassword() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Schema['PasswordDto']) => answered(api.POST('/api/auth/password', { body })),
    onSuccess: () => client.clear(),
  });
}
