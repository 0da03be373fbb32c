import { publicApi } from '../session/client.ts';
import { request } from '../http/request.ts';
import { adminRole, passwordSetSchema, userSchema } from '../contract/auth.ts';
import type { ActivationBody, ResetPasswordBody, ResetPasswordConfirmBody, SignUpBody } from '../contract/requests.ts';

/** Signs up a company and its admin (4); the backend emails an activation link. */
export const signUp = (values: Omit<SignUpBody, 'role' | 're_password'>) =>
  request(publicApi, userSchema, {
    method: 'POST',
    url: '/auth/users/',
    data: { ...values, role: adminRole, re_password: values.password } satisfies SignUpBody,
  });

/** Activates the account that an emailed link names (5). Refused with 403 when it is active already and with 400 when the link is dead. */
export const activate = ({ uid, token }: ActivationBody) =>
  request(publicApi, null, { method: 'POST', url: '/auth/users/activation/', data: { uid, token } satisfies ActivationBody });

/** Asks for a password-reset link by email (9): 204 whether the address is known or not. */
export const requestReset = (email: string) =>
  request(publicApi, null, { method: 'POST', url: '/auth/users/reset_password/', data: { email } satisfies ResetPasswordBody });

/** Sets a new password through an emailed link (10). A 400 names `uid` or `token` when the link is dead. */
export const confirmReset = ({ uid, token, password }: ActivationBody & { password: string }) =>
  request(publicApi, passwordSetSchema, {
    method: 'POST',
    url: '/auth/users/reset_password_confirm/',
    data: { uid, token, new_password: password, re_new_password: password } satisfies ResetPasswordConfirmBody,
  });
