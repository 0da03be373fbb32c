import { publicApi } from '../session/client.ts';
import { request } from '../http/request.ts';
import { adminRole, userSchema, type User } from '../contract/auth.ts';
import type { OneTimeLink } from '../lib/one-time-link.ts';

type Link = Pick<OneTimeLink, 'uid' | 'token'>;

/** Signs a company and its admin up (4); the backend mails an activation link. */
export const signUp = (values: Pick<User, 'email' | 'first_name' | 'last_name'> & { password: string }) =>
  request(publicApi, userSchema, { method: 'POST', url: '/auth/users/', data: { ...values, role: adminRole, re_password: values.password } });

/** Activates the account of a mailed link (5): 204, or 403 when it is active already, or 400 when the link is dead. */
export const activate = ({ uid, token }: Link) => request(publicApi, null, { method: 'POST', url: '/auth/users/activation/', data: { uid, token } });

/** Asks for a link to reset the password (9): 204 for a known and an unknown address alike. */
export const requestReset = (email: string) => request(publicApi, null, { method: 'POST', url: '/auth/users/reset_password/', data: { email } });

/** Sets a new password by a mailed link (10): any 2xx is success, 400 names `uid` or `token` when the link is dead. */
export const confirmReset = ({ uid, token, password }: Link & { password: string }) =>
  request(publicApi, null, {
    method: 'POST',
    url: '/auth/users/reset_password_confirm/',
    data: { uid, token, new_password: password, re_new_password: password },
  });
