import { SignJWT } from 'jose';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createAdmin, createDepartment, createMemberAccount, type Account } from '../support/factories.ts';
import { createTestServer, type TestServer } from '../support/server.ts';

let server: TestServer;
let admin: Account;

beforeEach(async () => {
  server = await createTestServer();
  admin = await createAdmin(server.backend);
});

afterEach(() => server.close());

const invalidAccess = (message: string) => ({
  detail: 'Given token not valid for any token type',
  code: 'token_not_valid',
  messages: [{ token_class: 'AccessToken', token_type: 'access', message }],
});
const invalid = (detail: string) => ({ detail, code: 'token_not_valid' });

const me = (authorization: string) => server.send('GET', '/api/auth/users/me/', { headers: { Authorization: authorization } });
const refresh = (token: string) => server.send('POST', '/api/auth/jwt/refresh/', { body: { refresh: token } });
const verify = (token: string) => server.send('POST', '/api/auth/jwt/verify/', { body: { token } });

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

test('a token carries simplejwt’s claims and no more', async () => {
  const [head, claims] = admin.access.split('.').slice(0, 2).map((text) => JSON.parse(Buffer.from(text, 'base64url').toString()) as Record<string, unknown>);
  expect(head).toEqual({ alg: 'HS256', typ: 'JWT' });
  expect(Object.keys(claims ?? {}).sort((one, other) => one.localeCompare(other))).toEqual(['exp', 'iat', 'jti', 'token_type', 'user_id']);
  expect(claims).toMatchObject({ token_type: 'access', user_id: Number(admin.id) });
  expect(claims?.jti).toMatch(/^[0-9a-f]{32}$/);
  expect(Number(claims?.exp) - Number(claims?.iat)).toBe(300);
});

test('tokens that nobody signed are refused: none, another key, another algorithm, another’s claims', async () => {
  const claims = { token_type: 'access', exp: 9_999_999_999, iat: 1, jti: 'x', user_id: Number(admin.id) };
  const [head = '', , signature = ''] = admin.access.split('.');
  const forged = [
    `${part({ alg: 'none', typ: 'JWT' })}.${part(claims)}.`,
    `${part({ alg: 'None', typ: 'JWT' })}.${part(claims)}.`,
    `${part({ alg: 'none' })}.${part(claims)}.${signature}`,
    `${head}.${part({ ...claims, user_id: 1 })}.${signature}`,
    await new SignJWT(claims).setProtectedHeader({ alg: 'HS256' }).sign(new TextEncoder().encode('another secret of thirty-two chars')),
    await new SignJWT(claims).setProtectedHeader({ alg: 'HS512' }).sign(new TextEncoder().encode('a secret of the tests, long enough for HS256'.padEnd(64, 'x'))),
    `${admin.access}x`, admin.access.slice(0, -2), 'a.b.c', '..', 'x',
  ];
  for (const token of forged) {
    expect(await me(`JWT ${token}`), token).toMatchObject({ status: 401, body: invalidAccess('Token is invalid or expired') });
    expect(await verify(token), token).toMatchObject({ status: 401, body: invalid('Token is invalid or expired') });
    expect(await refresh(token), token).toMatchObject({ status: 401, body: invalid('Token is invalid or expired') });
  }
});

test('each kind is good for its own use only; verify takes both', async () => {
  expect(await me(`JWT ${admin.refresh}`)).toMatchObject({ status: 401, body: invalidAccess('Token has wrong type') });
  expect(await refresh(admin.access)).toMatchObject({ status: 401, body: invalid('Token has wrong type') });
  expect(await verify(admin.access)).toMatchObject({ status: 200, body: {} });
  expect(await verify(admin.refresh)).toMatchObject({ status: 200, body: {} });
});

test('tokens run out: access after five minutes, refresh after a day', async () => {
  server.clock.advance(299_000);
  expect((await me(`JWT ${admin.access}`)).status).toBe(200);
  server.clock.advance(2000);
  expect(await me(`JWT ${admin.access}`)).toMatchObject({ status: 401, body: invalidAccess('Token is invalid or expired') });
  expect((await verify(admin.access)).status).toBe(401);
  const { body } = await refresh(admin.refresh);
  expect(Object.keys(body as object)).toEqual(['access']);
  expect((await me(`JWT ${(body as { access: string }).access}`)).status).toBe(200);
  server.clock.advance(86_400_000);
  expect(await refresh(admin.refresh)).toMatchObject({ status: 401, body: invalid('Token is invalid or expired') });
});

