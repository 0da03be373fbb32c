import type { AxiosInstance, AxiosRequestConfig, AxiosResponse } from 'axios';
import type { ZodMiniType } from 'zod/mini';
import { ApiError, toApiError } from './errors.ts';

/**
 * Sends one request and parses the answer by the contract.
 * @param schema what the body must be; null accepts any 2xx and ignores the body (djoser answers 204 where the document shows one)
 * @throws ApiError, or the abort of `config.signal` as it is
 */
export function request(client: AxiosInstance, schema: null, config: AxiosRequestConfig): Promise<void>;
export function request<T>(client: AxiosInstance, schema: ZodMiniType<T>, config: AxiosRequestConfig): Promise<T>;
export async function request<T>(client: AxiosInstance, schema: ZodMiniType<T> | null, config: AxiosRequestConfig): Promise<T | void> {
  const response = await send(client, config);
  if (schema === null) {
    // A captive portal or a wrong proxy answers anything with a page and 200: nothing was done.
    if (isPage(response)) throw unreadable(response, 'an HTML page');
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

function isPage(response: AxiosResponse<unknown>): boolean {
  return String(response.headers['content-type'] ?? '').includes('text/html');
}

/** For the developer: which field broke the contract. Neither the query nor the body gets into the log, they are people's data. */
function unreadable(response: AxiosResponse<unknown>, what: string): ApiError {
  const { method, url } = response.config;
  console.error(`Answer outside the contract: ${method?.toUpperCase()} ${url?.split('?')[0]} (${response.status}): ${what}`);
  return new ApiError('contract', { status: response.status });
}
