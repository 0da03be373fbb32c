import pg from 'pg';
import type { PostgresPool, PostgresPoolClient } from 'kysely';
import { ClientGone } from '../unavailable.ts';
import { queryLimit, waitLimit } from './limits.ts';
import { currentScan } from './scan.ts';

const settings: pg.PoolConfig = {
  connectionTimeoutMillis: waitLimit,
  keepAlive: true,
  statement_timeout: queryLimit,
  // A process of ours that was frozen must not keep its row locks.
  idle_in_transaction_session_timeout: 2 * queryLimit,
  // For a server that does not even enforce its own limit.
  query_timeout: queryLimit + 1000,
  types: {
    // pg returns bigint as text because it may not fit a number; ids, counts and microseconds do.
    getTypeParser: (oid, format): unknown => (oid === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(oid, format)),
  },
};

/** Connects to PostgreSQL: some connections are for look-ups by key and writes, others for scans. */
export function openPool(url: string): PostgresPool {
  const keys = createPool(url, 8);
  const scans = createPool(url, 4);
  return {
    async connect() {
      const signal = currentScan();
      return signal ? scanning(await scans.connect(), signal, keys) : tracked(await keys.connect()).connection;
    },
    async end() {
      await Promise.all([keys.end(), scans.end()]);
    },
  };
}

/** Connects to PostgreSQL without limits of time, for migrations. */
export function openUnlimitedPool(url: string): PostgresPool {
  return createPool(url, 2, { statement_timeout: 0, query_timeout: 0, idle_in_transaction_session_timeout: 0 });
}

function createPool(url: string, max: number, more: pg.PoolConfig = {}): pg.Pool {
  const pool = new pg.Pool({ ...settings, ...more, connectionString: url, max });
  // A connection may end at any time. If it is in use, its query fails; without a listener the event would end the process.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}

/** A connection that does not go back to the pool when it may be unusable: once it is discarded, or a query has failed on it. */
function tracked(client: pg.PoolClient) {
  let broken: Error | null = null;
  async function query(sql: string, parameters: readonly unknown[]) {
    if (broken) throw broken;
    try {
      return await client.query(sql, [...parameters]);
    } catch (error) {
      // An error that PostgreSQL reported leaves the connection as it was; any other means that one of the two has gone.
      if (!(error instanceof pg.DatabaseError)) discard(error instanceof Error ? error : new Error(String(error)));
      throw error;
    }
  }
  function discard(error: Error): void {
    broken ??= error;
  }
  // What pg returns, although Kysely's type also has a form for cursors, which nothing here uses.
  const connection = { query, release: () => client.release(broken !== null) } as unknown as PostgresPoolClient;
  return { connection, discard };
}

/** A connection whose query is cancelled when the client has gone. */
function scanning(client: pg.PoolClient, signal: AbortSignal, others: pg.Pool): PostgresPoolClient {
  const { connection, discard } = tracked(client);
  const cancel = () => {
    // Discarded, because the cancellation could arrive after the query and end the next one.
    discard(new ClientGone());
    // `processID` is not among pg's types.
    others.query('select pg_cancel_backend($1)', [(client as { processID?: number }).processID]).catch(() => {});
  };
  if (signal.aborted) discard(new ClientGone());
  else signal.addEventListener('abort', cancel);
  return {
    query: connection.query,
    release() {
      signal.removeEventListener('abort', cancel);
      connection.release();
    },
  };
}
