import { parseRecord, type StoredRecord } from './record.ts';
import type { KeyValueStorage } from './types.ts';

const key = 'company-admin.session';

export interface RecordStore {
  /** The record that all tabs share; null when there is none or it is corrupt. */
  read(): StoredRecord | null;
  write(record: StoredRecord): void;
  /** Removes that session's record and never returns it again. */
  clear(sessionId: string): void;
  /** True once the storage has thrown: from then on this tab keeps the record in memory only. */
  readonly blocked: boolean;
}

/**
 * Keeps the record in the storage or, when that throws (strict privacy settings, a full disk), in memory. After the first
 * throw the storage is no longer used: some tabs seeing an old token is worse than no tab seeing any.
 */
export function createRecordStore(storage: KeyValueStorage | null, onBlocked: () => void): RecordStore {
  let memory: StoredRecord | null = null;
  let blocked = storage === null;
  /** Writes reach the browser's other processes with a delay: one made before a log-out may show up after it. */
  const endedSessions = new Set<string>();
  const isEnded = (record: StoredRecord | null) => record !== null && endedSessions.has(record.sessionId);

  function tryStorage(run: (storage: KeyValueStorage) => void): void {
    if (storage === null) return;
    try {
      run(storage);
    } catch {
      if (blocked) return;
      blocked = true;
      onBlocked();
    }
  }

  /** Tried even after the storage has thrown: the tokens of an ended session must not stay in it. */
  function purge(): void {
    if (isEnded(memory)) memory = null;
    tryStorage((available) => {
      if (isEnded(parseRecord(available.getItem(key)))) available.removeItem(key);
    });
  }

  return {
    get blocked() {
      return blocked;
    },
    read() {
      if (!blocked) tryStorage((available) => void (memory = parseRecord(available.getItem(key))));
      if (isEnded(memory)) purge();
      return memory;
    },
    write(record) {
      memory = record;
      if (!blocked) tryStorage((available) => available.setItem(key, JSON.stringify(record)));
    },
    clear(sessionId) {
      endedSessions.add(sessionId);
      purge();
    },
  };
}
