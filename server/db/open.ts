import fs from 'node:fs';
import path from 'node:path';
import { Kysely, PostgresDialect, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely';
import pg from 'pg';
import type { Db, Schema } from './schema.ts';
import { SqliteEnginesDriver, type SqliteEngines } from './sqlite-driver.ts';
import { inThread } from './sqlite-engine.ts';
import { inOwnThread } from './sqlite-thread.ts';

/** SQLite can change its schema in a transaction; Kysely's own adapter leaves it out, and then two starting processes collide. */
class TransactionalSqliteAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

function sqlite(engines: SqliteEngines): Db {
  return new Kysely<Schema>({
    dialect: {
      createAdapter: () => new TransactionalSqliteAdapter(),
      createDriver: () => new SqliteEnginesDriver(engines),
      createIntrospector: (db) => new SqliteIntrospector(db),
      createQueryCompiler: () => new SqliteQueryCompiler(),
    },
  });
}

/** SQLite in this thread: `:memory:`, or a file. For tests and tools; quick to open. */
export function openSqliteInThread(file: string): Db {
  if (file !== ':memory:') makeFolder(file);
  const engine = inThread(file);
  return sqlite({ writer: engine, reader: () => null, close: () => engine.close() });
}

/** The folder of a database holds everybody's addresses: for its owner's eyes only. */
function makeFolder(file: string): void {
  fs.mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
}

const readerCount = 2;

/** SQLite in threads of its own, for a server: one writer, and readers of which the least busy is asked. */
export function openSqliteThreads(file: string): Db {
  makeFolder(file);
  const writer = inOwnThread(file);
  const readers = Array.from({ length: readerCount }, () => inOwnThread(file));
  return sqlite({
    writer,
    reader: () => readers.reduce((least, one) => (one.pending < least.pending ? one : least)),
    close: async () => {
      for (const engine of [...readers, writer]) await engine.close();
    },
  });
}

/** PostgreSQL, by its `postgres://` URL. */
export function openPostgres(url: string): Db {
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    types: {
      // bigint comes as text because it may not fit a number; ids, counts and microseconds do.
      getTypeParser: (oid, format): unknown => (oid === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(oid, format)),
    },
  });
  // An idle connection that the server closed is replaced at the next query; without a listener it would end the process.
  pool.on('error', () => {});
  return new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
}
