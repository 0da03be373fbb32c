/**
 * What a PATCH has to carry: the entries of `after` that differ from `before`. White space around a text is no
 * difference, since DRF cuts it off. Empty when nothing changed: then nothing should be sent.
 */
export function changedFields<Values extends Record<string, string>>(before: Values, after: Values): Partial<Values> {
  const changed: Partial<Values> = {};
  // Object.keys answers string[], although the keys are the values' own.
  for (const name of Object.keys(after) as (keyof Values)[]) {
    if (after[name]?.trim() !== before[name]?.trim()) changed[name] = after[name];
  }
  return changed;
}
