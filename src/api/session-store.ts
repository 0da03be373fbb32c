import type { KeyValueStorage } from './session-types.ts';
import { parseRecord, type StoredRecord } from './session-record.ts';

const key = 'company-admin.session';

export interface RecordStore {
  /** The record as it is now for all tabs; null when there is none or it is corrupt. */
  read(): StoredRecord | null;
  write(record: StoredRecord): void;
  /** Takes the record away if it still is that session's. */
  clear(sessionId: string): void;
  /** True once the storage has refused: from then on the record is this tab's alone. */
  readonly blocked: boolean;
}

/**
 * Keeps the one record, in the storage or, when that throws (a strict privacy setting, a full disk), in memory.
 * Once it has thrown it is not trusted with a new record again: half of the tabs seeing an old token is worse than none seeing any.
 */
export function createRecordStore(storage: KeyValueStorage | null, onBlocked: () => void): RecordStore {
  let memory: StoredRecord | null = null;
  let blocked = storage === null;

  function attempt(run: (storage: KeyValueStorage) => void): void {
    if (blocked || storage === null) return;
    try {
      run(storage);
    } catch {
      blocked = true;
      onBlocked();
    }
  }

  return {
    get blocked() {
      return blocked;
    },
    read() {
      attempt((able) => {
        memory = parseRecord(able.getItem(key));
      });
      return memory;
    },
    write(record) {
      memory = record;
      attempt((able) => able.setItem(key, JSON.stringify(record)));
    },
    clear(sessionId) {
      if (this.read()?.sessionId === sessionId) memory = null;
      try {
        // Tried even when the storage is no longer trusted: tokens of an ended session are not to lie about.
        if (parseRecord(storage?.getItem(key) ?? null)?.sessionId === sessionId) storage?.removeItem(key);
      } catch {
        attempt(() => {
          throw new Error('storage refused');
        });
      }
    },
  };
}
