import type { CompiledQuery, DatabaseConnection, Driver, QueryResult } from 'kysely';
import { Gate } from '../gate.ts';
import { maxWaiting, waitLimit } from './limits.ts';
import { currentScan } from './scan.ts';
import type { SqliteEngine } from './sqlite-engine.ts';

/** The engines of one database: a single writer, which is all that SQLite allows, and readers that see what was committed. */
export interface SqliteEngines {
  /** Returns the engine for the next write or transaction, all of whose statements go to that one. */
  writer(): SqliteEngine;
  /** Returns the engine for the next read; null when the writer also reads (`:memory:` is visible to one connection only). */
  reader(): SqliteEngine | null;
  close(): Promise<void>;
}

class SqliteConnection implements DatabaseConnection {
  readonly #engines: SqliteEngines;
  /** Lets one user of the writer in after the other. */
  readonly #turns: Gate;
  #transaction: { writer: SqliteEngine; endTurn: () => void } | null = null;

  constructor(engines: SqliteEngines, turns: Gate) {
    this.#engines = engines;
    this.#turns = turns;
  }

  async begin(): Promise<void> {
    const endTurn = await this.#turns.enter();
    const writer = this.#engines.writer();
    try {
      // IMMEDIATE takes the write lock now, so that what the transaction reads cannot change before it writes.
      await writer.run('begin immediate', []);
      this.#transaction = { writer, endTurn };
    } catch (error) {
      endTurn();
      throw error;
    }
  }

  async commit(): Promise<void> {
    // If it fails, Kysely rolls back, which ends the turn.
    await this.#transaction?.writer.run('commit', []);
    this.#finish();
  }

  async rollback(): Promise<void> {
    // A full disk, for example, has already rolled it back, and the error that led here says more.
    await this.#transaction?.writer.run('rollback', []).catch(() => {});
    this.#finish();
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    if (this.#transaction) return this.#run(this.#transaction.writer, query);
    const reader = query.query.kind === 'SelectQueryNode' ? this.#engines.reader() : null;
    if (reader) return this.#run(reader, query);
    const endTurn = await this.#turns.enter();
    try {
      return await this.#run(this.#engines.writer(), query);
    } finally {
      endTurn();
    }
  }

  // Lists are read in pages, so no result is long enough to stream.
  async *streamQuery<Row>(query: CompiledQuery): AsyncIterableIterator<QueryResult<Row>> {
    yield await this.executeQuery<Row>(query);
  }

  async #run<Row>(engine: SqliteEngine, query: CompiledQuery): Promise<QueryResult<Row>> {
    const { rows, changes, lastId } = await engine.run(query.sql, query.parameters, currentScan());
    // Kysely infers the row's type from the schema and the query; SQLite has no types to check it against.
    return { rows: rows as Row[], numAffectedRows: BigInt(changes), insertId: BigInt(lastId) };
  }

  #finish(): void {
    this.#transaction?.endTurn();
    this.#transaction = null;
  }
}

/** Kysely's driver for the engines: transactions and writes run one after the other, reads at the same time. */
export class SqliteEnginesDriver implements Driver {
  readonly #engines: SqliteEngines;
  readonly #turns = new Gate({ atATime: 1, maxWaiting, patience: waitLimit });

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
    const endTurn = await this.#turns.enter();
    await this.#engines.close();
    endTurn();
  }
}
