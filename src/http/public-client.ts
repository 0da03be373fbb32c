import axios, { type AxiosInstance, type CreateAxiosDefaults } from 'axios';
import { guardOrigin } from './origin-guard.ts';

const requestTimeout = 30_000;

/**
 * The client for log-in, sign-up, activation, reset, refresh and verify. It sends no token: with a bad one even these open
 * endpoints return 401 and do nothing (scenario `public-endpoints-with-a-bad-token`).
 * @param baseUrl absolute, without a trailing slash
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
    // Without XMLHttpRequest (a test in Node) axios falls back to fetch.
    adapter: ['xhr', 'fetch'],
    // The API uses no cookies; looking one up would only delay the request.
    withXSRFToken: false,
    // A timeout must be distinguishable from a request that the browser dropped because the page was left.
    transitional: { clarifyTimeoutError: true },
  };
}
