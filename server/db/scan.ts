import { AsyncLocalStorage } from 'node:async_hooks';

const signals = new AsyncLocalStorage<AbortSignal>();

/**
 * Runs queries that may read very many rows. They have connections of their own, so that they never hold up a look-up
 * by key, and are cancelled when the client has gone.
 *
 * @param signal aborts when the client has gone
 */
export function scan<Result>(signal: AbortSignal, work: () => Promise<Result>): Promise<Result> {
  return signals.run(signal, work);
}

/** The signal of the scan that the current query belongs to; undefined for a look-up by key. */
export function currentScan(): AbortSignal | undefined {
  return signals.getStore();
}
