const nameOf = (userId: string) => `company-admin-import:${userId}`;

/** Plain http has no locks; then nobody can be told from anybody, and the server's refusal of a taken address is what is left. */
function locksOf(): LockManager | undefined {
  // The DOM's types promise locks that insecure contexts do not have.
  return navigator.locks;
}

/** Takes the right to send an import, which one tab at a time has. Answers how to give it back; null while another tab has it. */
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

/** Whether a tab of this browser is sending that user's import right now. */
export async function isImportRunning(userId: string): Promise<boolean> {
  const held = (await locksOf()?.query())?.held ?? [];
  return held.some(({ name }) => name === nameOf(userId));
}
