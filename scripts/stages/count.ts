/** The outcome of a stage. */
export interface Count {
  passed: number;
  failed: number;
  /** Full names. */
  skipped: string[];
}

/** The count of a stage that passes or fails as a whole. */
export function one(ok: boolean): Count {
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: [] };
}

/**
 * Prints the summary.
 *
 * @returns the exit code: 1 when something failed, when nothing ran, or when something was skipped and skips count as failures
 */
export function summarize(counts: readonly Count[], { skipsFail }: { skipsFail: boolean }): 0 | 1 {
  const passed = counts.reduce((sum, count) => sum + count.passed, 0);
  const skipped = counts.flatMap((count) => count.skipped);
  const failed = counts.reduce((sum, count) => sum + count.failed, 0) + (skipsFail ? skipped.length : 0);
  for (const name of skipped) console.log(`${skipsFail ? 'Skipped, which is a failure here' : 'Skipped'}: ${name}`);
  if (passed + failed === 0) console.log('No test ran.');
  const tail = skipped.length > 0 && !skipsFail ? `, ${skipped.length} skipped` : '';
  console.log(`${passed} passed, ${failed} failed${tail}`);
  return failed === 0 && passed > 0 ? 0 : 1;
}
