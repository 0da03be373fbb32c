import type { AxiosInstance, InternalAxiosRequestConfig } from 'axios';
import { ApiError } from './errors.ts';

/**
 * Refuses a request that would leave the API's origin: axios lets an absolute URL override `baseURL`, and a list's `next` link
 * may name any host.
 * @param baseUrl the API's absolute address
 * @throws ApiError `bad-request`, before anything is sent
 */
export function guardOrigin(client: AxiosInstance, config: InternalAxiosRequestConfig, baseUrl: string): void {
  const target = new URL(client.getUri({ ...config, params: undefined }), baseUrl);
  if (target.origin !== new URL(baseUrl).origin) throw new ApiError('bad-request');
}
