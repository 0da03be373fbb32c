export interface DateParts {
  /** For `<time datetime>`: ISO 8601, UTC. */
  dateTime: string;
  /** "3 Nov 2026", in the reader's locale and time zone. */
  text: string;
  /** Day, time and zone in full, for the title. */
  full: string;
}

// Building a formatter costs more than a hundred uses of it.
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(options: Intl.DateTimeFormatOptions, locale: string | undefined, timeZone: string | undefined): Intl.DateTimeFormat {
  const key = JSON.stringify([options, locale, timeZone]);
  let found = formatters.get(key);
  if (!found) {
    found = new Intl.DateTimeFormat(locale, { ...options, timeZone });
    formatters.set(key, found);
  }
  return found;
}

/**
 * A moment in the server's spelling (ISO 8601, such as `2026-11-03T09:30:00.123456Z`) for people.
 * Locale and time zone are the browser's unless given. Null for no date, or for text that is none.
 */
export function formatDate(iso: string | null | undefined, locale?: string, timeZone?: string): DateParts | null {
  if (!iso) return null;
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return null;
  return {
    dateTime: date.toISOString(),
    text: formatter({ day: 'numeric', month: 'short', year: 'numeric' }, locale, timeZone).format(date),
    full: formatter({ dateStyle: 'full', timeStyle: 'long' }, locale, timeZone).format(date),
  };
}

/** A whole number in the reader's locale: 1,320. */
export function formatNumber(value: number, locale?: string): string {
  return value.toLocaleString(locale);
}
