import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { progressText } from '../../../src/jobs/job-text.ts';
import type { JobReport, JobView, Verdict } from '../../../src/jobs/job-types.ts';
import { createJobs, type Jobs } from '../../../src/jobs/jobs.ts';

/** A failure that carries what is to be made of it. */
class Failure extends Error {
  readonly verdict: Verdict;
  constructor(verdict: Verdict) {
    super(verdict.message);
    this.verdict = verdict;
  }
}
const refused = new Failure({ kind: 'refused', message: 'Has members.' });
const offline = new Failure({ kind: 'later', reason: 'unreachable', message: 'Offline.' });
const broken = new Failure({ kind: 'later', reason: 'server', message: 'Server error.' });
const throttled = new Failure({ kind: 'later', reason: 'throttled', after: 59_000, message: 'Too many.' });
const expired = new Failure({ kind: 'later', reason: 'session', message: 'Session over.' });

let jobs: Jobs;
beforeEach(() => {
  vi.useFakeTimers();
  jobs = createJobs({
    judge: (error) => (error instanceof Failure ? error.verdict : { kind: 'refused', message: String(error) }),
    clock: { now: () => Date.now(), setTimeout: (run, ms) => setTimeout(run, ms), clearTimeout: (timer) => clearTimeout(timer as NodeJS.Timeout), random: () => 0.5 },
  });
});
afterEach(() => vi.useRealTimers());

const settleAll = () => vi.advanceTimersByTimeAsync(0);
const only = () => {
  const [job] = jobs.list.get();
  if (!job) throw new Error('no job');
  return job;
};
const range = (count: number) => Array.from({ length: count }, (_, index) => index);

/** Starts a job whose items are answered by hand. */
function byHand(count: number, extra: { readOnly?: boolean; limit?: number } = {}) {
  const asked: { item: number; signal: AbortSignal; ok: () => void; no: (error: unknown) => void }[] = [];
  const reports: JobReport<number, string>[] = [];
  const id = jobs.start<number, string>({
    title: 'By hand',
    items: range(count),
    describe: (item) => `Item ${item}`,
    run: (item, { signal }) =>
      new Promise((resolve, reject) => {
        asked.push({ item, signal, ok: () => resolve(`done ${item}`), no: reject });
        if (extra.readOnly) signal.addEventListener('abort', () => reject(signal.reason), { once: true });
      }),
    end: (report) => {
      reports.push(report);
      return { summary: `${report.done.length} of ${report.total}` };
    },
    ...extra,
  });
  const answer = async (item: number, how: 'ok' | Failure) => {
    const call = asked.findLast((candidate) => candidate.item === item);
    if (how === 'ok') call?.ok();
    else call?.no(how);
    await settleAll();
  };
  return { id, asked, reports, answer, items: () => asked.map(({ item }) => item) };
}

describe('a job', () => {
  test('runs three at a time, in order, and tells how far it is', async () => {
    const { items, answer } = byHand(5);
    expect(items()).toEqual([0, 1, 2]);
    await answer(1, 'ok');
    expect(items()).toEqual([0, 1, 2, 3]);
    expect(only()).toMatchObject({ status: 'running', settled: 1, total: 5, failed: 0 });
  });

  test('ends with its words once every item has an outcome; refusals are listed by name', async () => {
    const { answer, reports } = byHand(3);
    await answer(0, 'ok');
    await answer(1, refused);
    await answer(2, 'ok');
    expect(only()).toMatchObject({ status: 'ended', summary: '2 of 3', failed: 1, failures: [{ name: 'Item 1', message: 'Has members.' }], canRetry: true });
    expect(reports).toEqual([
      { cancelled: false, total: 3, done: [{ item: 0, result: 'done 0' }, { item: 2, result: 'done 2' }], failed: [{ item: 1, message: 'Has members.' }], left: [] },
    ]);
  });

  test('a retry does the failed ones alone', async () => {
    const { id, items, answer, reports } = byHand(2);
    await answer(0, 'ok');
    await answer(1, refused);
    jobs.retry(id);
    expect(items()).toEqual([0, 1, 1]);
    expect(only()).toMatchObject({ status: 'running', settled: 1, failed: 0 });
    await answer(1, 'ok');
    expect(only().summary).toBe('2 of 2');
    expect(reports).toHaveLength(2);
  });

  test('paused, it begins nothing new; resumed, it goes on', async () => {
    const { id, items, answer } = byHand(5);
    jobs.pause(id);
    await answer(0, 'ok');
    expect(only()).toMatchObject({ status: 'paused', settled: 1 });
    expect(items()).toEqual([0, 1, 2]);
    jobs.resume(id);
    expect(items()).toEqual([0, 1, 2, 3]);
  });

  test('cancelled, it waits for the changes that are under way, so that the count is right', async () => {
    const { id, asked, answer, reports } = byHand(9);
    jobs.cancel(id);
    expect(only().status).toBe('stopping');
    expect(asked.map(({ signal }) => signal.aborted)).toEqual([false, false, false]);
    for (const item of [0, 1, 2]) await answer(item, 'ok');
    expect(only()).toMatchObject({ status: 'ended', cancelled: true, summary: '3 of 9' });
    expect(reports[0]).toMatchObject({ cancelled: true, left: [3, 4, 5, 6, 7, 8] });
  });

  test('cancelled, it aborts reads at once', async () => {
    const { id, asked } = byHand(9, { readOnly: true });
    jobs.cancel(id);
    await settleAll();
    expect(asked.map(({ signal }) => signal.aborted)).toEqual([true, true, true]);
    expect(only()).toMatchObject({ status: 'ended', cancelled: true, failed: 0 });
  });

  test('an item may add items', async () => {
    const done: number[] = [];
    jobs.start<number>({
      title: 'Walk',
      items: [1],
      describe: String,
      run: (item, { add }) => {
        if (item === 1) add([2, 3]);
        done.push(item);
        return Promise.resolve();
      },
    });
    await settleAll();
    expect(done).toEqual([1, 2, 3]);
    expect(only()).toMatchObject({ status: 'ended', total: 3, settled: 3 });
  });

  test('the progress leaves out what is only searched', async () => {
    const views: JobView[] = [];
    jobs.list.subscribe(() => views.push(...jobs.list.get()));
    jobs.start<string>({
      title: 'Move 2 members',
      items: ['page'],
      size: (item) => (item === 'page' ? 0 : 1),
      describe: String,
      run: async (item, { add }) => {
        await Promise.resolve();
        if (item === 'page') add(['Ada', 'Bob']);
        if (item === 'Bob') throw refused;
      },
    });
    await settleAll();
    expect(new Set(views.map(progressText))).toEqual(new Set(['Reading the list', '0 of 2', '1 of 2', '2 of 2, 1 failed']));
    expect(only()).toMatchObject({ status: 'ended', total: 2, settled: 2, failed: 1 });
  });

  test('without items it ends at once', async () => {
    byHand(0);
    await settleAll();
    expect(only()).toMatchObject({ status: 'ended', summary: '0 of 0' });
  });

  test('clearing aborts what is under way and tells nobody', async () => {
    const { asked, reports, answer } = byHand(5);
    jobs.clear();
    expect(jobs.list.get()).toEqual([]);
    expect(asked.every(({ signal }) => signal.aborted)).toBe(true);
    await answer(0, 'ok');
    expect(asked).toHaveLength(3);
    expect(reports).toEqual([]);
  });

  test('its view is the same object until something changes', async () => {
    const { answer } = byHand(2);
    const before = jobs.list.get();
    expect(jobs.list.get()).toBe(before);
    await answer(0, 'ok');
    expect(jobs.list.get()).not.toBe(before);
  });
});

