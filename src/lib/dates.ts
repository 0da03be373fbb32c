export interface DateParts {
  /** For `<time datetime>`: ISO 8601, UTC. */
  dateTime: string;
  /** "3 Nov 2026" or "Nov 3, 2026", in the reader's time zone. */
  text: string;
  /** Date, time and time zone in full, for the tooltip. */
  full: string;
}

const options = {
  text: { day: 'numeric', month: 'short', year: 'numeric' },
  full: { dateStyle: 'full', timeStyle: 'long' },
} satisfies Record<string, Intl.DateTimeFormatOptions>;

// Creating a formatter takes longer than using it a hundred times.
const formatters = new Map<string, Record<keyof typeof options, Intl.DateTimeFormat>>();

/** The languages of regions whose English puts the month first (CLDR). */
const monthFirst = /-(?:US|CA|PH|PR|GU)\b|^en$/;

/**
 * The English in which the page writes dates, since the page itself is in English: American or British, by the region of the
 * browser's language. Never that language itself: it would bring its words, its calendar and its digits.
 */
function pageLocale(): string {
  return typeof navigator === 'undefined' || monthFirst.test(navigator.language) ? 'en-US' : 'en-GB';
}

/** The clock's offsets from UTC in winter and in summer: they change with the time zone, when people travel with the page open. */
export function clockOffsets(): string {
  return `${new Date(2026, 0).getTimezoneOffset()} ${new Date(2026, 6).getTimezoneOffset()}`;
}

function formattersFor(locale: string, timeZone: string | undefined) {
  const key = `${locale} ${timeZone ?? clockOffsets()}`;
  const found = formatters.get(key) ?? {
    text: new Intl.DateTimeFormat(locale, { ...options.text, timeZone }),
    full: new Intl.DateTimeFormat(locale, { ...options.full, timeZone }),
  };
  formatters.set(key, found);
  return found;
}

/**
 * Formats one of the server's dates (ISO 8601, such as `2026-11-03T09:30:00.123456Z`) for display, in the page's language and
 * the browser's time zone unless given. Null for a missing or invalid date.
 */
export function formatDate(iso: string | null | undefined, locale = pageLocale(), timeZone?: string): DateParts | null {
  if (!iso) return null;
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return null;
  const { text, full } = formattersFor(locale, timeZone);
  return { dateTime: date.toISOString(), text: text.format(date), full: full.format(date) };
}

const numbers = new Intl.NumberFormat('en');

/** A whole number in the page's language: 1,320. */
export function formatNumber(value: number): string {
  return numbers.format(value);
}
