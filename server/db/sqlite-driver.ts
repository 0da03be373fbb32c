import type { CompiledQuery, DatabaseConnection, Driver, QueryResult } from 'kysely';
import type { SqliteEngine } from './sqlite-engine.ts';

/** The engines of one database: a single writer, which is all that SQLite allows, and readers that see what was committed. */
export interface SqliteEngines {
  writer: SqliteEngine;
  /** Returns the engine for the next read; null when the writer also reads (`:memory:` is visible to one connection only). */
  reader(): SqliteEngine | null;
  close(): Promise<void>;
}

/** A lock: lets one user of the writer in after the other. */
class Turns {
  #last: Promise<void> = Promise.resolve();

  /** Waits for its turn; returns a function that ends it. */
  async take(): Promise<() => void> {
    const before = this.#last;
    let end = () => {};
    this.#last = new Promise((resolve) => {
      end = resolve;
    });
    await before;
    return end;
  }
}

class SqliteConnection implements DatabaseConnection {
  readonly #engines: SqliteEngines;
  readonly #turns: Turns;
  #endTurn: (() => void) | null = null;

  constructor(engines: SqliteEngines, turns: Turns) {
    this.#engines = engines;
    this.#turns = turns;
  }

  async begin(): Promise<void> {
    this.#endTurn = await this.#turns.take();
    try {
      // IMMEDIATE takes the write lock now, so that what the transaction reads cannot change before it writes.
      await this.#engines.writer.run('begin immediate', []);
    } catch (error) {
      this.#finish();
      throw error;
    }
  }

  async commit(): Promise<void> {
    // If it fails, Kysely rolls back, which ends the turn.
    await this.#engines.writer.run('commit', []);
    this.#finish();
  }

  async rollback(): Promise<void> {
    try {
      await this.#engines.writer.run('rollback', []);
    } finally {
      this.#finish();
    }
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    if (this.#endTurn) return this.#run(this.#engines.writer, query);
    const reader = query.query.kind === 'SelectQueryNode' ? this.#engines.reader() : null;
    if (reader) return this.#run(reader, query);
    const endTurn = await this.#turns.take();
    try {
      return await this.#run(this.#engines.writer, query);
    } finally {
      endTurn();
    }
  }

  // Lists are read in pages, so no result is long enough to stream.
  async *streamQuery<Row>(query: CompiledQuery): AsyncIterableIterator<QueryResult<Row>> {
    yield await this.executeQuery<Row>(query);
  }

  async #run<Row>(engine: SqliteEngine, query: CompiledQuery): Promise<QueryResult<Row>> {
    const { rows, changes, lastId } = await engine.run(query.sql, query.parameters);
    // Kysely infers the row's type from the schema and the query; SQLite has no types to check it against.
    return { rows: rows as Row[], numAffectedRows: BigInt(changes), insertId: BigInt(lastId) };
  }

  #finish(): void {
    this.#endTurn?.();
    this.#endTurn = null;
  }
}

/** Kysely's driver for the engines: transactions and writes run one after the other, reads at the same time. */
export class SqliteEnginesDriver implements Driver {
  readonly #engines: SqliteEngines;
  readonly #turns = new Turns();

  constructor(engines: SqliteEngines) {
    this.#engines = engines;
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<SqliteConnection> {
    return new SqliteConnection(this.#engines, this.#turns);
  }

  async beginTransaction(connection: SqliteConnection): Promise<void> {
    await connection.begin();
  }

  async commitTransaction(connection: SqliteConnection): Promise<void> {
    await connection.commit();
  }

  async rollbackTransaction(connection: SqliteConnection): Promise<void> {
    await connection.rollback();
  }

  async releaseConnection(): Promise<void> {}

  async destroy(): Promise<void> {
    // A transaction in progress finishes first.
    const endTurn = await this.#turns.take();
    await this.#engines.close();
    endTurn();
  }
}
