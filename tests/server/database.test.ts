import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { migrate } from '../../server/db/migrations.ts';
import { openPostgres, openSqliteInThread, openSqliteThreads } from '../../server/db/open.ts';
import { scan } from '../../server/db/scan.ts';
import type { Db } from '../../server/db/schema.ts';
import { seedCompany } from '../../server/seed/seed-company.ts';
import { ClientGone, Unavailable } from '../../server/unavailable.ts';
import { createPostgresDatabase, databases } from '../support/databases.ts';

let folder: string;
let file: string;
const open: Db[] = [];

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'database-'));
  file = path.join(folder, 'data/test.sqlite');
});

afterEach(async () => {
  for (const db of open.splice(0)) await db.destroy();
  rmSync(folder, { recursive: true });
});

function opened(db: Db): Db {
  open.push(db);
  return db;
}

const addCompany = (db: Db, at: number) => db.insertInto('companies').values({ created_at: at }).execute();
const companies = async (db: Db) => (await db.selectFrom('companies').select('created_at').orderBy('created_at').execute()).map(({ created_at }) => created_at);

describe('SQLite in threads', () => {
  /** A read of one row that takes seconds to find: it counts to that number first. */
  const counting = (db: Db, most: number) => db.selectNoFrom(sql<number>`(with recursive n(i) as (select 1 union all select i + 1 from n where i < ${most}) select max(i) from n)`.as('most')).execute();

  test('slow scans, more than have threads, hold up neither look-ups nor writes', async () => {
    const db = opened(openSqliteThreads(file));
    await migrate(db);
    const ended: string[] = [];
    const client = new AbortController();
    const slow = Array.from({ length: 4 }, () => scan(client.signal, () => counting(db, 1e12)).catch(() => ended.push('slow')));
    for (let index = 0; index < 20; index += 1) {
      await addCompany(db, index);
      expect(await companies(db)).toHaveLength(index + 1);
    }
    ended.push('others');
    client.abort();
    await Promise.all(slow);
    expect(ended).toEqual(['others', 'slow', 'slow', 'slow', 'slow']);
  });

  test('a scan is interrupted when its client has gone, or when it takes too long; the next ones run', async () => {
    const db = opened(openSqliteThreads(file));
    await migrate(db);
    const client = new AbortController();
    const cancelled = Array.from({ length: 4 }, () => scan(client.signal, () => counting(db, 1e12)));
    const tooSlow = scan(new AbortController().signal, () => counting(db, 1e12));
    client.abort();
    for (const query of cancelled) await expect(query).rejects.toThrow(ClientGone);
    await expect(tooSlow).rejects.toThrow(Unavailable);
    expect(await Promise.all([1, 2, 3].map((most) => scan(new AbortController().signal, () => counting(db, most))))).toEqual([[{ most: 1 }], [{ most: 2 }], [{ most: 3 }]]);
  });

  test('its files are for its owner only, also those that were not', async () => {
    mkdirSync(path.dirname(file));
    writeFileSync(file, '');
    for (const name of [path.dirname(file), file]) chmodSync(name, 0o777);
    const db = opened(openSqliteThreads(file));
    await migrate(db);
    await addCompany(db, 1);
    for (const name of ['', '-wal', '-shm']) expect(statSync(file + name).mode & 0o777, name).toBe(0o600);
  });

  test('what was committed is seen by the next read; what was not, never', async () => {
    const db = opened(openSqliteThreads(file));
    await migrate(db);
    for (let index = 0; index < 50; index += 1) {
      await addCompany(db, index);
      expect((await companies(db)).at(-1)).toBe(index);
    }
    let seen: number[] = [];
    await db.transaction().execute(async (trx) => {
      await addCompany(trx, 1000);
      seen = await companies(db);
      throw new Error('undone');
    }).catch(() => {});
    expect(seen).not.toContain(1000);
    expect(await companies(db)).not.toContain(1000);
  });

  test('transactions take turns, and one that fails leaves the turn to the next', async () => {
    const db = opened(openSqliteThreads(file));
    await migrate(db);
    const adding = Array.from({ length: 20 }, (_, index) => db.transaction().execute(async (trx) => {
      const before = await companies(trx);
      await addCompany(trx, before.length);
      if (index % 4 === 0) throw new Error('undone');
    }).catch(() => {}));
    await Promise.all(adding);
    expect(await companies(db)).toEqual(Array.from({ length: 15 }, (_, index) => index));
  });

  test('an error says which promise of the schema was broken', async () => {
    const db = opened(openSqliteThreads(file));
    await migrate(db);
    const twice = db.insertInto('revoked_tokens').values([{ jti: 'a', expires_at: 1 }, { jti: 'a', expires_at: 2 }]).execute();
    await expect(twice).rejects.toMatchObject({ code: 'SQLITE_CONSTRAINT_PRIMARYKEY' });
    await expect(sql`select nonsense`.execute(db)).rejects.toThrow('nonsense');
  });

  test('closing finishes what is under way', async () => {
    const db = openSqliteThreads(file);
    await migrate(db);
    const adding = Array.from({ length: 10 }, (_, index) => addCompany(db, index));
    await Promise.all(adding.slice(0, 1));
    await Promise.all([...adding, db.destroy()]);
    expect(await companies(opened(openSqliteInThread(file)))).toHaveLength(10);
  });
});

