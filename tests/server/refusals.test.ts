import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createAdmin, createDepartment, createMemberAccount, goodPassword, type Account } from '../support/factories.ts';
import { createTestServer, type TestServer } from '../support/server.ts';

let server: TestServer;
let admin: Account;
let member: Account;
let department: string;

beforeAll(async () => {
  server = await createTestServer();
  admin = await createAdmin(server.backend);
  department = (await createDepartment(admin, 'Sales')).id;
  member = await createMemberAccount(admin, { departmentId: department });
});

afterAll(() => server.close());

const missing = { detail: 'Authentication credentials were not provided.' };
const forbidden = { detail: 'You do not have permission to perform this action.' };
const notFound = { detail: 'Not found.' };

describe('the order of refusals', () => {
  const broken = { body: '{', headers: { 'Content-Type': 'application/json' } };

  test('a path that is none comes before a bad token', async () => {
    for (const path of ['/api/nothing/', '/api/', '/api', '/api/auth/', '/api/Departments/', '/api/myteams/', '/api/departments/1/x/', '/api/departments/1.5/', '/api/auth/users/1/', '/api/auth/jwt/']) {
      const answer = await server.send('GET', path, { as: 'bad' });
      expect(answer.status, path).toBe(404);
      expect(answer.headers.get('content-type'), path).toBe('text/html; charset=utf-8');
    }
  });

  test('a bad token comes before a missing one, permission, method, row and body', async () => {
    for (const [method, path] of [['POST', '/api/auth/users/'], ['GET', '/api/auth/users/activation/'], ['DELETE', '/api/departments/'], ['PATCH', '/api/myTeams/x/']] as const) {
      expect(await server.send(method, path, { as: 'bad', ...(method === 'GET' ? {} : broken) })).toMatchObject({ status: 401, body: { code: 'token_not_valid' } });
    }
  });

  test('no token comes before the method, the row and the body', async () => {
    for (const [method, path] of [['GET', '/api/auth/users/'], ['DELETE', '/api/auth/users/reset_password/'], ['POST', '/api/auth/users/me/'], ['PUT', '/api/departments/'], ['DELETE', '/api/departments/x/']] as const) {
      expect(await server.send(method, path, method === 'GET' ? {} : broken)).toMatchObject({ status: 401, body: missing });
    }
  });

  test('no permission comes before the method, the row and the body', async () => {
    for (const [method, path] of [['PUT', '/api/departments/'], ['POST', '/api/myTeams/1/'], ['PATCH', '/api/departments/999999/'], ['POST', '/api/departments/']] as const) {
      expect(await server.send(method, path, { as: member, ...broken })).toMatchObject({ status: 403, body: forbidden });
    }
  });

  test('the method comes before the row and the body, and says what there is', async () => {
    const answer = await server.send('POST', '/api/departments/999999/', { as: admin, ...broken });
    expect(answer).toMatchObject({ status: 405, body: { detail: 'Method "POST" not allowed.' } });
    expect(answer.headers.get('allow')).toBe('PATCH, DELETE, OPTIONS');
    expect((await server.send('PUT', '/api/auth/users/me/', { as: member })).headers.get('allow')).toBe('GET, PATCH, HEAD, OPTIONS');
    expect(await server.send('GET', '/api/auth/jwt/create/')).toMatchObject({ status: 405 });
    expect(await server.send('GET', '/api/auth/jwt/create', { as: 'bad' })).toMatchObject({ status: 405 });
  });

  test('the row comes before the body', async () => {
    for (const path of ['/api/departments/999999/', '/api/myTeams/999999/', `/api/myTeams/${admin.id}/`]) {
      expect(await server.send('PATCH', path, { as: admin, ...broken })).toMatchObject({ status: 404, body: notFound });
      expect(await server.send('PATCH', path, { as: admin, body: 'x', headers: { 'Content-Type': 'text/plain' } })).toMatchObject({ status: 404 });
    }
  });

  test('the body comes before what is in it', async () => {
    expect(await server.send('POST', '/api/departments/', { as: admin, ...broken })).toMatchObject({ status: 400, body: { detail: 'JSON parse error - not valid JSON' } });
    expect(await server.send('POST', '/api/departments/', { as: admin, body: 'x', headers: { 'Content-Type': 'text/plain; a=b' } })).toMatchObject({
      status: 415, body: { detail: 'Unsupported media type "text/plain; a=b" in request.' },
    });
  });

  test('an empty body is an empty object, whatever its type', async () => {
    for (const type of ['text/plain', 'application/json', 'x']) {
      expect(await server.send('POST', '/api/departments/', { as: admin, body: '', headers: { 'Content-Type': type } })).toMatchObject({
        status: 400, body: { name: ['This field is required.'] },
      });
    }
  });
});

