const suffix = /^(?:jr|sr|i{2,3}|iv|ph\.?\s?d|m\.?d|dds|esq|mba|msc)\.?$/i;

/** Splits a full name: "Lovelace, Ada" at its comma, "Ada Lovelace" at the last space (any: also U+00A0 and U+3000). */
export function splitName(name: string): [first: string, last: string] {
  const [before = '', after = ''] = name.split(/[,、，](.*)/s).map((part) => part.trim());
  if (after !== '' && !suffix.test(after)) return [after, before];
  const [, first = '', last = before] = /^(.+?)\s+(\S+)$/s.exec(before) ?? [];
  return [first || last, first && [last, after].filter(Boolean).join(', ')];
}

/**
 * Removes `other` from the beginning or the end of a full name: "Ada Lovelace" and "Lovelace, Ada" without "Ada" are "Lovelace".
 * Any other name is returned as it is.
 */
export function withoutName(name: string, other: string): string {
  const [text, part] = [name.toLowerCase(), other.toLowerCase()];
  if (part === '' || text.length <= part.length) return name;
  const rest = text.startsWith(part) ? name.slice(part.length) : text.endsWith(part) ? name.slice(0, -part.length) : name;
  return /^[\s,]|[\s,]$/.test(rest) ? rest.replace(/^[\s,]+|[\s,]+$/g, '') || name : name;
}
