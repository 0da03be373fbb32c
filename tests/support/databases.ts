import { randomBytes } from 'node:crypto';
import pg from 'pg';

/** The databases that the server's tests run on; `url` is null for SQLite, undefined where there is no PostgreSQL. */
export const databases = [
  { database: 'SQLite', url: null },
  { database: 'PostgreSQL', url: process.env.TEST_POSTGRES_URL },
] as const;

/** A PostgreSQL database of one test's own. */
export interface OwnDatabase {
  url: string;
  drop(): Promise<void>;
}

/** Makes an empty database on a PostgreSQL server. */
export async function createPostgresDatabase(serverUrl: string): Promise<OwnDatabase> {
  const name = `test_${randomBytes(8).toString('hex')}`;
  await query(serverUrl, `create database ${name}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => query(serverUrl, `drop database if exists ${name} with (force)`) };
}

async function query(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
