import { createHold } from './job-hold.ts';
import type { HoldReason, JobDeps, JobEnd, JobPlan, JobReport, JobStatus, JobView } from './job-types.ts';

type Outcome<Result> = { done: true; result: Result } | { done: false; message: string };

/** One running job; used through the list in `jobs.ts`. */
export interface JobRun {
  view(): JobView;
  pause(): void;
  resume(): void;
  cancel(): void;
  retry(): void;
  poke(reasons: readonly HoldReason[]): void;
  /** Aborts what is in flight and forgets the rest, without calling the plan's `end`. */
  drop(): void;
}

const defaultLimit = 3;

/** Starts a job. Calls `changed` after every change of its view, and `dismiss` when there is nothing left to show. */
export function startRun<Item, Result>(id: string, plan: JobPlan<Item, Result>, { judge, clock }: JobDeps, changed: () => void, dismiss: () => void): JobRun {
  const items: Item[] = [];
  const sizes: number[] = [];
  const outcomes = new Map<number, Outcome<Result>>();
  // Counted along: a job of 100,000 items shows its progress as often.
  const progress = { total: 0, settled: 0, failed: 0 };
  let queue: number[] = [];
  const underWay = new Set<number>();
  const hold = createHold(clock, pump);
  let abort = new AbortController();
  let paused = false;
  let cancelled = false;
  let finishing = false;
  let ended: JobEnd | null = null;
  let dropped = false;
  let failures: JobView['failures'] = [];
  let shown: JobView | null = null;

  function pump(): void {
    if (dropped || finishing || ended !== null) return;
    while (mayBegin()) {
      const index = queue.shift();
      if (index === undefined) break;
      underWay.add(index);
      void work(index);
    }
    if (underWay.size === 0 && (cancelled || queue.length === 0)) void finish();
    update();
  }

  function mayBegin(): boolean {
    const limit = hold.probing ? 1 : (plan.limit ?? defaultLimit);
    return !paused && !cancelled && hold.state === null && underWay.size < limit;
  }

  async function work(index: number): Promise<void> {
    // The queue contains only indexes of `items`.
    const item = items[index] as Item;
    const { signal } = abort;
    try {
      const result = await plan.run(item, { signal, add });
      if (dropped) return;
      hold.responded();
      settle(index, { done: true, result });
    } catch (error) {
      if (dropped) return;
      if (signal.aborted) putBack(index);
      else fail(index, error);
    }
    pump();
  }

  function fail(index: number, error: unknown): void {
    const verdict = judge(error);
    if (verdict.kind === 'refused') {
      hold.responded();
      settle(index, { done: false, message: verdict.message });
    } else if (hold.failed(index, verdict, queue)) {
      underWay.delete(index);
      // After a server error the item may be the cause, so others go first. When the server cannot be reached, the same item
      // goes first again, so that the number of items sent without a response does not grow.
      if (verdict.reason === 'server') queue.push(index);
      else queue.unshift(index);
    } else settle(index, { done: false, message: verdict.message });
  }

  function putBack(index: number): void {
    underWay.delete(index);
    queue.push(index);
  }

  function settle(index: number, outcome: Outcome<Result>): void {
    const item = items[index] as Item; // as above
    underWay.delete(index);
    outcomes.set(index, outcome);
    const size = measure(index, item);
    progress.settled += size;
    if (outcome.done) return;
    progress.failed += size;
    failures = [...failures, { name: plan.describe(item), message: outcome.message }];
  }

  function add(more: readonly Item[]): void {
    for (const item of more) {
      const index = items.push(item) - 1;
      measure(index, item);
      queue.push(index);
    }
  }

  function measure(index: number, item: Item): number {
    const size = plan.size?.(item) ?? 1;
    progress.total += size - (sizes[index] ?? 0);
    sizes[index] = size;
    return size;
  }

  async function finish(): Promise<void> {
    hold.release();
    finishing = true;
    const end = (await plan.end?.(report())) ?? {};
    finishing = false;
    if (dropped) return;
    ended = end;
    if (end.dismiss) dismiss();
    else update();
  }

  function report(): JobReport<Item, Result> {
    const told: JobReport<Item, Result> = { cancelled, total: items.length, done: [], failed: [], left: [] };
    for (const [index, item] of items.entries()) {
      const outcome = outcomes.get(index);
      if (!outcome) told.left.push(item);
      else if (outcome.done) told.done.push({ item, result: outcome.result });
      else told.failed.push({ item, message: outcome.message });
    }
    return told;
  }

  function status(): JobStatus {
    if (ended !== null) return 'ended';
    if (cancelled) return 'stopping';
    if (paused) return 'paused';
    return hold.state === null ? 'running' : 'waiting';
  }

  function look(): JobView {
    const { title, page } = plan;
    const now = status();
    return {
      id,
      title,
      page,
      status: now,
      cancelled,
      ...progress,
      failures,
      hold: now === 'waiting' ? hold.state : null,
      canRetry: now === 'ended' && failures.length > 0 && !plan.noRetry,
      summary: ended?.summary,
      action: ended?.action,
    };
  }

  function update(): void {
    shown = null;
    changed();
  }

  add(plan.items);
  pump();
  return {
    view: () => (shown ??= look()),
    pause() {
      paused = true;
      update();
    },
    resume() {
      paused = false;
      hold.release();
      pump();
    },
    cancel() {
      cancelled = true;
      hold.release();
      if (plan.readOnly) abort.abort();
      pump();
    },
    retry() {
      if (ended === null) return;
      queue = [...queue, ...[...outcomes].flatMap(([index, outcome]) => (outcome.done ? [] : [index]))];
      for (const index of queue) outcomes.delete(index);
      progress.settled -= progress.failed;
      progress.failed = 0;
      failures = [];
      abort = new AbortController();
      [cancelled, paused, ended] = [false, false, null];
      pump();
    },
    poke: hold.poke,
    drop() {
      dropped = true;
      hold.release();
      abort.abort();
      queue = [];
      outcomes.clear();
      items.length = 0;
    },
  };
}
