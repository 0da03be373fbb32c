import type { AxiosInstance } from 'axios';
import { refreshedSchema, tokenPairSchema } from '../contract/auth.ts';
import { request } from '../http/request.ts';
import type { Transport } from './types.ts';

/** Endpoints 1 to 3 (djoser's `jwt/create`, `jwt/refresh`, `jwt/verify`) over the client that sends no token. */
export function createTransport(client: AxiosInstance): Transport {
  const post = (name: string, data: object, signal?: AbortSignal) => ({ method: 'POST', url: `/auth/jwt/${name}/`, data, signal });
  return {
    logIn: (credentials) => request(client, tokenPairSchema, post('create', credentials)),
    refresh: (refresh, signal) => request(client, refreshedSchema, post('refresh', { refresh }, signal)),
    verify: (token, signal) => request(client, null, post('verify', { token }, signal)),
  };
}
