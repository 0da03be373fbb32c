const nameOf = (userId: string) => `company-admin-import:${userId}`;

/**
 * Uses the locks that all tabs share. Plain http has none, and where the browser blocks storage every use of them fails: then
 * `work` gets null, two tabs may send the same import, and only the server's refusal of a taken address prevents duplicates.
 */
async function withLocks<Result>(work: (locks: LockManager | null) => Promise<Result>): Promise<Result> {
  // The DOM types declare it as always present; insecure contexts do not have it.
  const locks: LockManager | undefined = navigator.locks;
  if (locks === undefined) return work(null);
  try {
    return await work(locks);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'SecurityError') return work(null);
    throw error;
  }
}

/** Acquires the lock for sending an import, which one tab has at a time. Returns a function that releases it; null while another tab has it. */
export function takeImportLock(userId: string): Promise<(() => void) | null> {
  return withLocks(async (locks) => {
    if (locks === null) return () => undefined;
    return new Promise((resolve, reject) => {
      locks
        .request(nameOf(userId), { ifAvailable: true }, (lock) => {
          if (lock === null) return resolve(null);
          return new Promise<void>((release) => resolve(() => release()));
        })
        .catch(reject);
    });
  });
}

/** Whether a tab of this browser is sending that user's import. */
export function isImportRunning(userId: string): Promise<boolean> {
  return withLocks(async (locks) => {
    const held = (await locks?.query())?.held ?? [];
    return held.some(({ name }) => name === nameOf(userId));
  });
}
