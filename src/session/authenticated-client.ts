import axios, { CanceledError, isAxiosError, type AxiosInstance, type InternalAxiosRequestConfig } from 'axios';
import { ApiError, toApiError } from '../http/errors.ts';
import { guardOrigin } from '../http/origin-guard.ts';
import { clientDefaults } from '../http/public-client.ts';
import type { Session, Stamp } from './types.ts';

declare module 'axios' {
  interface InternalAxiosRequestConfig {
    /** The session and token that the request was sent with; set only by the authenticated client. */
    sentAs?: Stamp;
    /** The request has already been replayed once. */
    replayed?: boolean;
  }
}

/**
 * Creates the client for every endpoint that requires log-in. Each request waits for a usable token, is stamped with the token and
 * its session, and can only go to the API's origin. The session decides what a 401 means; a request is replayed at most once,
 * and only after a 401.
 * @param baseUrl absolute, without a trailing slash
 */
export function createAuthenticatedClient(baseUrl: string, session: Session): AxiosInstance {
  const client = axios.create(clientDefaults(baseUrl));

  client.interceptors.request.use(async (config) => {
    guardOrigin(client, config, baseUrl);
    const stamp = await orCanceled(config, session.usableToken(signalOf(config)));
    // A replay must stay in the session that first sent the request.
    if (config.sentAs !== undefined && config.sentAs.sessionId !== stamp.sessionId) throw new ApiError('session-ended');
    config.sentAs = stamp;
    config.headers.set('Authorization', `JWT ${stamp.token}`);
    return config;
  });

  client.interceptors.response.use(
    (response) => {
      assertStillOurs(session, response.config);
      return response;
    },
    async (error: unknown) => {
      const refusal = toApiError(error);
      // A 401 that is not the API's, such as a proxy's page, says nothing about the session.
      if (!(refusal instanceof ApiError) || refusal.kind !== 'unauthorized' || !isAxiosError(error) || error.config?.sentAs === undefined) throw error;
      return await handle401(error.config, error.config.sentAs, refusal);
    },
  );

  async function handle401(config: InternalAxiosRequestConfig, sentAs: Stamp, error: ApiError) {
    const refusal = { code: error.code, replayed: config.replayed === true };
    const verdict = await orCanceled(config, session.afterRefusal(sentAs, refusal, signalOf(config)));
    if (verdict === 'reject') throw error;
    return await client.request({ ...config, replayed: true } as InternalAxiosRequestConfig); // a config that axios made itself
  }

  return client;
}

/** A response that arrives after the session has changed is dropped, so that it cannot reach the next user's cache. */
function assertStillOurs(session: Session, { sentAs }: InternalAxiosRequestConfig): void {
  const state = session.getState();
  const resumable = state.status === 'ended' && state.reason === 'expired' && state.sessionId === sentAs?.sessionId;
  if (sentAs !== undefined && !resumable && !session.belongsTo(sentAs.sessionId)) throw new ApiError('session-ended');
}

/** axios accepts anything shaped like a signal; the app only passes real ones. */
function signalOf(config: InternalAxiosRequestConfig): AbortSignal | undefined {
  return config.signal instanceof AbortSignal ? config.signal : undefined;
}

/** When the caller aborts during the wait, rejects as axios does for any aborted request. */
async function orCanceled<T>(config: InternalAxiosRequestConfig, wait: Promise<T>): Promise<T> {
  try {
    return await wait;
  } catch (error) {
    throw signalOf(config)?.aborted ? new CanceledError(undefined, config) : error;
  }
}
