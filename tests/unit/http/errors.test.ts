// @vitest-environment node
import { AxiosError, CanceledError, AxiosHeaders } from 'axios';
import { describe, expect, test } from 'vitest';
import { ApiError, isAbort, toApiError, type ApiErrorKind } from '../../../src/http/errors.ts';
import { recordedRefusals, recording } from '../../support/recordings.ts';

function apiError(error: unknown): ApiError {
  const made = toApiError(error);
  if (!(made instanceof ApiError)) throw made;
  return made;
}

function answer(status: number, body: unknown, headers: Record<string, string> = {}): ApiError {
  const config = { headers: new AxiosHeaders() };
  return apiError(new AxiosError('refused', 'ERR_BAD_REQUEST', config, null, { status, statusText: '', data: body, headers: new AxiosHeaders(headers), config }));
}

describe('the six shapes', () => {
  test.each<[string, number, unknown, ApiErrorKind, Record<string, string[]>, string[]]>([
    ['field errors', 400, { email: ['Bad.'], password: ['Short.', 'Common.'] }, 'validation', { email: ['Bad.'], password: ['Short.', 'Common.'] }, []],
    ['non_field_errors', 400, { non_field_errors: ['The two password fields did not match.'] }, 'validation', {}, ['The two password fields did not match.']],
    ['a bare list', 400, ['Unable to create account.'], 'validation', {}, ['Unable to create account.']],
    ['detail', 403, { detail: 'Stale token for given user.' }, 'forbidden', {}, ['Stale token for given user.']],
    ['HTML', 500, '<!doctype html><h1>Server Error (500)</h1>', 'server', {}, []],
  ])('%s', (_name, status, body, kind, fields, messages) => {
    expect(answer(status, body)).toMatchObject({ name: 'ApiError', kind, status, fields, messages, code: null });
  });

  test('simplejwt: the code, without the inner messages', () => {
    const body = { detail: 'Given token not valid for any token type', code: 'token_not_valid', messages: [{ token_class: 'AccessToken', message: 'Token is invalid or expired' }] };
    expect(answer(401, body)).toMatchObject({ kind: 'unauthorized', code: 'token_not_valid', fields: {}, messages: ['Given token not valid for any token type'] });
  });

  test('a string where a list is usual, nested fields and rows, a field called code', () => {
    expect(answer(400, { name: 'Taken.', address: { city: ['Unknown.'], non_field_errors: ['Odd.'] }, rows: [{}, { name: ['Blank.'] }], code: ['Wrong.'], empty: [], none: null })).toMatchObject({
      kind: 'validation',
      fields: { name: ['Taken.'], 'address.city': ['Unknown.'], address: ['Odd.'], 'rows.1.name': ['Blank.'], code: ['Wrong.'] },
    });
  });

  test('fields whose names are an object’s own are only names', () => {
    const error = answer(400, JSON.parse('{"__proto__": ["a"], "constructor": ["b"], "toString": ["c"]}'));
    expect(error.fields['constructor']).toEqual(['b']);
    expect(Object.keys(error.fields)).toEqual(['__proto__', 'constructor', 'toString']);
    expect(Object.getPrototypeOf(error.fields)).toBe(Object.prototype);
  });

  test.each(recording('login-non-field-errors/jwt').filter(({ response }) => response.status === 401))('a recorded 401 of $request.path is words, whichever key they come under', ({ response }) => {
    expect(answer(response.status, response.body)).toMatchObject({ kind: 'unauthorized', fields: {}, messages: [expect.any(String)] });
  });

  test.each<[number, ApiErrorKind]>([[405, 'bad-request'], [408, 'timeout'], [413, 'too-large'], [415, 'bad-request'], [429, 'throttled'], [502, 'server'], [504, 'server']])('%i is %s', (status, kind) => {
    expect(answer(status, { detail: 'x' }).kind).toBe(kind);
  });

  test('malformed JSON is the program’s fault, not a field’s', () => {
    expect(answer(400, { detail: 'JSON parse error - x' }).kind).toBe('bad-request');
  });
});

describe('whose refusal it is', () => {
  const strangers: unknown[] = ['<h1>Not Found</h1>', '', 'OK', null, 0, [], {}, { message: 'Forbidden' }, { error: { code: 1010 } }];

  test.each([301, 304, 400, 401, 403, 404, 405, 410, 415, 418, 422])('%i is the API’s only in JSON of the contract’s shape', (status) => {
    for (const body of strangers) {
      // A message for a field called “message” or “error” is a possible 400.
      if (status === 400 && typeof body === 'object' && body !== null && Object.keys(body).length > 0) continue;
      expect(answer(status, body), `${status} ${JSON.stringify(body)}`).toMatchObject({ kind: 'unavailable', status, fields: {}, messages: [], code: null });
    }
  });

  test('no refusal that was recorded from the real stack is taken for a stranger’s', () => {
    const refusals = recordedRefusals();
    expect(refusals.length).toBeGreaterThan(250);
    expect(refusals.filter(({ status, body }) => answer(status, body).kind === 'unavailable')).toEqual([]);
  });
});

describe('waiting times', () => {
  test('the header in seconds, as recorded', () => {
    const [exchange] = recording('throttled/login');
    expect(answer(429, exchange?.response.body, exchange?.response.headers)).toMatchObject({ kind: 'throttled', retryAfter: 59 });
  });

  test('as a date; hidden by CORS, from the words; nonsense', () => {
    expect(answer(503, '', { 'retry-after': new Date(Date.now() + 90_000).toUTCString() }).retryAfter).toBeGreaterThan(85);
    expect(answer(429, { detail: 'Request was throttled. Expected available in 7 seconds.' }).retryAfter).toBe(7);
    expect(answer(429, {}, { 'retry-after': 'soon' }).retryAfter).toBeNull();
    expect(answer(503, '', { 'retry-after': 'Thu, 01 Jan 1970 00:00:00 GMT' }).retryAfter).toBe(0);
  });
});

describe('no answer', () => {
  test('network, time-out, and a page that is being left', () => {
    expect(apiError(new AxiosError('Network Error', 'ERR_NETWORK')).kind).toBe('network');
    expect(apiError(new AxiosError('timeout of 30000ms exceeded', 'ETIMEDOUT')).kind).toBe('timeout');
    expect(apiError(new AxiosError('timeout of 30000ms exceeded', 'ECONNABORTED')).kind).toBe('timeout');
    expect(apiError(new AxiosError('Request aborted', 'ECONNABORTED')).kind).toBe('network');
  });

  test('an abort is passed on as it is', () => {
    for (const abort of [new CanceledError(), new DOMException('gone', 'AbortError')]) {
      expect(isAbort(abort)).toBe(true);
      expect(toApiError(abort)).toBe(abort);
    }
  });

  test('an ApiError stays itself, and a bug in the program is no fault of the server’s', () => {
    for (const error of [new ApiError('network'), new TypeError('x is not a function')]) expect(toApiError(error)).toBe(error);
  });

  test('the message for logs holds nothing of what was sent', () => {
    expect(answer(400, { email: ['ada@example.com is bad'] }).message).toBe('validation (400)');
  });
});