describe('what may pass', () => {
  test('an unreachable server stops the job; one item sees whether it is back, then all go on', async () => {
    const { items, answer } = byHand(6);
    for (const item of [0, 1, 2]) await answer(item, offline);
    expect(only()).toMatchObject({ status: 'waiting', settled: 0, failed: 0, hold: { reason: 'unreachable', message: 'Offline.' } });
    expect(items()).toHaveLength(3);
    await vi.advanceTimersByTimeAsync(1000);
    expect(items()).toEqual([0, 1, 2, 2]);
    await answer(2, offline);
    await vi.advanceTimersByTimeAsync(2000);
    await answer(2, 'ok');
    expect(items()).toEqual([0, 1, 2, 2, 2, 1, 0, 3]);
  });

  test('however long it stays away, nothing fails', async () => {
    const { answer, asked } = byHand(2, { limit: 1 });
    for (let round = 0; round < 30; round += 1) {
      await answer(asked.at(-1)?.item ?? 0, offline);
      await vi.advanceTimersByTimeAsync(60_000);
    }
    expect(asked).toHaveLength(31);
    expect(only()).toMatchObject({ failed: 0, settled: 0 });
  });

  test('being back online ends the wait', async () => {
    const { items, answer } = byHand(1);
    for (let round = 0; round < 6; round += 1) {
      await answer(0, offline);
      jobs.poke(['session']);
      expect(items()).toHaveLength(round + 1);
      jobs.poke(['unreachable', 'server']);
      expect(items()).toHaveLength(round + 2);
    }
  });

  test('too many requests: waits as long as the server says', async () => {
    const { items, answer } = byHand(1);
    await answer(0, throttled);
    expect(only().hold).toMatchObject({ reason: 'throttled', until: Date.now() + 59_000 });
    await vi.advanceTimersByTimeAsync(58_999);
    expect(items()).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(items()).toHaveLength(2);
  });

  test('a session that ran out: waits until somebody is logged in again', async () => {
    const { items, answer } = byHand(1);
    await answer(0, expired);
    await vi.advanceTimersByTimeAsync(86_400_000);
    expect(only().hold).toMatchObject({ reason: 'session', until: null });
    expect(items()).toHaveLength(1);
    jobs.poke(['session']);
    expect(items()).toHaveLength(2);
  });

  test('an item that the server cannot take fails after three tries, while the others pass', async () => {
    const { items, answer } = byHand(40, { limit: 1 });
    for (let guard = 0; guard < 100 && only().failed === 0; guard += 1) {
      const item = items().at(-1) ?? -1;
      await answer(item, item === 7 ? broken : 'ok');
      await vi.advanceTimersByTimeAsync(only().status === 'waiting' ? 60_000 : 0);
    }
    expect(only().failures).toEqual([{ name: 'Item 7', message: 'Server error.' }]);
    expect(items().filter((item) => item === 7)).toHaveLength(3);
    expect(only()).toMatchObject({ settled: 40, status: 'ended' });
  });

  test('a server that fails at everything does not fail a long job', async () => {
    const { items, answer } = byHand(500, { limit: 1 });
    for (let round = 0; round < 100; round += 1) {
      await answer(items().at(-1) ?? -1, broken);
      await vi.advanceTimersByTimeAsync(60_000);
    }
    expect(only()).toMatchObject({ settled: 0, failed: 0 });
  });

  test('a wait can be cancelled, and cut short by hand', async () => {
    const { id, items, answer } = byHand(1);
    await answer(0, offline);
    jobs.resume(id);
    expect(items()).toHaveLength(2);
    await answer(0, offline);
    jobs.cancel(id);
    await settleAll();
    expect(only()).toMatchObject({ status: 'ended', cancelled: true });
    await vi.advanceTimersByTimeAsync(86_400_000);
    expect(items()).toHaveLength(2);
  });
});
