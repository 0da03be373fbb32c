/** Thrown by a job's `run` to refuse an item; the message is shown to the user. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}

/** How to treat an item's failure. `judge` knows the errors; the engine only knows how to react. */
export type Verdict =
  /** Refused: trying again without a change is pointless. */
  | { kind: 'refused'; message: string }
  /** Temporary: worth another attempt. `after`: milliseconds to wait, if the server said so. */
  | { kind: 'later'; reason: HoldReason; after?: number; message: string };

/**
 * Why a job is on hold: the server cannot be reached, it reports an error of its own, it received too many requests, or the
 * session has expired.
 */
export type HoldReason = 'unreachable' | 'server' | 'throttled' | 'session';

export interface JobTools<Item> {
  /** Aborts when the job is dropped; for read-only jobs also when it is cancelled. */
  signal: AbortSignal;
  /** Adds items that were discovered while working on this one. */
  add(items: readonly Item[]): void;
}

export interface JobPlan<Item, Result = unknown> {
  /** Names the job: "Delete 10 members". */
  title: string;
  items: readonly Item[];
  /**
   * How many of the things that the title names an item stands for in the progress; 1 by default. 0 for a page that is only
   * searched. Asked for when the item is added, and again when it is done or has failed.
   */
  size?: (item: Item) => number;
  /** Processes one item. Called again for the same item after a temporary failure, so it has to be repeatable. */
  run: (item: Item, tools: JobTools<Item>) => Promise<Result>;
  /** Names an item in the list of failures. */
  describe: (item: Item) => string;
  /** How many items are processed at the same time; 3 by default. */
  limit?: number;
  /** The job only reads: cancelling aborts its requests. Requests that change data are waited for, so that their outcome is known. */
  readOnly?: boolean;
  /** Offers no retry: what was refused has to be corrected first. */
  noRetry?: boolean;
  /** A page that shows the job. */
  page?: { path: string; label: string };
  /** Called each time the job ends (also after a retry of the failed items). Returns what to show. */
  end?: (report: JobReport<Item, Result>) => JobEnd | void | Promise<JobEnd | void>;
}

/** The outcome of the items, each list in the items' order. */
export interface JobReport<Item, Result> {
  cancelled: boolean;
  total: number;
  done: { item: Item; result: Result }[];
  failed: { item: Item; message: string }[];
  /** Not started. */
  left: Item[];
}

export interface JobEnd {
  /** "6 of 10 deleted". */
  summary?: string;
  /** A button to act on the outcome. */
  action?: { label: string; run: () => void };
  /** There is nothing to show: removes the job from the list. */
  dismiss?: boolean;
}

export type JobStatus = 'running' | 'waiting' | 'paused' | 'stopping' | 'ended';

/** A snapshot of a job; a new object after each change. */
export interface JobView {
  id: string;
  title: string;
  status: JobStatus;
  cancelled: boolean;
  /** The size of all items found so far. */
  total: number;
  /** The size of those that are done or failed. */
  settled: number;
  /** The size of those that failed. */
  failed: number;
  failures: readonly { name: string; message: string }[];
  /** Why the job is waiting, and until when (milliseconds since the epoch; null: until an event). */
  hold: { reason: HoldReason; until: number | null; message: string } | null;
  canRetry: boolean;
  page: { path: string; label: string } | undefined;
  summary: string | undefined;
  action: { label: string; run: () => void } | undefined;
}

export interface JobClock {
  /** Milliseconds since the epoch. */
  now(): number;
  setTimeout(run: () => void, ms: number): unknown;
  clearTimeout(timer: unknown): void;
  /** 0 ≤ x < 1. */
  random(): number;
}

export interface JobDeps {
  /** Must not throw; never called with the job's own abort. */
  judge: (error: unknown) => Verdict;
  clock: JobClock;
}
