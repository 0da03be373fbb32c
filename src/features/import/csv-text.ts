export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

const marks: readonly (readonly [TextEncoding, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/**
 * Decodes a CSV file and says which encoding it had. Excel alone writes three: UTF-8 with a byte order mark, UTF-16 ("Unicode
 * text"), and the Windows code page, which has no mark: anything that is not valid UTF-8 is decoded as windows-1252. The text does
 * not include the mark.
 */
export function decodeText(bytes: Uint8Array): { text: string; encoding: TextEncoding } {
  const marked = marks.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte))?.[0];
  const encoding = marked ?? unmarkedUtf16(bytes);
  if (encoding !== null) return { text: new TextDecoder(encoding).decode(bytes), encoding };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' };
  } catch {
    return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'windows-1252' };
  }
}

/** Whether the bytes are an Excel workbook (a ZIP archive, or the older compound file) rather than text. */
export function isWorkbook(bytes: Uint8Array): boolean {
  return [
    [0x50, 0x4b, 0x03, 0x04],
    [0xd0, 0xcf, 0x11, 0xe0],
  ].some((mark) => mark.every((byte, index) => bytes[index] === byte));
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
