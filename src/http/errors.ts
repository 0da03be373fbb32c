import { isAxiosError, isCancel, type AxiosResponse } from 'axios';
import { readErrorBody, type ErrorParts } from '../contract/errors.ts';

export type ApiErrorKind =
  | 'validation' | 'unauthorized' | 'forbidden' | 'not-found' | 'too-large' | 'throttled' | 'server'
  | 'network' | 'timeout' | 'contract' | 'session-ended' | 'bad-request'
  /** Something other than the API responded, such as a proxy or a captive portal. Nothing follows from it about the request. */
  | 'unavailable';

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
 * Turns what axios threw into an ApiError. Anything else is returned as it is: an abort, and a fault of the app or the browser,
 * which is never the server's.
 */
export function toApiError(error: unknown): unknown {
  if (!isAxiosError(error) || isAbort(error)) return error;
  if (error.response) return fromResponse(error.response);
  return new ApiError(isTimeout(error.code, error.message) ? 'timeout' : 'network');
}

function fromResponse({ status, data, headers }: AxiosResponse<unknown>): ApiError {
  const parts = readErrorBody(data);
  const kind = kindByStatus(status) ?? (isRefusal(status, parts) ? refusalKind(status, parts, data) : 'unavailable');
  const retryAfter = readRetryAfter(headers['retry-after'], parts.messages);
  return new ApiError(kind, kind === 'unavailable' ? { status, retryAfter } : { ...parts, status, retryAfter });
}

/** The statuses that mean the same whoever sends them, the API or a proxy in front of it. */
function kindByStatus(status: number): ApiErrorKind | null {
  if (status === 408) return 'timeout';
  if (status === 413) return 'too-large';
  if (status === 429) return 'throttled';
  return status >= 500 ? 'server' : null;
}

/**
 * Whether the body is one with which the API refuses a request: messages by field or for the whole form with a 400, and otherwise
 * `detail` or `non_field_errors`. A gateway's JSON (`{"message": "Forbidden"}`) is neither.
 */
function isRefusal(status: number, { fields, messages }: ErrorParts): boolean {
  return messages.length > 0 || (status === 400 && Object.keys(fields).length > 0);
}

function refusalKind(status: number, { code }: ErrorParts, body: unknown): ApiErrorKind {
  if (status === 400) return code === null && !isDetail(body) ? 'validation' : 'bad-request';
  if (status === 401) return 'unauthorized';
  if (status === 403) return 'forbidden';
  return status === 404 ? 'not-found' : 'bad-request';
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
