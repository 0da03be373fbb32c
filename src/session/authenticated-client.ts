import axios, { CanceledError, isAxiosError, type AxiosInstance, type AxiosResponse, type InternalAxiosRequestConfig } from 'axios';
import { readErrorBody } from '../contract/errors.ts';
import { ApiError } from '../http/errors.ts';
import { guardOrigin } from '../http/origin-guard.ts';
import { clientDefaults } from '../http/public-client.ts';
import type { Session, Stamp } from './types.ts';

declare module 'axios' {
  interface InternalAxiosRequestConfig {
    /** As whom the request went out; set by the authenticated client alone. */
    sentAs?: Stamp;
    /** It has had its one replay. */
    replayed?: boolean;
  }
}

/**
 * The client for everything behind log-in. Each request waits for a usable token, is stamped with it and its session, and goes
 * nowhere but to the API. A 401 is the session's to judge; a request is replayed once at most, and only after a 401.
 * @param baseUrl absolute, without a slash at its end
 */
export function createAuthenticatedClient(baseUrl: string, session: Session): AxiosInstance {
  const client = axios.create(clientDefaults(baseUrl));

  client.interceptors.request.use(async (config) => {
    guardOrigin(client, config, baseUrl);
    const stamp = await orCanceled(config, session.usableToken(signalOf(config)));
    // A replay belongs to the session that sent it first.
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
      if (!isAxiosError(error) || error.response?.status !== 401 || error.config?.sentAs === undefined) throw error;
      return await answer401(error.config, error.config.sentAs, error.response, error);
    },
  );

  async function answer401(config: InternalAxiosRequestConfig, sentAs: Stamp, response: AxiosResponse<unknown>, error: Error) {
    const refusal = { code: readErrorBody(response.data).code, replayed: config.replayed === true };
    const verdict = await orCanceled(config, session.afterRefusal(sentAs, refusal, signalOf(config)));
    if (verdict === 'reject') throw error;
    return await client.request({ ...config, replayed: true } as InternalAxiosRequestConfig); // a config that axios made itself
  }

  return client;
}

/** An answer that comes in after the session has changed is nobody's: it must not reach the next user's cache. */
function assertStillOurs(session: Session, { sentAs }: InternalAxiosRequestConfig): void {
  const state = session.getState();
  const resumable = state.status === 'ended' && state.reason === 'expired' && state.sessionId === sentAs?.sessionId;
  if (sentAs !== undefined && !resumable && !session.belongsTo(sentAs.sessionId)) throw new ApiError('session-ended');
}

/** axios's type for signals is looser than the platform's; the app passes only real ones. */
function signalOf(config: InternalAxiosRequestConfig): AbortSignal | undefined {
  return config.signal instanceof AbortSignal ? config.signal : undefined;
}

/** A wait that the caller gave up ends as any other axios request that is aborted. */
async function orCanceled<T>(config: InternalAxiosRequestConfig, wait: Promise<T>): Promise<T> {
  try {
    return await wait;
  } catch (error) {
    throw signalOf(config)?.aborted ? new CanceledError(undefined, config) : error;
  }
}
