import { parseRecord, type StoredRecord } from './record.ts';
import type { KeyValueStorage } from './types.ts';

const key = 'company-admin.session';

export interface RecordStore {
  /** The record as it is now for all tabs; null when there is none or it is corrupt. */
  read(): StoredRecord | null;
  write(record: StoredRecord): void;
  /** Takes that session's record away, and never shows it again. */
  clear(sessionId: string): void;
  /** True once the storage has refused: from then on the record is this tab's alone. */
  readonly blocked: boolean;
}

/**
 * Keeps the one record, in the storage or, when that throws (a strict privacy setting, a full disk), in memory.
 * Once it has thrown it is not trusted again: half of the tabs seeing an old token is worse than none seeing any.
 */
export function createRecordStore(storage: KeyValueStorage | null, onBlocked: () => void): RecordStore {
  let memory: StoredRecord | null = null;
  let blocked = storage === null;
  /** Storage is not shared at once between browser processes: a write from before a log-out may show up after it. */
  const over = new Set<string>();
  const isOver = (record: StoredRecord | null) => record !== null && over.has(record.sessionId);

  function attempt(run: (storage: KeyValueStorage) => void): void {
    if (storage === null) return;
    try {
      run(storage);
    } catch {
      if (blocked) return;
      blocked = true;
      onBlocked();
    }
  }

  /** Tried even when the storage is no longer trusted: tokens of a session that is over are not to lie about. */
  function purge(): void {
    if (isOver(memory)) memory = null;
    attempt((able) => {
      if (isOver(parseRecord(able.getItem(key)))) able.removeItem(key);
    });
  }

  return {
    get blocked() {
      return blocked;
    },
    read() {
      if (!blocked) attempt((able) => void (memory = parseRecord(able.getItem(key))));
      if (isOver(memory)) purge();
      return memory;
    },
    write(record) {
      memory = record;
      if (!blocked) attempt((able) => able.setItem(key, JSON.stringify(record)));
    },
    clear(sessionId) {
      over.add(sessionId);
      purge();
    },
  };
}
