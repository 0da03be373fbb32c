/** What a statement gave: its rows, or how many it changed. */
export interface SqliteResult {
  rows: unknown[];
  changes: number;
  lastId: number;
}

/** A connection to SQLite in this thread. */
export interface SqliteConnection {
  /** Runs one statement. Throws libsql's error, whose `code` says which constraint was broken. */
  run(sql: string, parameters: readonly unknown[]): SqliteResult;
  close(): void;
}

/** Opens a database file, or `:memory:`. */
export function openSqlite(file: string): SqliteConnection;