describe('validation', () => {
  test('every field that is not good is told, what only the database knows among them', async () => {
    const body = { email: admin.email, first_name: ' ', last_name: null, department: 999_999, password: [] };
    expect(await server.send('POST', '/api/myTeams/', { as: admin, body })).toMatchObject({
      status: 400,
      body: {
        email: ['user with this email address already exists.'],
        first_name: ['This field may not be blank.'],
        last_name: ['This field may not be null.'],
        department: ['Invalid pk "999999" - object does not exist.'],
        password: ['Not a valid string.'],
      },
    });
  });

  test('rules across fields wait until every field is good', async () => {
    const body = { email: 'a@example.com', first_name: '', last_name: 'b', role: 'Admin', password: '1', re_password: '2' };
    expect((await server.send('POST', '/api/auth/users/', { body })).body).toEqual({ first_name: ['This field may not be blank.'] });
    const passwords = { current_password: 'wrong', new_password: '1', re_new_password: '2' };
    expect((await server.send('POST', '/api/auth/users/set_password/', { as: admin, body: passwords })).body).toEqual({ current_password: ['Invalid password.'] });
    expect((await server.send('POST', '/api/auth/users/set_password/', { as: admin, body: { ...passwords, new_password: ' ' } })).body).toEqual({
      current_password: ['Invalid password.'], new_password: ['This field may not be blank.'],
    });
  });

  test('the order of 10 is strength, repetition, uid, token', async () => {
    const send = async (changes: object) => (await server.send('POST', '/api/auth/users/reset_password_confirm/', {
      body: { uid: 'zzz', token: 'x', new_password: 'Quiet_Meadow_77', re_new_password: 'Quiet_Meadow_77', ...changes },
    })).body;
    expect(await send({ new_password: '1234567' })).toHaveProperty('new_password');
    expect(await send({ re_new_password: 'other' })).toEqual({ non_field_errors: ["The two password fields didn't match."] });
    expect(await send({})).toEqual({ uid: ["Invalid user id or user doesn't exist."] });
    expect(await send({ uid: Buffer.from(admin.id).toString('base64url') })).toEqual({ token: ['Invalid token for given user.'] });
  });

  test.each([
    [5, '5'], [1.5, '1.5'], [-3, '-3'], ['  x  ', 'x'], ['\u3000x\u2003', 'x'], ['\u200bx', '\u200bx'], ['<script>alert(1)</script>', '<script>alert(1)</script>'],
    ['😀'.repeat(150), '😀'.repeat(150)], ["Robert'); DROP TABLE users;--", "Robert'); DROP TABLE users;--"], ['Zoë 李', 'Zoë 李'],
  ])('the name %j is kept as %j', async (sent, kept) => {
    expect(await server.send('PATCH', '/api/auth/users/me/', { as: member, body: { first_name: sent } })).toMatchObject({ status: 200, body: { first_name: kept } });
  });

  test.each([
    ['Employee', '"Employee" is not a valid choice.'], [' Admin', '" Admin" is not a valid choice.'], ['', '"" is not a valid choice.'], [true, '"True" is not a valid choice.'],
    [['a', null], `"['a', None]" is not a valid choice.`], [{ a: 1 }, `"{'a': 1}" is not a valid choice.`], [null, 'This field may not be null.'],
  ])('the role %j is refused', async (role, message) => {
    const body = { email: 'role@example.com', first_name: 'a', last_name: 'b', role, password: goodPassword, re_password: goodPassword };
    expect(await server.send('POST', '/api/auth/users/', { body })).toMatchObject({ status: 400, body: { role: [message] } });
  });

  test('an address in another letter case of its domain is taken as well, which only the database sees', async () => {
    const [name] = admin.email.split('@');
    const refusal = { status: 400, body: ['Unable to create account.'] };
    const person = { first_name: 'a', last_name: 'b', password: goodPassword };
    expect(await server.send('POST', '/api/auth/users/', { body: { ...person, email: `${name}@EXAMPLE.com`, role: 'Admin', re_password: goodPassword } })).toMatchObject(refusal);
    expect(await server.send('POST', '/api/myTeams/', { as: admin, body: { ...person, email: `${name}@Example.Com`, department } })).toMatchObject(refusal);
  });

  test('a domain is kept in lower case, the name before it as it was', async () => {
    const body = { email: 'Ada.Abe@EXAMPLE.Com', first_name: 'a', last_name: 'b', department, password: goodPassword };
    expect(await server.send('POST', '/api/myTeams/', { as: admin, body })).toMatchObject({ status: 201, body: { email: 'Ada.Abe@example.com' } });
    const logIn = (email: string) => server.send('POST', '/api/auth/jwt/create/', { body: { email, password: goodPassword } });
    expect((await logIn('Ada.Abe@example.com')).status).toBe(200);
    expect((await logIn('Ada.Abe@EXAMPLE.Com')).status).toBe(401);
    expect((await logIn('ada.abe@example.com')).status).toBe(401);
  });
});

describe('paths without their slash', () => {
  test('are redirected, query and all, whoever asks', async () => {
    for (const [method, path] of [['GET', '/api/departments?search=a&b=%20'], ['POST', '/api/auth/users'], ['PATCH', '/api/departments/1'], ['DELETE', '/api/myTeams/x']] as const) {
      const answer = await server.send(method, path, { as: 'bad' });
      expect(answer).toMatchObject({ status: 301, body: null });
      expect(answer.headers.get('location')).toBe(path.replace(/(\?|$)/, '/$1'));
    }
  });

  test('are log-in, refresh and verify all the same', async () => {
    expect((await server.send('POST', '/api/auth/jwt/create', { body: { email: admin.email, password: admin.password } })).status).toBe(200);
    expect((await server.send('POST', '/api/auth/jwt/refresh', { body: { refresh: admin.refresh } })).status).toBe(200);
    expect((await server.send('POST', '/api/auth/jwt/verify', { body: { token: admin.access } })).status).toBe(200);
  });
});

