import { mutationOptions, queryOptions, type QueryClient } from '@tanstack/react-query';
import type { User } from '../contract/auth.ts';
import { readMe, updateMe } from '../api/me.ts';

/** The logged-in user. Names and role rarely change, and only here. */
export const meOptions = () => queryOptions({ queryKey: ['me'], queryFn: ({ signal }) => readMe(signal), staleTime: 5 * 60_000 });

/** Saves the logged-in user's names; what the server returns is shown. */
export const updateMeOptions = (queryClient: QueryClient) =>
  mutationOptions({
    mutationFn: updateMe,
    onSuccess: (user: User) => queryClient.setQueryData(meOptions().queryKey, user),
    meta: { success: 'Profile saved' },
  });
