import type { AxiosInstance, AxiosRequestConfig, AxiosResponse } from 'axios';
import type { ZodMiniType } from 'zod/mini';
import { ApiError, toApiError } from './errors.ts';

/**
 * Sends one request and parses the response by the contract.
 * @param schema of the response's body; null where the contract says 204
 * @throws ApiError, or the abort of `config.signal` as it is
 */
export function request(client: AxiosInstance, schema: null, config: AxiosRequestConfig): Promise<void>;
export function request<T>(client: AxiosInstance, schema: ZodMiniType<T>, config: AxiosRequestConfig): Promise<T>;
export async function request<T>(client: AxiosInstance, schema: ZodMiniType<T> | null, config: AxiosRequestConfig): Promise<T | void> {
  const response = await send(client, config);
  if (schema === null) {
    if (response.status === 204) return;
    throw unexpected(response, 'not a 204');
  }
  const parsed = schema.safeParse(response.data);
  if (parsed.success) return parsed.data;
  throw unexpected(response, parsed.error.issues.map((issue) => `${issue.path.join('.') || '(body)'}: ${issue.message}`).join('; '));
}

async function send(client: AxiosInstance, config: AxiosRequestConfig): Promise<AxiosResponse<unknown>> {
  try {
    return await client.request<unknown>(config);
  } catch (error) {
    throw toApiError(error);
  }
}

/**
 * A 2xx that the contract does not have. An empty body, a text or a page is no response of the API's: a captive portal or a
 * misconfigured proxy sends those with a 200 for anything, and nothing was done. JSON is logged with the field that broke the
 * contract, for developers; neither the query nor the body, which are personal data.
 */
function unexpected({ config, data, status }: AxiosResponse<unknown>, what: string): ApiError {
  if (typeof data !== 'object' || data === null) return new ApiError('unavailable', { status });
  console.error(`Response outside the contract: ${config.method?.toUpperCase()} ${config.url?.split('?')[0]} (${status}): ${what}`);
  return new ApiError('contract', { status });
}
