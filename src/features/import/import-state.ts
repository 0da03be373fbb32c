import type { Jobs } from '../../jobs/jobs.ts';
import type { Mapping } from './fields.ts';
import type { ImportFile } from './read-file.ts';
import type { ImportRow, MissingDepartment } from './rows.ts';
import type { KeptImport } from './saved-import.ts';

export interface ImportState {
  step: 'choose' | 'match' | 'rows';
  /** What is being waited for, in words. */
  busy: string | null;
  /** Why a step could not be taken, in words. */
  problem: string | null;
  /** An import that a closed tab has left behind. `elsewhere`: another tab is at it right now. */
  kept: { content: KeptImport; elsewhere: boolean } | null;
  file: ImportFile | null;
  mapping: Mapping | null;
  /** The department of all rows, where the file has no column for it. */
  everyone: string;
  fileName: string;
  rows: readonly ImportRow[];
  missing: readonly MissingDepartment[];
  /** The job that sends the rows, or has sent them. */
  job: { id: string; jobs: Jobs } | null;
  /** Members added whose log-in details have not been handed over. */
  toHandOver: number;
  /** Whether the browser keeps the progress over a closed tab. */
  keeps: boolean;
}

export const initialState: ImportState = {
  step: 'choose',
  busy: null,
  problem: null,
  kept: null,
  file: null,
  mapping: null,
  everyone: '',
  fileName: '',
  rows: [],
  missing: [],
  job: null,
  toHandOver: 0,
  keeps: true,
};

/** Rows are answered faster than anybody reads: the page is told at most so often (ms). */
const pace = 100;

/** Holds the state of the import; it outlives its page. */
export function createImportState() {
  let state = initialState;
  let timer: ReturnType<typeof setTimeout> | null = null;
  const listeners = new Set<() => void>();

  function notify(): void {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    for (const listener of listeners) listener();
  }

  return {
    get: () => state,
    set(patch: Partial<ImportState>): void {
      state = { ...state, ...patch };
      notify();
    },
    /** Changes one row, and maybe something else with it; the page hears of it soon. */
    setRow(index: number, change: Partial<ImportRow>, patch: Partial<ImportState> = {}): void {
      const row = state.rows[index];
      if (row === undefined) return;
      state = { ...state, ...patch, rows: state.rows.with(index, { ...row, ...change }) };
      timer ??= setTimeout(notify, pace);
    },
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export type ImportStateHolder = ReturnType<typeof createImportState>;
