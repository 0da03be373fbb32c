import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Db } from '../../server/db/schema.ts';
import { databases } from '../support/databases.ts';
import { createAdmin, createDepartment, createMemberAccount, goodPassword, type Account } from '../support/factories.ts';
import { createTestServer, type TestServer } from '../support/server.ts';

const deep = (depth: number) => '[['.repeat(depth) + ']]'.repeat(depth);

/** What somebody might send as the value of a field, as JSON. */
const values: Record<string, string> = {
  null: 'null',
  true: 'true',
  'a number': '5',
  'a fraction': '1.5',
  'a number beyond all': '1e400',
  'an id beyond all': '99999999999999999999',
  'a negative id': '-9223372036854775809',
  'a list': '["x"]',
  'an object': '{"$gt":""}',
  'deep nesting': deep(2000),
  'nothing but space': '" \\u00a0\\u2003 "',
  NUL: '"a\\u0000b"',
  'half a surrogate pair': '"a\\ud800b"',
  'the other half': '"\\udfff"',
  'a huge text': JSON.stringify('x'.repeat(200_000)),
  'huge as text': '"99999999999999999999"',
  SQL: `"'; drop table users; --"`,
  'a prototype': '{"__proto__":{"isAdmin":true}}',
  'an unassigned character': '"\\uffff"',
};

interface Target {
  method: string;
  path: string;
  fields: string[];
  isOpen?: boolean;
}

const targets: Target[] = [
  { method: 'POST', path: '/api/auth/jwt/create/', fields: ['email', 'password'], isOpen: true },
  { method: 'POST', path: '/api/auth/jwt/refresh/', fields: ['refresh'], isOpen: true },
  { method: 'POST', path: '/api/auth/jwt/verify/', fields: ['token'], isOpen: true },
  { method: 'POST', path: '/api/auth/users/', fields: ['email', 'first_name', 'last_name', 'role', 'password', 're_password'], isOpen: true },
  { method: 'POST', path: '/api/auth/users/activation/', fields: ['uid', 'token'], isOpen: true },
  { method: 'POST', path: '/api/auth/users/reset_password/', fields: ['email'], isOpen: true },
  { method: 'POST', path: '/api/auth/users/reset_password_confirm/', fields: ['uid', 'token', 'new_password', 're_new_password'], isOpen: true },
  { method: 'POST', path: '/api/auth/users/set_password/', fields: ['new_password', 're_new_password', 'current_password'] },
  { method: 'PATCH', path: '/api/auth/users/me/', fields: ['first_name', 'last_name'] },
  { method: 'POST', path: '/api/departments/', fields: ['name'] },
  { method: 'PATCH', path: '/api/departments/{department}/', fields: ['name'] },
  { method: 'POST', path: '/api/myTeams/', fields: ['email', 'first_name', 'last_name', 'department', 'password'] },
  { method: 'PATCH', path: '/api/myTeams/{member}/', fields: ['first_name', 'last_name', 'department'] },
];

/** Bodies that are wrong as a whole. */
const bodies: [string, string | Blob, number, Record<string, string>?][] = [
  ['half an object', '{"email": "a', 400],
  ['a bare word', 'undefined', 400],
  ['not a number', '{"email": NaN}', 400],
  ['a list', '[1]', 400],
  ['null', 'null', 400],
  ['a text', '"text"', 400],
  ['deep nesting', deep(50_000), 400],
  ['deep nesting that never ends', '['.repeat(200_000), 400],
  ['invalid UTF-8', new Blob([new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d])]), 400],
  ['a cut-off character', new Blob([new Uint8Array([0x22, 0xc3])]), 400],
  ['a byte order mark', '\ufeff{}', 400],
  ['NUL bytes', '\0\0\0', 400],
  ['another type', 'email=a', 415, { 'Content-Type': 'application/x-www-form-urlencoded' }],
  ['more than 256 KiB', JSON.stringify({ email: 'x'.repeat(256 * 1024) }), 413],
];

