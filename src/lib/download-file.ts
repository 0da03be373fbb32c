/** Makes the browser download `text` as a UTF-8 file. `type` is its media type, without the charset. */
export function downloadFile(name: string, text: string, type = 'text/csv'): void {
  const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // Not at once: Safari starts reading only after `click` has returned.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** A CSV file name with the date in the user's time zone: `team-members-2026-11-03.csv`. */
export function datedFileName(what: string, date: Date): string {
  const part = (value: number) => String(value).padStart(2, '0');
  return `${what}-${date.getFullYear()}-${part(date.getMonth() + 1)}-${part(date.getDate())}.csv`;
}
