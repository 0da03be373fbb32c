import { Gate } from '../gate.ts';
import { ClientGone, Unavailable } from '../unavailable.ts';
import { maxWaiting, queryLimit, waitLimit } from './limits.ts';
import type { SqliteResult } from './sqlite-connection.mjs';
import type { SqliteEngine } from './sqlite-engine.ts';
import { SqliteThread } from './sqlite-thread.ts';

/** An engine that reads, in a thread of its own. */
export interface SqliteReader extends SqliteEngine {
  /** How many statements it runs or has waiting. */
  readonly load: number;
}

/**
 * Opens a reader. It limits the time of each statement, drops those whose client has gone, and survives its thread.
 *
 * @param isForScans whether its statements can also be interrupted
 */
export function openReader(file: string, isForScans: boolean): SqliteReader {
  const gate = new Gate({ atATime: 1, maxWaiting, patience: waitLimit });
  let thread = new SqliteThread(file, isForScans);
  return {
    get load() {
      return gate.load;
    },
    async run(sql, parameters, signal) {
      const leave = await gate.enter(signal);
      if (thread.hasEnded) thread = new SqliteThread(file, isForScans);
      const result = thread.run(sql, parameters);
      // The next statement starts when the thread is free, even if nobody waits for this one any more.
      result.then(leave, leave);
      return limited(result, thread, signal);
    },
    close: () => thread.close(),
  };
}

/** Interrupts a statement that takes too long or whose client has gone. */
function limited(result: Promise<SqliteResult>, thread: SqliteThread, signal?: AbortSignal): Promise<SqliteResult> {
  return new Promise((resolve, reject) => {
    const interrupt = (reason: Error) => {
      thread.interrupt();
      reject(reason);
    };
    const onAbort = () => interrupt(new ClientGone());
    const timer = setTimeout(() => interrupt(new Unavailable('a query took too long')), queryLimit);
    signal?.addEventListener('abort', onAbort);
    result.then(resolve, reject).finally(() => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
    });
  });
}
