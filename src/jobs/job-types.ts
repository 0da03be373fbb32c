/** Thrown by a job's `run` for an item that is refused, in words for people. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}

/** What to make of an item's failure. Its owner knows the errors; the engine only knows what to do about them. */
export type Verdict =
  /** It is refused: no use in asking again as it is. */
  | { kind: 'refused'; message: string }
  /** It may pass by itself. */
  | { kind: 'later'; reason: HoldReason; /** ms until it is worth another try, where the server said so */ after?: number; message: string };

/**
 * Why a job waits by itself: no answer at all, an answer that the server has a problem, one that there were too many
 * requests, or a session that ran out.
 */
export type HoldReason = 'unreachable' | 'server' | 'throttled' | 'session';

export interface JobTools<Item> {
  /** Ends when the job is thrown away; for reads also when it is cancelled. */
  signal: AbortSignal;
  /** More work that this item brought to light. */
  add(items: readonly Item[]): void;
}

export interface JobPlan<Item, Result = unknown> {
  /** Names the job: "Delete 10 members". */
  title: string;
  items: readonly Item[];
  /** What is counted, in the plural, where it is not plain from the title: "pages". */
  unit?: string;
  /** Does one item. It is called again for the same item after a failure that may pass, so it has to bear repetition. */
  run: (item: Item, tools: JobTools<Item>) => Promise<Result>;
  /** Names an item in the list of failures. */
  describe: (item: Item) => string;
  /** Items under way at the same time; 3 unless told. */
  limit?: number;
  /** Set for reads: cancelling aborts them. Changes that are under way are waited for, so that what was done is known. */
  readOnly?: boolean;
  /** Set when repeating what was refused makes no sense: it has to be corrected first. */
  noRetry?: boolean;
  /** A page that shows the job. */
  page?: { path: string; label: string };
  /** Called each time the job comes to an end (a retry of the failed is another). Says what to show then. */
  end?: (report: JobReport<Item, Result>) => JobEnd | void | Promise<JobEnd | void>;
}

/** What became of the items, each in the order in which they were given. */
export interface JobReport<Item, Result> {
  cancelled: boolean;
  total: number;
  done: { item: Item; result: Result }[];
  failed: { item: Item; message: string }[];
  /** Never begun. */
  left: Item[];
}

export interface JobEnd {
  /** "6 of 10 deleted". */
  words?: string;
  /** What can be done with the outcome. */
  action?: { label: string; run: () => void };
  /** Nothing worth showing is left: the job goes from the list. */
  dismiss?: boolean;
}

export type JobStatus = 'running' | 'waiting' | 'paused' | 'stopping' | 'ended';

/** A job as it is now; another object after each change. */
export interface JobView {
  id: string;
  title: string;
  unit: string | undefined;
  status: JobStatus;
  cancelled: boolean;
  total: number;
  /** Done or failed. */
  settled: number;
  failed: number;
  failures: readonly { name: string; message: string }[];
  /** Why it waits, and until when (ms since the epoch; null: until something happens). */
  hold: { reason: HoldReason; until: number | null; message: string } | null;
  canRetry: boolean;
  page: { path: string; label: string } | undefined;
  words: string | undefined;
  action: { label: string; run: () => void } | undefined;
}

export interface JobClock {
  /** ms since the epoch. */
  now(): number;
  setTimeout(run: () => void, ms: number): unknown;
  clearTimeout(timer: unknown): void;
  /** 0 ≤ x < 1. */
  random(): number;
}

export interface JobDeps {
  /** @throws nothing; an abort never gets here */
  judge: (error: unknown) => Verdict;
  clock: JobClock;
}
