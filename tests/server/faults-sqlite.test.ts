import { copyFileSync, mkdtempSync, rmSync, truncateSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openSqliteInThread, openSqliteThreads } from '../../server/db/open.ts';
import type { Db } from '../../server/db/schema.ts';
import { createAdmin, createDepartment, type Account } from '../support/factories.ts';
import { createTestServer, type TestServer } from '../support/server.ts';

let folder: string;
let file: string;
let db: Db;
let server: TestServer;
let admin: Account;
let errors: unknown[];

beforeEach(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'faults-'));
  file = path.join(folder, 'test.sqlite');
  db = openSqliteThreads(file);
  errors = [];
  server = await createTestServer({ db, onError: (error) => void errors.push(error) });
  admin = await createAdmin(server.backend);
  await createDepartment(admin, 'Before');
});

afterEach(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

/** A pragma of the connection that writes. */
const pragma = (text: string) => sql.raw(`pragma ${text}`).execute(db);

interface Fault {
  begin(): Promise<unknown> | void;
  end(): Promise<unknown> | void;
  /** Whether reads fail too. */
  isForReads?: boolean;
}

const faults: Record<string, () => Fault> = {
  'is locked by another program for longer than a request waits': () => {
    const other = openSqliteInThread(file);
    return {
      begin: () => sql`begin immediate`.execute(other),
      async end() {
        await sql`rollback`.execute(other);
        await other.destroy();
      },
    };
  },
  'is read-only': () => ({ begin: () => pragma('query_only = 1'), end: () => pragma('query_only = 0') }),
  'is full': () => ({
    async begin() {
      const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(db);
      await pragma(`max_page_count = ${rows[0]?.page_count}`);
    },
    end: () => pragma('max_page_count = 1000000'),
  }),
  'is cut off': () => ({
    async begin() {
      await pragma('wal_checkpoint(truncate)');
      copyFileSync(file, `${file}.backup`);
      truncateSync(file, 4096);
    },
    end: () => copyFileSync(`${file}.backup`, file),
    isForReads: true,
  }),
};

const addDepartment = (name: string) => server.send('POST', '/api/departments/', { as: admin, body: { name } });
const logIn = () => server.send('POST', '/api/auth/jwt/create/', { body: { email: admin.email, password: admin.password } });
const busy = { detail: 'The service is busy. Please try again in a moment.' };

describe('a server whose SQLite', () => {
  test.each(Object.entries(faults))('%s says 503 to what it cannot do, loses nothing, and recovers', async (_, create) => {
    const { begin, end, isForReads = false } = create();
    await begin();
    const acknowledged = ['Before'];
    let refused: Awaited<ReturnType<typeof addDepartment>>[] = [];
    for (let round = 0; round < 100 && refused.length < 3; round += 1) {
      const names = [1, 2, 3].map((index) => `During ${round}-${index}`.padEnd(250, '.'));
      const responses = await Promise.all([...names.map((name) => addDepartment(name)), logIn()]);
      // A log-in only reads.
      expect(responses.pop()?.status).toBe(isForReads ? 503 : 200);
      acknowledged.push(...names.filter((_, index) => responses[index]?.status === 201));
      refused = responses.filter(({ status }) => status !== 201);
    }
    expect(refused).toHaveLength(3);
    for (const { status, body, headers } of refused) expect([status, body, Number(headers.get('retry-after')) > 0]).toEqual([503, busy, true]);
    expect((await server.send('GET', '/api/departments/', { as: admin })).status).toBe(isForReads ? 503 : 200);
    // Why is in the log.
    expect(errors.length).toBeGreaterThanOrEqual(refused.length);

    await end();
    expect(await addDepartment('After')).toMatchObject({ status: 201 });
    const { body } = await server.send('GET', '/api/departments/?page_size=100', { as: admin });
    const kept = (body as { results: { name: string }[] }).results.map(({ name }) => name);
    expect(acknowledged.filter((name) => !kept.includes(name))).toEqual([]);
    expect(Number((await createAdmin(server.backend)).id)).toBeGreaterThan(Number(admin.id));
  });
});
