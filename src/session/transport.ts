import type { AxiosInstance } from 'axios';
import { refreshedSchema, tokenPairSchema } from '../contract/auth.ts';
import type { RefreshBody, VerifyBody } from '../contract/requests.ts';
import { request } from '../http/request.ts';
import type { Transport } from './types.ts';

/** Endpoints 1 to 3 (djoser's `jwt/create`, `jwt/refresh`, `jwt/verify`) over the client that sends no token. */
export function createTransport(client: AxiosInstance): Transport {
  return {
    logIn: (credentials) => request(client, tokenPairSchema, { method: 'POST', url: '/auth/jwt/create/', data: credentials }),
    refresh: (refresh, signal) =>
      request(client, refreshedSchema, { method: 'POST', url: '/auth/jwt/refresh/', data: { refresh } satisfies RefreshBody, signal }),
    verify: (token, signal) =>
      request(client, null, { method: 'POST', url: '/auth/jwt/verify/', data: { token } satisfies VerifyBody, signal }),
  };
}
