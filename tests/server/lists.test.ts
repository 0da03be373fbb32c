import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod/mini';
import { databases } from '../support/databases.ts';
import { createAdmin, createDepartment, createMember, type Account } from '../support/factories.ts';
import { createTestServer, type TestServer } from '../support/server.ts';

const page = z.object({
  count: z.int(), next: z.nullable(z.string()), previous: z.nullable(z.string()),
  results: z.array(z.object({ id: z.int(), name: z.optional(z.string()), email: z.optional(z.string()), first_name: z.optional(z.string()) })),
});

describe.each(databases)('lists on $database', ({ url }) => {
  describe.skipIf(url === undefined)('of a company', () => {
    let server: TestServer;
    let admin: Account;
    const names = ['North Sales', 'South Sales', 'Sales 100%', 'a_b', 'back\\slash', 'O\'Neil "Ltd"', 'École', 'ÅNGSTRÖM', 'x'.repeat(255), 'legal', 'Legal 2', 'Zebra'];
    const ids: number[] = [];

    beforeAll(async () => {
      server = await createTestServer({ postgres: url });
      admin = await createAdmin(server.backend);
      for (const name of names) ids.push(Number((await createDepartment(admin, name)).id));
    });

    afterAll(() => server.close());

    const get = async (query: string, list = 'departments') => page.parse((await server.send('GET', `/api/${list}/${query}`, { as: admin })).body);
    const found = async (search: string) => (await get(`?page_size=100&search=${encodeURIComponent(search)}`)).results.map(({ name }) => name);

    test.each<[string, string[]]>([
      ['sales', ['North Sales', 'South Sales', 'Sales 100%']],
      ['SALES north', ['North Sales']],
      ['north,sales', ['North Sales']],
      [' , sales ,, north , ', ['North Sales']],
      ['%', ['Sales 100%']],
      ['0%', ['Sales 100%']],
      ['_', ['a_b']],
      ['\\', ['back\\slash']],
      ["'", ['O\'Neil "Ltd"']],
      ['"ltd"', ['O\'Neil "Ltd"']],
      ['al\0es', ['North Sales', 'South Sales', 'Sales 100%']],
      ['école', ['École']],
      ['ångström', ['ÅNGSTRÖM']],
      ['sal sales ales', ['North Sales', 'South Sales', 'Sales 100%']],
      ['north south', []],
      ['north\u3000sales', ['North Sales']],
      ['x'.repeat(200), ['x'.repeat(255)]],
      ['x'.repeat(199) + 'y', []],
    ])('a search for %j finds %j', async (search, expected) => {
      expect(await found(search)).toEqual(expected);
    });

    test.each(['', '?search=', '?search=%20', '?search=,', '?search=%00', '?ordering=', '?ordering=nonsense', '?ordering=--name', '?ordering=company', '?page=1', '?page=%201', '?foo=bar', '?page_size=0', '?page_size=x'])(
      'the list %s is all of it, oldest first, ten a page',
      async (query) => {
        const { count, results } = await get(query);
        expect(count).toBe(names.length);
        expect(results.map(({ id }) => id)).toEqual(ids.slice(0, 10));
      },
    );

    test('links are absolute and keep what else was asked', async () => {
      const { next } = await get('?page_size=5&search=&ordering=-id&x=1&x=2&y=%26%20');
      const link = new URL(next ?? '');
      expect(link.origin + link.pathname).toBe('http://localhost/api/departments/');
      link.searchParams.sort();
      expect([...link.searchParams]).toEqual([['ordering', '-id'], ['page', '2'], ['page_size', '5'], ['search', ''], ['x', '1'], ['x', '2'], ['y', '& ']]);
      const second = await get(link.search);
      expect(new URL(second.previous ?? '').searchParams.has('page')).toBe(false);
      expect(new URL(second.next ?? '').searchParams.get('page')).toBe('3');
      expect((await get(new URL(second.next ?? '').search)).next).toBeNull();
    });

    test('a walk over the pages meets every row once, in whatever order', async () => {
      for (const ordering of ['id', '-id', 'name', '-name', 'created_at', '-updated_at', 'updated_at,name', 'nonsense,-name']) {
        const walked: number[] = [];
        for (let query: string | null = `?page_size=5&ordering=${ordering}`; query !== null;) {
          const { next, results } = await get(query);
          walked.push(...results.map(({ id }) => id));
          query = next === null ? null : new URL(next).search;
        }
        expect([...walked].sort((one, other) => one - other), ordering).toEqual(ids);
      }
    });

    test('the last page can be asked for by that name; a hundred rows are the most', async () => {
      expect((await get('?page=last&page_size=5')).results).toHaveLength(2);
      expect((await get('?page_size=1000')).results).toHaveLength(names.length);
    });

    test('a page that is not there is 404, the first page of nothing is not', async () => {
      expect(await server.send('GET', '/api/departments/?page=3', { as: admin })).toMatchObject({ status: 404, body: { detail: 'Invalid page.' } });
      expect(await server.send('GET', '/api/departments/?page=2&search=zebra', { as: admin })).toMatchObject({ status: 404 });
      expect(await get('?search=nobody')).toEqual({ count: 0, next: null, previous: null, results: [] });
    });

    test('HEAD is GET without the body', async () => {
      const answer = await server.send('HEAD', '/api/departments/', { as: admin });
      expect(answer).toMatchObject({ status: 200, body: null });
    });

    describe('of members', () => {
      const people = [['Bea', 'Young'], ['Ada', 'Miller'], ['Bea', 'Adams'], ['Cy', 'Miller'], ['Bea', 'Miller']] as const;
      const members: number[] = [];

      beforeAll(async () => {
        for (const [index, [firstName, lastName]] of people.entries()) {
          members.push(Number((await createMember(admin, { departmentId: String(ids[0]), firstName, lastName, email: `m${index}@Company.example` })).id));
        }
      });

      const order = async (query: string) => (await get(query, 'myTeams')).results.map(({ id }) => members.indexOf(id));

      test.each([
        ['', [0, 1, 2, 3, 4]], ['?ordering=-id', [4, 3, 2, 1, 0]], ['?ordering=first_name', [1, 0, 2, 4, 3]], ['?ordering=-first_name', [3, 0, 2, 4, 1]],
        ['?ordering=last_name', [2, 1, 3, 4, 0]], ['?ordering=-last_name', [0, 1, 3, 4, 2]], ['?ordering=first_name,-last_name', [1, 0, 4, 2, 3]],
        ['?ordering=first_name,-id', [1, 4, 2, 0, 3]], ['?ordering=email', [0, 1, 2, 3, 4]], ['?ordering=-created_at', [4, 3, 2, 1, 0]],
        ['?ordering=password', [0, 1, 2, 3, 4]], ['?ordering=department', [0, 1, 2, 3, 4]], ['?search=bea', [0, 2, 4]], ['?search=bea&ordering=-last_name', [0, 4, 2]],
        ['?search=miller+bea', [4]], ['?search=COMPANY.example', [0, 1, 2, 3, 4]], ['?search=m3@', [3]], ['?search=employee', []], ['?search=sales', []], ['?search=beayoung', []],
      ])('%s: %j', async (query, expected) => {
        expect(await order(query)).toEqual(expected);
      });

      test('what was changed is found under its new name only, and moves in the order of changes', async () => {
        await server.send('PATCH', `/api/myTeams/${members[1]}/`, { as: admin, body: { last_name: 'Ångström' } });
        expect(await order('?search=ada+ångström')).toEqual([1]);
        expect(await order('?search=ada+miller')).toEqual([]);
        expect(await order('?ordering=-updated_at')).toEqual([1, 4, 3, 2, 0]);
        await server.send('PATCH', `/api/myTeams/${members[0]}/`, { as: admin, body: {} });
        expect(await order('?ordering=-updated_at&page_size=2')).toEqual([0, 1]);
      });
    });
  });
});

test('the page size is the server’s own when none is asked for', async () => {
  const server = await createTestServer({ settings: { pageSize: 3 } });
  const admin = await createAdmin(server.backend);
  for (const name of ['a', 'b', 'c', 'd']) await createDepartment(admin, name);
  expect(page.parse((await server.send('GET', '/api/departments/', { as: admin })).body).results).toHaveLength(3);
  await server.close();
});
