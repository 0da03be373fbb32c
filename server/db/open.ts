import fs from 'node:fs';
import path from 'node:path';
import { Kysely, PostgresDialect, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely';
import pg from 'pg';
import { migrate } from './migrations.ts';
import type { Db, Schema } from './schema.ts';
import { SqliteEnginesDriver, type SqliteEngines } from './sqlite-driver.ts';
import { inThread } from './sqlite-engine.ts';
import { inOwnThread } from './sqlite-thread.ts';

/** Where the data are: PostgreSQL at `databaseUrl`, or SQLite in the folder `dataDir` when it is null. */
export interface DatabaseLocation {
  databaseUrl: string | null;
  dataDir: string;
}

/** Opens the database and migrates it to the newest schema. Throws when it cannot be opened or migrated. */
export async function openDatabase({ databaseUrl, dataDir }: DatabaseLocation): Promise<Db> {
  const db = databaseUrl === null ? openSqliteThreads(path.join(dataDir, 'company-admin.sqlite')) : openPostgres(databaseUrl);
  try {
    await migrate(db);
    return db;
  } catch (error) {
    await db.destroy();
    throw error;
  }
}

/** SQLite can change its schema in a transaction. Kysely's own adapter denies it, and then two processes that start together collide. */
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

/** SQLite in the calling thread: `:memory:`, or a file. For tests; quick to open. */
export function openSqliteInThread(file: string): Db {
  if (file !== ':memory:') makeFolder(file);
  const engine = inThread(file);
  return sqlite({ writer: engine, reader: () => null, close: () => engine.close() });
}

/** The database contains everybody's addresses, so only its owner may read the folder. */
function makeFolder(file: string): void {
  fs.mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
}

const readerCount = 2;

/** SQLite in threads of its own, for a server: one writer, and readers of which the least busy takes the next query. */
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
      // pg returns bigint as text because it may not fit a number; ids, counts and microseconds do.
      getTypeParser: (oid, format): unknown => (oid === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(oid, format)),
    },
  });
  // The pool replaces an idle connection that the server closed; without a listener the event would end the process.
  pool.on('error', () => {});
  return new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
}
