import { ApiError } from '../http/errors.ts';
import type { Clock, Locks } from './types.ts';

/** Waits for `work` until the caller aborts, which rejects at once with the signal's reason but does not stop `work`. */
export function abortable<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return work;
  return new Promise((resolve, reject) => {
    const giveUp = () => reject(signal.reason);
    if (signal.aborted) return giveUp();
    signal.addEventListener('abort', giveUp);
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', giveUp));
  });
}

/**
 * Runs `work` with a deadline of `ms` milliseconds. At the deadline, or when `signal` aborts, the signal passed to `work` is
 * aborted and the wait ends even if `work` ignores it.
 * @throws ApiError `timeout`, or what `work` threw
 */
export async function withDeadline<T>(clock: Clock, ms: number, signal: AbortSignal, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const inner = new AbortController();
  const onAbort = () => inner.abort();
  const timer = clock.setTimeout(() => inner.abort(), ms);
  signal.addEventListener('abort', onAbort);
  if (signal.aborted) inner.abort();
  try {
    return await abortable(work(inner.signal), inner.signal);
  } catch (error) {
    throw inner.signal.aborted ? new ApiError('timeout') : error;
  } finally {
    clock.clearTimeout(timer);
    signal.removeEventListener('abort', onAbort);
  }
}

/** Resolves after `ms` milliseconds, or as soon as `signal` aborts. */
export function pause(clock: Clock, ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const done = () => {
      clock.clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = clock.setTimeout(done, ms);
    signal.addEventListener('abort', done);
  });
}

/**
 * Runs `work` under a lock shared by all tabs, or without it when it cannot be acquired within `patience` milliseconds. The lock is
 * never stolen: its owner may be in the middle of a refresh, or frozen by the browser (a frozen tab keeps its locks).
 * @param work is told whether it runs under the lock
 */
export async function withLock<T>(
  locks: Locks | null,
  name: string,
  { clock, patience, signal }: { clock: Clock; patience: number; signal: AbortSignal },
  work: (locked: boolean) => Promise<T>,
): Promise<T> {
  if (locks === null) return work(false);
  const waiting = new AbortController();
  const giveUp = () => waiting.abort();
  const timer = clock.setTimeout(giveUp, patience);
  signal.addEventListener('abort', giveUp);
  if (signal.aborted) giveUp();
  let locked = false;
  try {
    return await locks.request(name, { signal: waiting.signal }, () => {
      locked = true;
      clock.clearTimeout(timer);
      return work(true);
    });
  } catch (error) {
    if (locked) throw error;
    return await work(false);
  } finally {
    clock.clearTimeout(timer);
    signal.removeEventListener('abort', giveUp);
  }
}
