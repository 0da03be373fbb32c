import type { TextEncoding } from './encodings.ts';
import { guessLegacyEncoding } from './guess-encoding.ts';

const marks: readonly (readonly [TextEncoding, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** Decodes a file. The text does not include the byte order mark; what the encoding does not allow becomes U+FFFD. */
export const decodeText = (bytes: Uint8Array, encoding: TextEncoding): string => new TextDecoder(encoding).decode(bytes);

/**
 * Guesses a CSV file's encoding. Excel alone writes three: UTF-8 with a byte order mark, UTF-16 ("Unicode text"), and the region's
 * code page, which has no mark. Text that is UTF-8 but for a few bytes is UTF-8: other encodings hardly ever look like it.
 */
export function guessEncoding(bytes: Uint8Array): TextEncoding {
  const marked = marks.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte))?.[0];
  const encoding = marked ?? unmarkedUtf16(bytes);
  if (encoding !== null) return encoding;
  const { foreign, lost } = count(decodeText(bytes, 'utf-8'));
  return lost === 0 || (foreign > 0 && foreign >= lost) ? 'utf-8' : guessLegacyEncoding(bytes);
}

/** Whether all bytes are ASCII, which is the same text in every encoding that can be chosen but UTF-16. */
export const isAscii = (bytes: Uint8Array): boolean => bytes.every((byte) => byte > 0 && byte < 0x80);

/** An Excel workbook begins like this: it is a ZIP archive, or the older compound file. */
const workbooks = ['PK\u0003\u0004', '\u00d0\u00cf\u0011\u00e0'];

/** What a file that is not CSV text is instead, from its first bytes; null for text. */
export function otherFormat(bytes: Uint8Array): 'workbook' | 'web page' | 'PDF document' | 'JSON document' | 'contact card' | 'binary file' | null {
  const start = decodeText(bytes.subarray(0, 200), 'windows-1252').replace(/^(?:ï»¿)?\s*/, '');
  if (workbooks.some((mark) => start.startsWith(mark))) return 'workbook';
  if (start.startsWith('%PDF')) return 'PDF document';
  if (/^<[!?a-z]/i.test(start)) return 'web page';
  if (/^[{[]\s*[{"\]}]/.test(start)) return 'JSON document';
  if (/^BEGIN:VCARD/i.test(start)) return 'contact card';
  return unmarkedUtf16(bytes) === null && /(?!\s)\p{Cc}/u.test(start) ? 'binary file' : null;
}

/** The number of characters beyond ASCII, and of those that could not be decoded. */
function count(text: string): { foreign: number; lost: number } {
  const beyond = text.match(/[^\0-\x7f]/gu) ?? [];
  const lost = beyond.filter((char) => char === '\ufffd').length;
  return { foreign: beyond.length - lost, lost };
}

/** In UTF-16, commas, digits and line endings have a zero byte, always in the same half; the other encodings have no zero bytes. */
function unmarkedUtf16(bytes: Uint8Array): TextEncoding | null {
  const zeros = [0, 0];
  const looked = Math.min(bytes.length, 1000);
  for (let index = 0; index < looked; index += 1) {
    if (bytes[index] === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  }
  const [even = 0, odd = 0] = zeros;
  if (Math.max(even, odd) < looked / 10) return null;
  return odd > even ? 'utf-16le' : 'utf-16be';
}
