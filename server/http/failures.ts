/** A refusal in one of DRF's shapes. A handler throws it, and the app turns it into the response. */
export class Failure extends Error {
  readonly status: 400 | 401 | 403 | 404 | 405 | 413 | 415 | 503;
  readonly body: unknown;
  readonly headers: Record<string, string>;

  constructor(status: Failure['status'], body: unknown, headers: Record<string, string> = {}) {
    super(`${status}`);
    this.status = status;
    this.body = body;
    this.headers = headers;
  }
}

const challenge = { 'WWW-Authenticate': 'JWT realm="api"' };

/** 400: a list of messages per field; `non_field_errors` for those that concern no single field. */
export function invalid(fields: Record<string, string[]>): Failure {
  return new Failure(400, fields);
}

/** 400 with a bare list, as DRF returns when a serializer fails while saving. */
export function cannotCreateUser(): Failure {
  return new Failure(400, ['Unable to create account.']);
}

/** 400: the body is not valid JSON. */
export function unreadable(reason: string): Failure {
  return new Failure(400, { detail: `JSON parse error - ${reason}` });
}

/** 401: no token was sent. */
export function noToken(): Failure {
  return new Failure(401, { detail: 'Authentication credentials were not provided.' }, challenge);
}

/** 401 in simplejwt's shape: a message, and a code for programs. */
export function unauthorized(detail: string, code?: string, more: Record<string, unknown> = {}): Failure {
  return new Failure(401, { detail, ...(code === undefined ? {} : { code }), ...more }, challenge);
}

/** 403 */
export function forbidden(detail = 'You do not have permission to perform this action.'): Failure {
  return new Failure(403, { detail });
}

/** 404 for a row, or a page of a list. An unknown path gets HTML instead. */
export function notFound(detail = 'Not found.'): Failure {
  return new Failure(404, { detail });
}

/** 405 */
export function methodNotAllowed(method: string, allow: string): Failure {
  return new Failure(405, { detail: `Method "${method}" not allowed.` }, { Allow: allow });
}

/** 413 */
export function tooLarge(maxBytes: number): Failure {
  return new Failure(413, { detail: `Request body is larger than ${maxBytes} bytes.` });
}

/** 503: the same request may succeed after some seconds. */
export function unavailable(): Failure {
  return new Failure(503, { detail: 'The service is busy. Please try again in a moment.' }, { 'Retry-After': '5' });
}

/** 415 */
export function unsupportedMediaType(type: string): Failure {
  return new Failure(415, { detail: `Unsupported media type "${type}" in request.` });
}
