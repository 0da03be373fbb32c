import { mutationOptions, queryOptions, type QueryClient } from '@tanstack/react-query';
import type { User } from '../contract/auth.ts';
import { changePassword, readMe, updateMe } from '../api/me.ts';

/** Who is logged in. Names and role change seldom, and only here. */
export const meOptions = () => queryOptions({ queryKey: ['me'], queryFn: ({ signal }) => readMe(signal), staleTime: 5 * 60_000 });

/** Saves the own names; the server's answer becomes what is shown. */
export const updateMeOptions = (queryClient: QueryClient) =>
  mutationOptions({
    mutationFn: updateMe,
    onSuccess: (user: User) => queryClient.setQueryData(meOptions().queryKey, user),
    meta: { success: 'Profile saved' },
  });

export const changePasswordOptions = () => mutationOptions({ mutationFn: changePassword });
