import { mutationOptions } from '@tanstack/react-query';
import { changePassword } from '../api/me.ts';
import { ApiError } from '../http/errors.ts';
import { session } from '../session/client.ts';
import { onceOnly } from './once-only.ts';

type PasswordChange = Parameters<typeof changePassword>[0];

/** Changes the logged-in user's password; see `changePassword`. Create it once for each form. */
export const changePasswordOptions = () =>
  mutationOptions({
    mutationFn: onceOnly<PasswordChange, PasswordChange>({
      send: async (change) => {
        await changePassword(change);
        return change;
      },
      find: findChanged,
    }),
    gcTime: 0,
  });

/** Whether the attempt before has set the new password: then one can log in with it. */
async function findChanged(before: PasswordChange, now: PasswordChange, refusal: ApiError | null): Promise<PasswordChange | null> {
  if (before.next !== now.next || refusal !== null) return null;
  try {
    await session.renew({ email: now.email, password: now.next });
    return now;
  } catch (error) {
    if (error instanceof ApiError && error.kind === 'unauthorized') return null;
    throw error;
  }
}
