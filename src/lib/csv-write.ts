/** A spreadsheet runs a cell that begins with one of these as a formula (OWASP, "CSV injection"). */
const formulaStart = /^[=+\-@\t\r]/;
const escapedFormula = /^'(?=[=+\-@\t\r])/;
const needsQuotes = /[",;\r\n\t]|^\s|\s$/;

/** A cell's text so that a spreadsheet shows it and runs nothing: an apostrophe goes before what would be a formula. */
export function withoutFormula(text: string): string {
  return formulaStart.test(text) ? `'${text}` : text;
}

/** The text that `withoutFormula` was given: for files that were exported, corrected and come back. */
export function restoreFormula(text: string): string {
  return text.replace(escapedFormula, '');
}

/**
 * Rows of cells as a CSV file (RFC 4180: commas, CRLF, quotes doubled), safe against formulas, with the byte order mark
 * without which Excel takes UTF-8 for its own code page.
 */
export function csvText(rows: Iterable<readonly string[]>): string {
  let text = '\ufeff';
  for (const row of rows) text += `${row.map(cell).join(',')}\r\n`;
  return text;
}

function cell(value: string): string {
  const safe = withoutFormula(value);
  return needsQuotes.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
