import axios, { type AxiosInstance, type CreateAxiosDefaults } from 'axios';
import { guardOrigin } from './origin-guard.ts';

const requestTimeout = 30_000;

/**
 * The client for log-in, sign-up, activation, reset, refresh and verify. It carries no token: with a bad one even these
 * open endpoints answer 401 and do nothing (scenario `public-endpoints-with-a-bad-token`).
 * @param baseUrl absolute, without a slash at its end
 */
export function createPublicClient(baseUrl: string): AxiosInstance {
  const client = axios.create(clientDefaults(baseUrl));
  client.interceptors.request.use((config) => {
    guardOrigin(client, config, baseUrl);
    config.headers.delete('Authorization');
    return config;
  });
  return client;
}

/** What both clients have in common. */
export function clientDefaults(baseUrl: string): CreateAxiosDefaults {
  return {
    baseURL: baseUrl,
    timeout: requestTimeout,
    headers: { Accept: 'application/json' },
    // Where there is no XMLHttpRequest (a test in Node) the adapter falls to fetch.
    adapter: ['xhr', 'fetch'],
    // The API knows no cookies; the look-up would only make the request wait.
    withXSRFToken: false,
    // A time-out and a page that is being left must not look alike.
    transitional: { clarifyTimeoutError: true },
  };
}