const postgresUrl = process.env.TEST_POSTGRES_URL;

describe.skipIf(postgresUrl === undefined)('PostgreSQL', () => {
  test('ends a scan when its client has gone, or when it takes too long; look-ups run meanwhile', async () => {
    const own = await createPostgresDatabase(postgresUrl ?? '');
    const db = openPostgres(own.url);
    const sleeping = async () => (await sql`select 1 from pg_stat_activity where datname = current_database() and query like 'select pg_sleep%' and state = 'active'`.execute(db)).rows.length;
    const client = new AbortController();
    // More than there are connections for scans.
    const scans = Promise.allSettled(Array.from({ length: 6 }, () => scan(client.signal, () => sql`select pg_sleep(600)`.execute(db))));
    await expect.poll(sleeping).toBe(4);
    client.abort();
    expect((await scans).map(({ status }) => status)).toEqual(Array<string>(6).fill('rejected'));
    await expect.poll(sleeping).toBe(0);
    await expect(scan(new AbortController().signal, () => sql`select pg_sleep(600)`.execute(db))).rejects.toMatchObject({ code: '57014' });
    await db.destroy();
    await own.drop();
  });
});

describe('migrations', () => {
  test('run once when several start at once on one file', async () => {
    const all = Array.from({ length: 3 }, () => opened(openSqliteThreads(file)));
    await Promise.all(all.map((db) => migrate(db)));
    await addCompany(all[0] ?? openSqliteInThread(file), 1);
    expect(await companies(all[2] ?? openSqliteInThread(file))).toEqual([1]);
  });

  const [, { url }] = databases;

  test.skipIf(url === undefined)('run once when several start at once on one PostgreSQL database', async () => {
    const own = await createPostgresDatabase(url ?? '');
    const all = Array.from({ length: 4 }, () => openPostgres(own.url));
    await Promise.all(all.map((db) => migrate(db)));
    for (const db of all) {
      expect(await companies(db)).toEqual([]);
      await db.destroy();
    }
    await own.drop();
  });
});

describe.each(databases)('seeding on $database', ({ url }) => {
  test.skipIf(url === undefined)('fills a company whose admin can be told apart from its members', async () => {
    const own = url ? await createPostgresDatabase(url) : null;
    const db = own ? openPostgres(own.url) : openSqliteInThread(file);
    await migrate(db);
    const wanted = { members: 1234, departments: 50, email: 'Boss@Example.COM', password: 'Blue-Harbor-42' };
    await seedCompany(db, wanted);
    await seedCompany(db, { ...wanted, members: 10 });
    const users = await db.selectFrom('users').select(['email', 'role', 'password', 'is_active', 'department_id']).orderBy('id').execute();
    expect(users).toHaveLength(1 + 1234 + 10);
    expect(users[0]).toMatchObject({ email: 'Boss@example.com', role: 'Admin', is_active: 1, department_id: null });
    expect(new Set(users.map(({ email }) => email)).size).toBe(users.length);
    expect(users.slice(1).every(({ role, department_id }) => role === 'Employee' && department_id !== null)).toBe(true);
    expect(new Set(users.map(({ password }) => password)).size).toBe(2);
    expect(await db.selectFrom('departments').select('name').distinct().execute()).toHaveLength(50);
    await expect(seedCompany(db, { ...wanted, email: users[1]?.email ?? '' })).rejects.toThrow('team member');
    await expect(seedCompany(db, { ...wanted, email: 'new@example.com', departments: 0 })).rejects.toThrow('need a department');
    expect(await db.selectFrom('users').select('id').execute()).toHaveLength(users.length);
    await db.destroy();
    await own?.drop();
  });
});
