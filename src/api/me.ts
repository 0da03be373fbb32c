import { api, session } from '../session/client.ts';
import { request } from '../http/request.ts';
import { userSchema } from '../contract/auth.ts';
import type { MeUpdateBody, SetPasswordBody } from '../contract/requests.ts';

/** Returns the logged-in user (6). */
export const readMe = (signal: AbortSignal) => request(api, userSchema, { url: '/auth/users/me/', signal });

/** Changes the logged-in user's names (7). Send only what has changed; what the server returns is the truth. */
export const updateMe = (changes: MeUpdateBody) =>
  request(api, userSchema, { method: 'PATCH', url: '/auth/users/me/', data: changes });

interface PasswordChange {
  email: string;
  current: string;
  next: string;
}

/**
 * Changes the logged-in user's password (8), then logs in again in the background: some backends end every token when the
 * password changes. If that log-in fails, the old tokens stay; on the recorded stack they remain valid.
 */
export async function changePassword({ email, current, next }: PasswordChange): Promise<void> {
  await request(api, null, {
    method: 'POST',
    url: '/auth/users/set_password/',
    data: { current_password: current, new_password: next, re_new_password: next } satisfies SetPasswordBody,
  });
  await session.renew({ email, password: next }).catch(() => undefined);
}
