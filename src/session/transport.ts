import type { AxiosInstance } from 'axios';
import { refreshedSchema, tokenPairSchema, verifiedSchema, type TokenPair } from '../contract/auth.ts';
import type { LogInBody, RefreshBody, VerifyBody } from '../contract/requests.ts';
import { ApiError } from '../http/errors.ts';
import { request } from '../http/request.ts';
import type { Credentials, Transport } from './types.ts';

/** Endpoints 1 to 3 (djoser's `jwt/create`, `jwt/refresh`, `jwt/verify`) over the client that sends no token. */
export function createTransport(client: AxiosInstance): Transport {
  return {
    logIn: (credentials) => logIn(client, credentials),
    refresh: (refresh, signal) =>
      request(client, refreshedSchema, { method: 'POST', url: '/auth/jwt/refresh/', data: { refresh } satisfies RefreshBody, signal }),
    verify: (token, signal) =>
      request(client, verifiedSchema, { method: 'POST', url: '/auth/jwt/verify/', data: { token } satisfies VerifyBody, signal }),
  };
}

/** One log-in to the session, whose outcome is that of the last try. */
async function logIn(client: AxiosInstance, { email: first, otherEmails = [], password }: Credentials): Promise<TokenPair> {
  let refusal = new ApiError('unauthorized');
  for (const email of [first, ...otherEmails]) {
    try {
      return await request(client, tokenPairSchema, { method: 'POST', url: '/auth/jwt/create/', data: { email, password } satisfies LogInBody });
    } catch (error) {
      if (!(error instanceof ApiError) || error.kind !== 'unauthorized') throw error;
      refusal = error;
    }
  }
  throw refusal;
}
