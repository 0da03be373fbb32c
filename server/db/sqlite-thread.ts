import { Worker } from 'node:worker_threads';
import { Unavailable } from '../unavailable.ts';
import type { SqliteResult } from './sqlite-connection.mjs';

/** A message to the thread. */
export type WorkerRequest =
  | { kind: 'run'; id: number; sql: string; parameters: readonly unknown[] }
  | { kind: 'interrupt' }
  | { kind: 'close'; id: number };

/** The thread's response to the request with that id. */
export interface WorkerResponse {
  id: number;
  result?: SqliteResult;
  error?: { message: string; code: string | null };
}

interface Pending {
  resolve(result: SqliteResult): void;
  reject(error: Error): void;
}

/** After these, a connection may not notice that the file is in order again: it has to be opened anew. */
const needsReopening = /^SQLITE_(?:CORRUPT|NOTADB|IOERR|CANTOPEN)/;

/** SQLite in a thread of its own, where a slow statement does not block the process. */
export class SqliteThread {
  readonly #worker: Worker;
  readonly #pending = new Map<number, Pending>();
  #lastId = 0;
  #end: Error | null = null;

  /** @param isInterruptible whether `interrupt` works, which makes a statement wait for others that are slow */
  constructor(file: string, isInterruptible = false) {
    this.#worker = new Worker(new URL('./sqlite-worker.mjs', import.meta.url), {
      workerData: { file, isInterruptible },
      // Without tsx, which every thread would load again. A page of rows is short-lived garbage and needs little room.
      execArgv: [],
      resourceLimits: { maxYoungGenerationSizeMb: 4 },
    });
    this.#worker.on('message', ({ id, result, error }: WorkerResponse) => {
      const pending = this.#pending.get(id);
      this.#pending.delete(id);
      if (result) pending?.resolve(result);
      else pending?.reject(this.#errorOf(error));
    });
    this.#worker.on('error', (error: Error) => this.#fail(new Unavailable(`the database's thread has failed: ${error.message}`)));
    this.#worker.on('exit', () => this.#fail(new Unavailable("the database's thread has ended")));
  }

  /** Whether the thread has ended, with the transaction that it may have been in. */
  get hasEnded(): boolean {
    return this.#end !== null;
  }

  /** Runs one statement after those that were sent earlier. Throws libsql's error, which has a `code`, or Unavailable. */
  run(sql: string, parameters: readonly unknown[]): Promise<SqliteResult> {
    return this.#send((id) => ({ kind: 'run', id, sql, parameters }));
  }

  /** Makes the statement in progress fail with the code SQLITE_INTERRUPT if it has not found its first row yet. */
  interrupt(): void {
    this.#post({ kind: 'interrupt' });
  }

  /** Closes the connection and ends the thread. */
  async close(): Promise<void> {
    if (!this.hasEnded) await this.#send((id) => ({ kind: 'close', id }));
  }

  #send(request: (id: number) => WorkerRequest): Promise<SqliteResult> {
    return new Promise((resolve, reject) => {
      if (this.#end) return reject(this.#end);
      this.#lastId += 1;
      this.#pending.set(this.#lastId, { resolve, reject });
      this.#post(request(this.#lastId));
    });
  }

  #post(request: WorkerRequest): void {
    // Threads have no origin to name, unlike windows.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    this.#worker.postMessage(request);
  }

  #errorOf(error: WorkerResponse['error']): Error {
    if (needsReopening.test(error?.code ?? '')) {
      this.#post({ kind: 'close', id: 0 });
      this.#fail(new Unavailable('the database is being opened again'));
    }
    return Object.assign(new Error(error?.message), { code: error?.code });
  }

  #fail(error: Error): void {
    this.#end ??= error;
    for (const { reject } of this.#pending.values()) reject(this.#end);
    this.#pending.clear();
  }
}
