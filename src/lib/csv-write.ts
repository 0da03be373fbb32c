/** Spreadsheets run a cell that begins with one of these as a formula (OWASP, "CSV Injection"). */
const formulaStart = /^[=+\-@\t\r]/;
const escapedFormula = /^'(?=[=+\-@\t\r])/;
const needsQuotes = /[",;\r\n\t]|^\s|\s$/;

/** Escapes a cell's text with a leading apostrophe if a spreadsheet would run it as a formula. */
export function withoutFormula(text: string): string {
  return formulaStart.test(text) ? `'${text}` : text;
}

/** Reverses `withoutFormula`, for files that were exported, edited and are imported again. */
export function restoreFormula(text: string): string {
  return text.replace(escapedFormula, '');
}

/**
 * Writes rows of cells as a CSV file (RFC 4180: CRLF, doubled quotes), with formulas escaped. Excel and others separate cells as the
 * region does: by semicolons where the decimal mark is a comma. Without the byte order mark, Excel would read UTF-8 as its own
 * code page.
 * @param locale that of the browser unless given
 */
export function csvText(rows: Iterable<readonly string[]>, locale?: string): string {
  const separator = decimalMark(locale) === ',' ? ';' : ',';
  let text = '\ufeff';
  for (const row of rows) text += `${row.map(cell).join(separator)}\r\n`;
  return text;
}

function decimalMark(locale: string | undefined): string | undefined {
  return new Intl.NumberFormat(locale).formatToParts(1.5).find(({ type }) => type === 'decimal')?.value;
}

function cell(value: string): string {
  const safe = withoutFormula(value);
  return needsQuotes.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
