import { ApiError } from '../http/errors.ts';
import type { Clock, Locks } from './types.ts';

/** Waits for `work` as long as the caller wants to: its abort rejects at once, with the signal's reason, and stops nothing else. */
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
 * Does `work` within `ms`, whatever it is: past the deadline, or when `ending` aborts, its own signal is aborted and the
 * wait is over even if it does not listen.
 * @throws ApiError `timeout`, or what `work` threw
 */
export async function withDeadline<T>(clock: Clock, ms: number, ending: AbortSignal, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const stop = new AbortController();
  const onEnding = () => stop.abort();
  const timer = clock.setTimeout(() => stop.abort(), ms);
  ending.addEventListener('abort', onEnding);
  if (ending.aborted) stop.abort();
  try {
    return await abortable(work(stop.signal), stop.signal);
  } catch (error) {
    throw stop.signal.aborted ? new ApiError('timeout') : error;
  } finally {
    clock.clearTimeout(timer);
    ending.removeEventListener('abort', onEnding);
  }
}

/** Resolves after `ms`, or as soon as `ending` aborts. */
export function pause(clock: Clock, ms: number, ending: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (ending.aborted) return resolve();
    const done = () => {
      clock.clearTimeout(timer);
      ending.removeEventListener('abort', done);
      resolve();
    };
    const timer = clock.setTimeout(done, ms);
    ending.addEventListener('abort', done);
  });
}

/**
 * Does `work` under a lock that all tabs share, if it can be had in time; otherwise without it. It is never stolen: who
 * holds it may be in the middle of a refresh, or frozen by the browser (a frozen tab keeps its locks).
 * @param work is told whether the lock is held
 */
export async function withLock<T>(
  locks: Locks | null,
  name: string,
  { clock, patience, ending }: { clock: Clock; patience: number; ending: AbortSignal },
  work: (held: boolean) => Promise<T>,
): Promise<T> {
  if (locks === null) return work(false);
  const waiting = new AbortController();
  const giveUp = () => waiting.abort();
  const timer = clock.setTimeout(giveUp, patience);
  ending.addEventListener('abort', giveUp);
  if (ending.aborted) giveUp();
  let held = false;
  try {
    return await locks.request(name, { signal: waiting.signal }, () => {
      held = true;
      clock.clearTimeout(timer);
      return work(true);
    });
  } catch (error) {
    if (held) throw error;
    return await work(false);
  } finally {
    clock.clearTimeout(timer);
    ending.removeEventListener('abort', giveUp);
  }
}
