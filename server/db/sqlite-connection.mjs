// JavaScript with JSDoc types: this also runs in worker threads, where tsx does not compile TypeScript.
import Database from 'libsql';

const keptStatements = 200;

const pragmas = [
  'busy_timeout = 10000',
  'journal_mode = WAL',
  // A commit is on the disk before it is acknowledged: neither a killed process nor a power cut loses it.
  'synchronous = FULL',
  'foreign_keys = ON',
  'cache_size = -8000',
  'temp_store = MEMORY',
];

/** @param {string} file */
export function openSqlite(file) {
  const database = new Database(file);
  for (const pragma of pragmas) database.exec(`PRAGMA ${pragma}`);
  /** @type {Map<string, import('libsql').Statement>} */
  const statements = new Map();

  /** @param {string} sql */
  function prepare(sql) {
    const known = statements.get(sql);
    if (known) return known;
    const [oldest] = statements.keys();
    if (statements.size >= keptStatements && oldest !== undefined) statements.delete(oldest);
    const statement = database.prepare(sql);
    statements.set(sql, statement);
    return statement;
  }

  return {
    /** @param {string} sql @param {readonly unknown[]} parameters */
    run(sql, parameters) {
      const statement = prepare(sql);
      if (statement.reader) return { rows: statement.all(...parameters), changes: 0, lastId: 0 };
      const { changes, lastInsertRowid } = statement.run(...parameters);
      return { rows: [], changes, lastId: Number(lastInsertRowid) };
    },
    close() {
      statements.clear();
      database.close();
    },
  };
}
