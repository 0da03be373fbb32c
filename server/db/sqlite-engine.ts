import { openSqlite, type SqliteResult } from './sqlite-connection.mjs';

/** A connection to SQLite that runs one statement after the other, in whichever thread. */
export interface SqliteEngine {
  run(sql: string, parameters: readonly unknown[]): Promise<SqliteResult>;
  close(): Promise<void>;
}

/** An engine in the calling thread: fast to open, but a slow statement blocks everything else. For tests. */
export function inThread(file: string): SqliteEngine {
  const connection = openSqlite(file);
  return {
    run: async (sql, parameters) => connection.run(sql, parameters),
    close: async () => connection.close(),
  };
}
