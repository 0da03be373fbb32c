const nameOf = (userId: string) => `company-admin-import:${userId}`;

/** Plain http has no locks: two tabs may then send the same import, and only the server's refusal of a taken address prevents duplicates. */
function locksOf(): LockManager | undefined {
  // The DOM types declare it as always present; insecure contexts do not have it.
  return navigator.locks;
}

/** Acquires the lock for sending an import, which one tab has at a time. Returns a function that releases it; null while another tab has it. */
export function takeImportLock(userId: string): Promise<(() => void) | null> {
  const locks = locksOf();
  if (locks === undefined) return Promise.resolve(() => undefined);
  return new Promise((resolve, reject) => {
    locks
      .request(nameOf(userId), { ifAvailable: true }, (lock) => {
        if (lock === null) return resolve(null);
        return new Promise<void>((release) => resolve(() => release()));
      })
      .catch(reject);
  });
}

/** Whether a tab of this browser is sending that user's import. */
export async function isImportRunning(userId: string): Promise<boolean> {
  const held = (await locksOf()?.query())?.held ?? [];
  return held.some(({ name }) => name === nameOf(userId));
}
