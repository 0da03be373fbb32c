import { openSqlite, type SqliteResult } from './sqlite-connection.mjs';

/** A connection to SQLite that answers one statement after the other, wherever it runs. */
export interface SqliteEngine {
  run(sql: string, parameters: readonly unknown[]): Promise<SqliteResult>;
  close(): Promise<void>;
}

/** An engine in this very thread: quickest to make, but a slow statement holds up everything. For tests and tools. */
export function inThread(file: string): SqliteEngine {
  const connection = openSqlite(file);
  return {
    run: async (sql, parameters) => connection.run(sql, parameters),
    close: async () => connection.close(),
  };
}
