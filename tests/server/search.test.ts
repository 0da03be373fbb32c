import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod/mini';
import { migrate } from '../../server/db/migrations.ts';
import { databases } from '../support/databases.ts';
import { createAdmin, createDepartment, createMemberAccount, type Account } from '../support/factories.ts';
import { createTestServer, type TestServer } from '../support/server.ts';

const rows = z.object({ results: z.array(z.object({ name: z.optional(z.string()), email: z.optional(z.string()) })) });

const names = ['École', 'E\u0301cole 2', 'ΟΔΟΣ', 'Großmarkt', 'İZMİR', 'Sa\u200bm\u202c', 'Sales  Team'];
const emails = ['Ada@example.com', 'bea@münchen.de', 'cy@xn--mnchen-3ya.de'];

describe.each(databases)('a search on $database', ({ url }) => {
  describe.skipIf(url === undefined)('compares folded text', () => {
    let server: TestServer;
    let admin: Account;

    beforeAll(async () => {
      server = await createTestServer({ postgres: url });
      admin = await createAdmin(server.backend);
      let department = '';
      for (const name of names) department = (await createDepartment(admin, name)).id;
      for (const email of emails) await createMemberAccount(admin, { departmentId: department, email });
    });

    afterAll(() => server.close());

    async function found(list: string, search: string) {
      const { results } = rows.parse((await server.send('GET', `/api/${list}/?search=${encodeURIComponent(search)}`, { as: admin })).body);
      return results.map(({ name, email }) => name ?? email);
    }

    test.each<[string, string[]]>([
      ['école', ['École', 'E\u0301cole 2']],
      ['E\u0301COLE', ['École', 'E\u0301cole 2']],
      ['\u202aécole\u202c', ['École', 'E\u0301cole 2']],
      ['οδος', ['ΟΔΟΣ']],
      ['οδο', ['ΟΔΟΣ']],
      ['GROSSMARKT', ['Großmarkt']],
      ['großmarkt', ['Großmarkt']],
      ['izmir', ['İZMİR']],
      ['ızmır', ['İZMİR']],
      ['IZMIR', ['İZMİR']],
      ['sam', ['Sa\u200bm\u202c']],
      ['sales team', ['Sales  Team']],
      ['ecole', []],
    ])('departments: %j finds %j', async (search, expected) => {
      expect(await found('departments', search)).toEqual(expected);
    });

    test.each([
      ['ADA@example.com', ['Ada@example.com']],
      ['bea@xn--mnchen-3ya.de', ['bea@münchen.de']],
      ['cy@MÜNCHEN.de', ['cy@xn--mnchen-3ya.de']],
      ['@mu\u0308nchen', ['bea@münchen.de', 'cy@xn--mnchen-3ya.de']],
    ])('members: %j finds %j', async (search, expected) => {
      expect(await found('myTeams', search)).toEqual(expected);
    });

    test('what was sent is stored as it was sent', async () => {
      expect(await found('departments', '')).toEqual(names);
      expect(await found('myTeams', '')).toEqual(emails);
    });

    test('an older database is folded when the server starts', async () => {
      await server.db.updateTable('departments').set((row) => ({ search: row.fn('lower', ['name']) })).execute();
      await server.db.updateTable('users').set((row) => ({ search: row.fn('lower', ['email']) })).execute();
      expect(await found('departments', 'grossmarkt')).toEqual([]);
      expect(await found('myTeams', 'cy@münchen.de')).toEqual([]);
      await sql`delete from kysely_migration where name = '002-folded-search'`.execute(server.db);
      await migrate(server.db);
      expect(await found('departments', 'grossmarkt')).toEqual(['Großmarkt']);
      expect(await found('myTeams', 'cy@münchen.de')).toEqual(['cy@xn--mnchen-3ya.de']);
    });
  });
});
