import { isAxiosError, isCancel, type AxiosResponse } from 'axios';
import { readErrorBody } from '../contract/errors.ts';

export type ApiErrorKind =
  | 'validation' | 'unauthorized' | 'forbidden' | 'not-found' | 'too-large' | 'throttled' | 'server'
  | 'network' | 'timeout' | 'contract' | 'session-ended' | 'bad-request';

interface ApiErrorParts {
  status: number | null;
  fields: Record<string, string[]>;
  messages: string[];
  code: string | null;
  retryAfter: number | null;
  cause: unknown;
}

/** The one error that requests throw: every refusal and every failure, in one shape. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly kind: ApiErrorKind;
  /** The HTTP status; null when there was no response. */
  readonly status: number | null;
  /** Field → messages; nested keys dotted. */
  readonly fields: Record<string, string[]>;
  /** What concerns no single field, in the server's words. Never HTML. */
  readonly messages: string[];
  /** simplejwt's code, such as `token_not_valid`. */
  readonly code: string | null;
  /** Seconds to wait before the next request, when the server says so. */
  readonly retryAfter: number | null;

  constructor(kind: ApiErrorKind, parts: Partial<ApiErrorParts> = {}) {
    // The message is for logs: kind and status only, so that no token and no email address from the request gets into a report.
    super(parts.status ? `${kind} (${parts.status})` : kind, { cause: parts.cause });
    this.kind = kind;
    this.status = parts.status ?? null;
    this.fields = parts.fields ?? {};
    this.messages = parts.messages ?? [];
    this.code = parts.code ?? null;
    this.retryAfter = parts.retryAfter ?? null;
  }
}

/** Whether the caller aborted the request: nothing failed, so there is nothing to show. */
export function isAbort(error: unknown): boolean {
  return isCancel(error) || (error instanceof Error && error.name === 'AbortError');
}

/**
 * Turns whatever a request threw into an ApiError; an ApiError is returned as it is.
 * @throws the given error when it is an abort, which is never an ApiError
 */
export function toApiError(error: unknown): ApiError {
  if (error instanceof ApiError) return error;
  if (isAbort(error)) throw error;
  if (!isAxiosError(error)) return new ApiError('contract', { cause: error });
  if (error.response) return fromResponse(error.response);
  return new ApiError(isTimeout(error.code, error.message) ? 'timeout' : 'network');
}

function fromResponse(response: AxiosResponse<unknown>): ApiError {
  const parts = readErrorBody(response.data);
  return new ApiError(kindOf(response.status, parts.code === null && hasWords(parts) && !isDetail(response.data)), {
    ...parts,
    status: response.status,
    retryAfter: readRetryAfter(response.headers['retry-after'], parts.messages),
  });
}

function kindOf(status: number, validation: boolean): ApiErrorKind {
  if (status === 400 || status === 422) return validation ? 'validation' : 'bad-request';
  if (status === 401) return 'unauthorized';
  if (status === 403) return 'forbidden';
  if (status === 404 || status === 410) return 'not-found';
  if (status === 408) return 'timeout';
  if (status === 413) return 'too-large';
  if (status === 429) return 'throttled';
  if (status >= 500) return 'server';
  return status >= 400 ? 'bad-request' : 'contract';
}

function hasWords({ fields, messages }: { fields: object; messages: string[] }): boolean {
  return messages.length > 0 || Object.keys(fields).length > 0;
}

/** For malformed JSON, DRF returns 400 with only a `detail`: a fault of the client, not of a field. */
function isDetail(body: unknown): boolean {
  return typeof body === 'object' && body !== null && 'detail' in body;
}

function isTimeout(code: string | undefined, message: string): boolean {
  return code === 'ETIMEDOUT' || (code === 'ECONNABORTED' && message.startsWith('timeout'));
}

/**
 * Seconds to wait. The header is seconds or an HTTP date (RFC 9110, 10.2.3). Scripts of another origin cannot read it unless
 * the server exposes it, but DRF says the same in words: "Expected available in 59 seconds."
 */
function readRetryAfter(header: unknown, messages: string[]): number | null {
  if (typeof header === 'string' && header !== '') {
    const seconds = /^\d+$/.test(header) ? Number(header) : Math.ceil((Date.parse(header) - Date.now()) / 1000);
    if (Number.isFinite(seconds)) return Math.max(0, seconds);
  }
  const words = messages.join(' ').match(/available in (\d+) second/);
  return words ? Number(words[1]) : null;
}
