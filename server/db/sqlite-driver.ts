import type { CompiledQuery, DatabaseConnection, Driver, QueryResult } from 'kysely';
import type { SqliteEngine } from './sqlite-engine.ts';

/** The engines of one database: a single writer, as SQLite has it, and readers that see what was committed. */
export interface SqliteEngines {
  writer: SqliteEngine;
  /** The engine for the next read; null when reads go to the writer too (`:memory:` belongs to one connection). */
  reader(): SqliteEngine | null;
  close(): Promise<void>;
}

/** Hands out the writer to one after the other. */
class Turns {
  #last: Promise<void> = Promise.resolve();

  /** Waits for the turn; what it answers ends the turn. */
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
      // IMMEDIATE: what is read inside cannot have changed when it is written.
      await this.#engines.writer.run('begin immediate', []);
    } catch (error) {
      this.#finish();
      throw error;
    }
  }

  async commit(): Promise<void> {
    // Should it fail, Kysely rolls back, and that ends the turn.
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

  // Lists are pages here; nothing is long enough to stream.
  async *streamQuery<Row>(query: CompiledQuery): AsyncIterableIterator<QueryResult<Row>> {
    yield await this.executeQuery<Row>(query);
  }

  async #run<Row>(engine: SqliteEngine, query: CompiledQuery): Promise<QueryResult<Row>> {
    const { rows, changes, lastId } = await engine.run(query.sql, query.parameters);
    // The row's type is what Kysely worked out from the schema and the query: SQLite has no types to check it by.
    return { rows: rows as Row[], numAffectedRows: BigInt(changes), insertId: BigInt(lastId) };
  }

  #finish(): void {
    this.#endTurn?.();
    this.#endTurn = null;
  }
}

/** Kysely's driver over the engines: transactions and writes one after the other, reads beside them. */
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
    // A transaction that is under way is finished first.
    const endTurn = await this.#turns.take();
    await this.#engines.close();
    endTurn();
  }
}
