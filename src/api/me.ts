import { api, session } from '../session/client.ts';
import { request } from '../http/request.ts';
import { userSchema, type User } from '../contract/auth.ts';

/** Who is logged in (6). */
export const readMe = (signal: AbortSignal) => request(api, userSchema, { url: '/auth/users/me/', signal });

/** Changes the own names (7). Only what changed is sent; the answer, not what was sent, is the truth. */
export const updateMe = (changes: Partial<Pick<User, 'first_name' | 'last_name'>>) =>
  request(api, userSchema, { method: 'PATCH', url: '/auth/users/me/', data: changes });

export interface PasswordChange {
  email: string;
  current: string;
  next: string;
}

/**
 * Changes the own password (8), then logs in anew in silence: some backends end every token when the password changes.
 * Where that log-in fails, the old tokens stay, and are good on the recorded stack.
 */
export async function changePassword({ email, current, next }: PasswordChange): Promise<void> {
  await request(api, null, {
    method: 'POST',
    url: '/auth/users/set_password/',
    data: { current_password: current, new_password: next, re_new_password: next },
  });
  await session.renew({ email, password: next }).catch(() => undefined);
}