/** Everything the database holds of what people typed. */
async function everything(db: Db) {
  return {
    users: await db.selectFrom('users').select(['id', 'email', 'password', 'role', 'is_active', 'company_id']).orderBy('id').execute(),
    departments: await db.selectFrom('departments').select(['id', 'name']).orderBy('id').execute(),
    companies: await db.selectFrom('companies').select('id').orderBy('id').execute(),
  };
}

describe.each(databases)('what nobody should send, on $database', ({ url }) => {
  describe.skipIf(url === undefined)('to the API', () => {
    let server: TestServer;
    let admin: Account;
    let department: string;
    let member: Account;

    beforeAll(async () => {
      server = await createTestServer({ postgres: url });
      admin = await createAdmin(server.backend);
      department = (await createDepartment(admin, 'Sales')).id;
      member = await createMemberAccount(admin, { departmentId: department });
    });

    afterAll(() => server.close());

    const pathOf = ({ path }: Target) => path.replace('{department}', department).replace('{member}', member.id);

    /** A body in which every field is good but for those given as raw JSON. */
    function bodyWith(target: Target, raw: Record<string, string>): string {
      const good: Record<string, unknown> = {
        email: 'somebody@example.com', first_name: 'Ada', last_name: 'Abe', name: 'Legal', role: 'Admin', department, password: goodPassword,
        re_password: goodPassword, new_password: goodPassword, re_new_password: goodPassword, current_password: goodPassword, uid: 'MQ', token: 'x-y', refresh: 'x.y.z',
      };
      return `{${target.fields.map((field) => `"${field}":${raw[field] ?? JSON.stringify(good[field])}`).join(',')}}`;
    }

    const cases = targets.flatMap((target) => target.fields.map((field) => ({ name: `${target.method} ${target.path} ${field}`, target, field })));

    test.each(cases)('$name takes no value for another', async ({ target, field }) => {
      const before = await everything(server.db);
      for (const [kind, value] of Object.entries(values)) {
        // A second field is wrong too, so that nothing is written where the value happens to be good.
        const spoiler = target.fields.find((other) => other !== field);
        const raw = { [field]: value, ...(spoiler === undefined ? {} : { [spoiler]: 'null' }) };
        const answer = await server.send(target.method, pathOf(target), { body: bodyWith(target, raw), ...(target.isOpen ? {} : { as: admin }) });
        const isTaken = spoiler === undefined && answer.status < 300;
        expect(isTaken || [400, 401].includes(answer.status), `${kind}: ${answer.status}`).toBe(true);
        expect(answer.headers.get('content-type') ?? 'none', kind).toMatch(/^(application\/json|none)/);
        if (!isTaken && answer.status === 400) {
          for (const messages of Object.values(answer.body as Record<string, unknown>)) {
            expect(messages, kind).toEqual(expect.arrayContaining([expect.any(String)]));
          }
        }
      }
      const after = await everything(server.db);
      if (target.path.startsWith('/api/departments')) after.departments = before.departments;
      expect(after).toEqual(before);
    });

    test.each(bodies)('%s', async (_, body, status, headers) => {
      const before = await everything(server.db);
      for (const target of targets) {
        const answer = await server.send(target.method, pathOf(target), {
          body, headers: { 'Content-Type': 'application/json', ...headers }, ...(target.isOpen ? {} : { as: admin }),
        });
        expect(answer.status, `${target.method} ${target.path}`).toBe(status);
        expect(answer.headers.get('content-type')).toBe('application/json');
        expect(Object.keys(answer.body as object)).toHaveLength(1);
      }
      expect(await everything(server.db)).toEqual(before);
    });

    test.each([
      ['department', 'half a surrogate pair', { department: ['Incorrect type. Expected pk value, received str.'] }],
      ['department', 'an id beyond all', { department: ['Invalid pk "100000000000000000000" - object does not exist.'] }],
      ['department', 'huge as text', { department: ['Invalid pk "99999999999999999999" - object does not exist.'] }],
      ['department', 'a fraction', { department: ['Incorrect type. Expected pk value, received float.'] }],
      ['first_name', 'half a surrogate pair', { first_name: ['Surrogate characters are not allowed: U+D800.'] }],
      ['first_name', 'NUL', { first_name: ['Null characters are not allowed.'] }],
      ['first_name', 'a huge text', { first_name: ['Ensure this field has no more than 150 characters.'] }],
      ['email', 'NUL', { email: ['Null characters are not allowed.', 'Enter a valid email address.'] }],
      ['email', 'a list', { email: ['Enter a valid email address.'] }],
      ['password', 'NUL', { password: ['Null characters are not allowed.'] }],
    ])('%s as %s is refused in so many words', async (field, kind, refusal) => {
      const target = targets.find(({ method, path }) => method === 'POST' && path === '/api/myTeams/');
      const body = bodyWith(target ?? { method: '', path: '', fields: [] }, { [field]: values[kind] ?? '' });
      expect(await server.send('POST', '/api/myTeams/', { as: admin, body })).toMatchObject({ status: 400, body: refusal });
    });

    test.each(['abc', '0', '-1', '1.5', '%00', '%20', '99999999999999999999', '1e3', 'x'.repeat(2000), '%F0%9F', 'a%2Fb'])('the id %s is nobody’s', async (id) => {
      for (const list of ['departments', 'myTeams']) {
        expect((await server.send('PATCH', `/api/${list}/${id}/`, { as: admin, body: {} })).status).toBe(404);
        expect((await server.send('DELETE', `/api/${list}/${id}/`, { as: admin })).status).toBe(404);
      }
    });

    test.each([
      ['a quote', "search=O'Neil%22"], ['wildcards', 'search=%25_%5C'], ['NUL', 'search=%00'], ['half a surrogate', 'search=%ED%A0%80'], ['broken percent', 'search=%E0%A4%A'],
      ['ten words', 'search=a+b+c+d+e+f+g+h+i+j'], ['the same word again and again', `search=${'a+'.repeat(100)}`], ['200 characters', `search=${'%F0%9F%98%80'.repeat(200)}`],
      ['very many orderings', `ordering=${'name,-name,'.repeat(500)}`], ['a hidden field', 'ordering=password,-company_id,added_by__password'],
      ['a huge page size', 'page_size=99999999999999999999'], ['a negative page size', 'page_size=-5'], ['the same twice', 'page=9&page=1'],
    ])('a list asked with %s is a list', async (_, query) => {
      for (const list of ['departments', 'myTeams']) {
        const answer = await server.send('GET', `/api/${list}/?${query}`, { as: admin });
        expect(answer.status).toBe(200);
        expect(answer.body).toMatchObject({ next: null, previous: null });
      }
    });

    test.each([
      ['eleven words', 'search=a+b+c+d+e+f+g+h+i+j+k', 'Search for at most 10 words.'],
      ['201 characters', `search=${'%F0%9F%98%80'.repeat(201)}`, 'Search for at most 200 characters.'],
      ['200,000 spaces, and a page that is none', `search=a${'+'.repeat(200_000)}b&page=0`, 'Search for at most 200 characters.'],
    ])('a search for %s is refused', async (_, query, message) => {
      for (const list of ['departments', 'myTeams']) {
        expect(await server.send('GET', `/api/${list}/?${query}`, { as: admin })).toMatchObject({ status: 400, body: { search: [message] } });
      }
    });

    test.each(['page=0', 'page=-1', 'page=x', 'page=1.0', 'page=', 'page=99999999999999999999', 'page=1e1'])('%s is no page', async (query) => {
      expect(await server.send('GET', `/api/departments/?${query}`, { as: admin })).toMatchObject({ status: 404, body: { detail: 'Invalid page.' } });
    });
  });
});
