// Creating a formatter takes longer than using it a hundred times.
const formatters = new Map<string | undefined, Intl.DateTimeFormat>();

function formatterFor(timeZone: string | undefined): Intl.DateTimeFormat {
  // Swedish dates are those of ISO 8601, with a space before the time.
  const options = { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' } as const;
  const formatter = formatters.get(timeZone) ?? new Intl.DateTimeFormat('sv-SE', { ...options, timeZone });
  formatters.set(timeZone, formatter);
  return formatter;
}

/**
 * One of the server's dates (ISO 8601, UTC) as an exported file has it: `2026-11-03 10:30`, which spreadsheets read as a date, in
 * the browser's time zone unless another one is given.
 */
export function exportDate(iso: string, timeZone?: string): string {
  return formatterFor(timeZone).format(new Date(iso));
}

/** The header of a column of such dates: its label and the time zone, `Added (Europe/Berlin)`. */
export function exportDateHeader(label: string): string {
  return `${label} (${formatterFor(undefined).resolvedOptions().timeZone})`;
}
