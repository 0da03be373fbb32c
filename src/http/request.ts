import type { AxiosInstance, AxiosRequestConfig, AxiosResponse } from 'axios';
import type { ZodMiniType } from 'zod/mini';
import { ApiError, toApiError } from './errors.ts';

/**
 * Sends one request and parses the response by the contract.
 * @param schema of the response's body; null accepts any 2xx and ignores the body (djoser returns 204 where its documentation shows a body)
 * @throws ApiError, or the abort of `config.signal` as it is
 */
export function request(client: AxiosInstance, schema: null, config: AxiosRequestConfig): Promise<void>;
export function request<T>(client: AxiosInstance, schema: ZodMiniType<T>, config: AxiosRequestConfig): Promise<T>;
export async function request<T>(client: AxiosInstance, schema: ZodMiniType<T> | null, config: AxiosRequestConfig): Promise<T | void> {
  const response = await send(client, config);
  if (schema === null) {
    // A captive portal or a misconfigured proxy returns an HTML page and 200 for anything: nothing was done.
    if (isHtml(response)) throw unreadable(response, 'an HTML page');
    return;
  }
  const parsed = schema.safeParse(response.data);
  if (parsed.success) return parsed.data;
  throw unreadable(response, parsed.error.issues.map((issue) => `${issue.path.join('.') || '(body)'}: ${issue.message}`).join('; '));
}

async function send(client: AxiosInstance, config: AxiosRequestConfig): Promise<AxiosResponse<unknown>> {
  try {
    return await client.request<unknown>(config);
  } catch (error) {
    throw toApiError(error);
  }
}

function isHtml(response: AxiosResponse<unknown>): boolean {
  return String(response.headers['content-type'] ?? '').includes('text/html');
}

/** Logs which field broke the contract, for developers. Neither the query nor the body is logged: they are personal data. */
function unreadable(response: AxiosResponse<unknown>, what: string): ApiError {
  const { method, url } = response.config;
  console.error(`Response outside the contract: ${method?.toUpperCase()} ${url?.split('?')[0]} (${response.status}): ${what}`);
  return new ApiError('contract', { status: response.status });
}