describe('every response', () => {
  test.each([
    ['of data', 'GET', '/api/departments/', 200],
    ['to a preflight', 'OPTIONS', '/api/departments/', 200],
    ['without a token', 'POST', '/api/auth/users/set_password/', 401],
    ['to a wrong method', 'PUT', '/api/departments/', 405],
    ['for an unknown path', 'GET', '/api/nothing/', 404],
    ['that redirects', 'GET', '/api/departments', 301],
    ['to a malformed body', 'POST', '/api/auth/jwt/create/', 400],
  ])('%s has the security headers', async (_, method, path, status) => {
    const response = await server.send(method, path, {
      as: path.includes('departments') ? admin : undefined,
      body: method === 'POST' ? '{' : undefined,
      headers: method === 'OPTIONS' ? { Origin: 'http://localhost', 'Access-Control-Request-Method': 'GET' } : {},
    });
    expect(response.status).toBe(status);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'cross-origin-opener-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    });
  });

  test('has them also when something fails unforeseen', async () => {
    const failing = await createTestServer({ onError: () => {} });
    failing.mail.send = () => Promise.reject(new Error('the disk is full'));
    const body = { email: 'ada@example.com', first_name: 'Ada', last_name: 'Abe', role: 'Admin', password: goodPassword, re_password: goodPassword };
    const { status, headers } = await failing.send('POST', '/api/auth/users/', { body });
    expect(status).toBe(500);
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'");
    await failing.close();
  });
});

describe('another origin', () => {
  const preflight = (origin: string, path = '/api/departments/') => server.send('OPTIONS', path, { headers: { Origin: origin, 'Access-Control-Request-Method': 'PATCH' } });

  test.each(['http://localhost:5173', 'https://localhost', 'http://127.0.0.1:3000', 'http://[::1]:8080'])('%s may call', async (origin) => {
    const { status, headers } = await preflight(origin);
    expect(status).toBe(200);
    expect(headers.get('access-control-allow-origin')).toBe(origin);
    expect(headers.get('access-control-allow-methods')).toContain('PATCH');
    expect(headers.get('access-control-allow-headers')).toContain('authorization');
    for (const path of ['/api/departments/', '/api/nothing/', '/api/departments']) {
      const answer = await server.send('GET', path, { headers: { Origin: origin } });
      expect(answer.headers.get('access-control-allow-origin'), path).toBe(origin);
      expect(answer.headers.get('vary')).toContain('Origin');
    }
  });

  test.each(['https://elsewhere.example', 'http://localhost.evil.example', 'http://evil-localhost', 'null', 'http://localhost:80@evil.example'])('%s may not', async (origin) => {
    expect((await preflight(origin)).headers.get('access-control-allow-origin')).toBeNull();
    expect((await server.send('GET', '/api/departments/', { headers: { Origin: origin } })).headers.get('access-control-allow-origin')).toBeNull();
  });

  test.each(['https://app.example.com', 'http://10.0.0.1:8000', 'https://localhost.example.com'])('on localhost may not call a server whose app is at %s', async (publicUrl) => {
    const open = await createTestServer({ settings: { publicUrl } });
    for (const origin of ['http://localhost:5173', 'http://127.0.0.1:3000', 'http://[::1]:8080']) {
      expect((await open.send('GET', '/api/departments/', { headers: { Origin: origin } })).headers.get('access-control-allow-origin')).toBeNull();
    }
    await open.close();
  });

  test('is one of those that are set', async () => {
    const strict = await createTestServer({ settings: { allowedOrigins: ['https://app.example.com'] } });
    const allowed = async (origin: string) => (await strict.send('GET', '/api/departments/', { headers: { Origin: origin } })).headers.get('access-control-allow-origin');
    expect(await allowed('https://app.example.com')).toBe('https://app.example.com');
    expect(await allowed('http://localhost:5173')).toBeNull();
    await strict.close();
  });
});

test('answers are kept by no cache', async () => {
  expect((await server.send('GET', '/api/departments/', { as: admin })).headers.get('cache-control')).toBe('no-store');
});

test('a failure that nobody foresaw is an HTML 500, and is told to the one who runs the server', async () => {
  const errors: unknown[] = [];
  const failing = await createTestServer({ onError: (error) => errors.push(error) });
  const someone = await createAdmin(failing.backend);
  await failing.db.schema.dropTable('departments').execute().catch(() => failing.db.schema.alterTable('departments').renameTo('gone').execute());
  const answer = await failing.send('GET', '/api/departments/', { as: someone });
  expect(answer.status).toBe(500);
  expect(answer.body).toContain('<h1>Server Error (500)</h1>');
  expect(errors).toHaveLength(1);
  await failing.close();
});
