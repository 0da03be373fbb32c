import { AxiosError, AxiosHeaders, type AxiosResponse, type InternalAxiosRequestConfig } from 'axios';

/** Settles a response as axios's own adapters do: a 2xx resolves, anything else rejects. */
export function settled(config: InternalAxiosRequestConfig, status: number, body: string, headers: Record<string, string> = {}): AxiosResponse {
  const response = { data: body, status, statusText: '', headers: new AxiosHeaders(headers), config };
  if (status >= 200 && status < 300) return response;
  throw new AxiosError(`Request failed with status code ${status}`, 'ERR_BAD_REQUEST', config, null, response);
}

/** What an adapter throws when there is no response. */
export function unanswered(config: InternalAxiosRequestConfig): AxiosError {
  return new AxiosError('Network Error', 'ERR_NETWORK', config);
}