test('a deleted user’s tokens refresh and verify, and are refused by the next call', async () => {
  const member = await createMemberAccount(admin, { departmentId: (await createDepartment(admin, 'Sales')).id });
  await server.send('DELETE', `/api/myTeams/${member.id}/`, { as: admin });
  expect((await verify(member.access)).status).toBe(200);
  const { status, body } = await refresh(member.refresh);
  expect(status).toBe(200);
  expect(await me(`JWT ${(body as { access: string }).access}`)).toMatchObject({ status: 401, body: { detail: 'User not found', code: 'user_not_found' } });
});

test('the id of a deleted member is never somebody else’s', async () => {
  const { id } = await createDepartment(admin, 'Sales');
  const first = await createMemberAccount(admin, { departmentId: id });
  await server.send('DELETE', `/api/myTeams/${first.id}/`, { as: admin });
  const second = await createMemberAccount(admin, { departmentId: id });
  expect(Number(second.id)).toBeGreaterThan(Number(first.id));
  expect((await me(`JWT ${first.access}`)).status).toBe(401);
});

test.each([
  ['', 'Authentication credentials were not provided.', undefined],
  ['Bearer TOKEN', 'Authentication credentials were not provided.', undefined],
  ['jwt TOKEN', 'Authentication credentials were not provided.', undefined],
  ['TOKEN', 'Authentication credentials were not provided.', undefined],
  ['JWT', 'Authorization header must contain two space-delimited values', 'bad_authorization_header'],
  ['JWT TOKEN x', 'Authorization header must contain two space-delimited values', 'bad_authorization_header'],
])('the header %j is refused', async (header, detail, code) => {
  const answer = await me(header.replace('TOKEN', admin.access));
  expect(answer).toMatchObject({ status: 401, body: { detail, ...(code === undefined ? {} : { code }) } });
  expect(answer.headers.get('www-authenticate')).toBe('JWT realm="api"');
});

test('any white space stands between prefix and token', async () => {
  for (const header of [`JWT  ${admin.access}`, `JWT\t${admin.access}`, ` JWT ${admin.access} `]) expect((await me(header)).status).toBe(200);
});

test('with rotation a refresh token is good once', async () => {
  const rotating = await createTestServer({ settings: { rotateRefresh: true } });
  const { refresh: first, id } = await createAdmin(rotating.backend);
  const send = (path: string, body: object) => rotating.send('POST', `/api/auth/jwt/${path}/`, { body });
  const { body } = await send('refresh', { refresh: first });
  const { refresh: second, access } = body as { refresh: string; access: string };
  expect(second).not.toBe(first);
  expect(await send('refresh', { refresh: first })).toMatchObject({ status: 401, body: invalid('Token is blacklisted') });
  expect(await send('verify', { token: first })).toMatchObject({ status: 400, body: { non_field_errors: ['Token is blacklisted'] } });
  expect((await send('verify', { token: second })).status).toBe(200);
  expect((await rotating.send('GET', '/api/auth/users/me/', { as: access })).body).toMatchObject({ id: Number(id) });
  await rotating.close();
});

test('given-back tokens are forgotten once they have run out', async () => {
  const rotating = await createTestServer({ settings: { rotateRefresh: true } });
  const spend = (token: string) => rotating.send('POST', '/api/auth/jwt/refresh/', { body: { refresh: token } });
  const account = await createAdmin(rotating.backend);
  await spend(account.refresh);
  rotating.clock.advance(2 * 86_400_000);
  const again = await rotating.send('POST', '/api/auth/jwt/create/', { body: { email: account.email, password: account.password } });
  await spend((again.body as { refresh: string }).refresh);
  expect(await rotating.db.selectFrom('revoked_tokens').selectAll().execute()).toHaveLength(1);
  await rotating.close();
});

test('a password change leaves tokens as they are', async () => {
  const passwords = { current_password: admin.password, new_password: 'Quiet_Meadow_77', re_new_password: 'Quiet_Meadow_77' };
  expect((await server.send('POST', '/api/auth/users/set_password/', { as: admin, body: passwords })).status).toBe(204);
  expect((await me(`JWT ${admin.access}`)).status).toBe(200);
  expect((await refresh(admin.refresh)).status).toBe(200);
});
