/**
 * The recorded stack is written in Python, and some of its responses show it: what counts as whitespace, what a type is called,
 * how a value is written in a message. These few rules make ours read the same.
 */

/** Whitespace as `str.strip()` and `str.split()` see it: not JavaScript's set (no U+FEFF, but U+001C–1F and U+0085). */
const space = '\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000';
const isSpace = new RegExp(`^[${space}]$`);
const innerSpace = new RegExp(`[${space}]+`);

/** `str.strip()`. By index: an expression for trailing space takes quadratic time when a long run of it is inside the text. */
export function strip(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isSpace.test(text.charAt(start))) start += 1;
  while (end > start && isSpace.test(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
}

/** `str.split()`: the parts of a text between whitespace, none of them empty. */
export function splitWhitespace(text: string): string[] {
  return text.split(innerSpace).filter((part) => part !== '');
}

/** The number of characters as Python counts them: code points, so that "😀" is one. */
export function length(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

/** Python's name for the type of a JSON value: `str`, `int`, `float`, `bool`, `list`, `dict`, `NoneType`. */
export function typeName(value: unknown): string {
  if (value === null || value === undefined) return 'NoneType';
  if (typeof value === 'boolean') return 'bool';
  if (typeof value === 'number') return Number.isInteger(value) ? 'int' : 'float';
  if (typeof value === 'string') return 'str';
  return Array.isArray(value) ? 'list' : 'dict';
}

/** `str(value)` of a JSON value: `True`, `5`, `['a', None]`. Cut off at a depth that nobody reads, so that it cannot overflow the stack. */
export function str(value: unknown): string {
  return typeof value === 'string' ? value : repr(value, 0);
}

function repr(value: unknown, depth: number): string {
  if (depth > 8) return '...';
  if (value === null || value === undefined) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'string') return quoted(value);
  if (Array.isArray(value)) return `[${value.map((item) => repr(item, depth + 1)).join(', ')}]`;
  if (typeof value === 'number') return String(value);
  return `{${Object.entries(value).map(([key, item]) => `${quoted(key)}: ${repr(item, depth + 1)}`).join(', ')}}`;
}

function quoted(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  return quote + text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll(quote, `\\${quote}`) + quote;
}

/** `int(text)` for decimal digits: the canonical digits, or null where Python raises ValueError. */
export function int(text: string): string | null {
  const match = /^([+-]?)(\d+(?:_\d+)*)$/.exec(strip(text));
  if (!match?.[2]) return null;
  const digits = match[2].replaceAll('_', '').replace(/^0+(?=\d)/, '');
  return match[1] === '-' && digits !== '0' ? `-${digits}` : digits;
}
