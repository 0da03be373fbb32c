import fs from 'node:fs';
import path from 'node:path';
import { Kysely, PostgresDialect, type PostgresPool, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely';
import { migrate } from './migrations.ts';
import { openPool, openUnlimitedPool } from './postgres-pool.ts';
import type { Db, Schema } from './schema.ts';
import { SqliteEnginesDriver, type SqliteEngines } from './sqlite-driver.ts';
import { inThread } from './sqlite-engine.ts';
import { openReader } from './sqlite-reader.ts';
import { SqliteThread } from './sqlite-thread.ts';
import { currentScan } from './scan.ts';

/** Where the data are: PostgreSQL at `databaseUrl`, or SQLite in the folder `dataDir` when it is null. */
export interface DatabaseLocation {
  databaseUrl: string | null;
  dataDir: string;
}

/** Opens the database for a server and migrates it to the newest schema. Throws when it cannot be opened or migrated. */
export async function openDatabase(location: DatabaseLocation): Promise<Db> {
  const { databaseUrl } = location;
  if (databaseUrl === null) return openForMaintenance(location);
  // Migrations may take longer than a query of the server.
  await (await openForMaintenance(location)).destroy();
  return openPostgres(databaseUrl);
}

/** Like `openDatabase`, but without limits on the time of a query. */
export async function openForMaintenance({ databaseUrl, dataDir }: DatabaseLocation): Promise<Db> {
  const db = databaseUrl === null ? openSqliteThreads(path.join(dataDir, 'company-admin.sqlite')) : postgres(openUnlimitedPool(databaseUrl));
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
  if (file !== ':memory:') prepareFile(file);
  const engine = inThread(file);
  return sqlite({ writer: () => engine, reader: () => null, close: () => engine.close() });
}

/** SQLite in threads of its own, for a server: a writer, a reader for look-ups by key, and two for scans. */
export function openSqliteThreads(file: string): Db {
  prepareFile(file);
  let writer = new SqliteThread(file);
  const keys = openReader(file, false);
  const scans = [openReader(file, true), openReader(file, true)];
  const leastBusy = () => scans.reduce((least, one) => (one.load < least.load ? one : least));
  return sqlite({
    writer: () => (writer.hasEnded ? (writer = new SqliteThread(file)) : writer),
    reader: () => (currentScan() ? leastBusy() : keys),
    close: async () => {
      for (const engine of [keys, ...scans, writer]) await engine.close();
    },
  });
}

/** The database contains everybody's addresses, so only its owner may read the folder and the files. */
function prepareFile(file: string): void {
  fs.mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  // SQLite gives its other files the mode of this one.
  fs.closeSync(fs.openSync(file, 'a', 0o600));
  for (const name of [file, `${file}-wal`, `${file}-shm`]) if (fs.existsSync(name)) fs.chmodSync(name, 0o600);
}

/** PostgreSQL, by its `postgres://` URL. */
export function openPostgres(url: string): Db {
  return postgres(openPool(url));
}

function postgres(pool: PostgresPool): Db {
  return new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
}
