import type { Jobs } from '../../jobs/jobs.ts';
import type { Mapping } from './fields.ts';
import type { NewMember } from './import-files.ts';
import type { ImportFile } from './read-file.ts';
import type { ImportRow, MissingDepartment } from './rows.ts';
import type { KeptImport } from './saved-import.ts';

export interface ImportState {
  step: 'choose' | 'match' | 'rows';
  /** What the user is waiting for: "Looking up the departments…" */
  busy: string | null;
  /** Why a step failed. */
  problem: string | null;
  /** An unfinished import from a closed tab. `elsewhere`: another tab is sending it. */
  kept: { content: KeptImport; elsewhere: boolean } | null;
  file: ImportFile | null;
  mapping: Mapping | null;
  /** The department for all rows, if the file has no column for it. */
  everyone: string;
  fileName: string;
  rows: readonly ImportRow[];
  missing: readonly MissingDepartment[];
  /** The job that is sending the rows, or has sent them. */
  job: { id: string; jobs: Jobs } | null;
  /** The new members whose log-in details have been downloaded in this tab, for when that download was cancelled. */
  handedOver: readonly NewMember[];
  /** Whether the browser stores the progress, so that it survives the tab. */
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
  handedOver: [],
  keeps: true,
};

/** The shortest time between two updates of the page while rows are sent, in milliseconds. */
const pace = 100;

/** Creates the state of the import, which outlives its page. */
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
    /** Changes one row; notifies the page a moment later. */
    setRow(index: number, change: Partial<ImportRow>): void {
      const row = state.rows[index];
      if (row === undefined) return;
      state = { ...state, rows: state.rows.with(index, { ...row, ...change }) };
      timer ??= setTimeout(notify, pace);
    },
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export type ImportStateHolder = ReturnType<typeof createImportState>;
