import { afterAll, beforeAll, expect, test } from 'vitest';
import { createAdmin, createDepartment, goodPassword, type Account } from '../support/factories.ts';
import { createTestServer, type TestServer } from '../support/server.ts';

let server: TestServer;
let admin: Account;

beforeAll(async () => {
  server = await createTestServer();
  admin = await createAdmin(server.backend);
});

afterAll(() => server.close());

// Characters as DRF counts them: code points.
const longest = '🔑x'.repeat(512);
const tooLong = `${longest}x`;
const refusal = ['Ensure this field has no more than 1024 characters.'];
const person = { first_name: 'Ada', last_name: 'Abe' };

test('a new password may have 1,024 characters, and logs in', async () => {
  const account = await createAdmin(server.backend, { password: longest });
  expect((await server.send('POST', '/api/auth/jwt/create/', { body: { email: account.email, password: longest } })).status).toBe(200);
});

test('a new password with more is refused wherever one is set', async () => {
  const department = (await createDepartment(admin, 'Sales')).id;
  const signUp = await server.send('POST', '/api/auth/users/', { body: { ...person, email: 'a@b.co', role: 'Admin', password: tooLong, re_password: tooLong } });
  const member = await server.send('POST', '/api/myTeams/', { as: admin, body: { ...person, email: 'a@b.co', department, password: tooLong } });
  for (const response of [signUp, member]) expect(response).toMatchObject({ status: 400, body: { password: refusal } });
  const body = { new_password: tooLong, re_new_password: tooLong };
  const change = await server.send('POST', '/api/auth/users/set_password/', { as: admin, body: { ...body, current_password: goodPassword } });
  const reset = await server.send('POST', '/api/auth/users/reset_password_confirm/', { body: { ...body, uid: 'MQ', token: 'x-y' } });
  for (const response of [change, reset]) expect(response).toMatchObject({ status: 400, body: { new_password: refusal } });
});

test.each([1025, 250_000])('a log-in with %i characters gets the usual 401, and a current password the usual 400', async (length) => {
  const password = 'x'.repeat(length);
  const usual = await server.send('POST', '/api/auth/jwt/create/', { body: { email: admin.email, password: 'Wrong-Horse-1' } });
  for (const email of [admin.email, 'nobody@example.com']) {
    const response = await server.send('POST', '/api/auth/jwt/create/', { body: { email, password } });
    expect([response.status, response.body]).toEqual([401, usual.body]);
  }
  const body = { new_password: 'Quiet_Meadow_77', re_new_password: 'Quiet_Meadow_77', current_password: password };
  expect(await server.send('POST', '/api/auth/users/set_password/', { as: admin, body })).toMatchObject({ status: 400, body: { current_password: ['Invalid password.'] } });
});

test('an address that email cannot reach as it stands is refused, one with harmless quotes is not', async () => {
  const signUp = async (email: string) => server.send('POST', '/api/auth/users/', { body: { ...person, email, role: 'Admin', password: goodPassword, re_password: goodPassword } });
  for (const email of ['"<x>"@example.com', '"a\u0001b"@example.com', '"a\u007fb"@example.com']) {
    expect(await signUp(email), email).toMatchObject({ status: 400, body: { email: ['Enter a valid email address.'] } });
  }
  for (const email of ['"a,b"@example.com', '"a@b"@example.com', '"a\\"b"@example.com']) {
    expect((await signUp(email)).status, email).toBe(201);
    expect(server.mail.to(email).to).toBe(email);
  }
});
