/**
 * The body of a PATCH: the entries of `after` that differ from `before`. Leading and trailing white space does not count, since
 * DRF trims it. Empty when nothing has changed: then no request should be sent.
 */
export function changedFields<Values extends Record<string, string>>(before: Values, after: Values): Partial<Values> {
  const changed: Partial<Values> = {};
  // Object.keys returns string[]; the keys are those of `after`.
  for (const name of Object.keys(after) as (keyof Values)[]) {
    if (after[name]?.trim() !== before[name]?.trim()) changed[name] = after[name];
  }
  return changed;
}
