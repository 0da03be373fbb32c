import { describe, expect, test } from 'vitest';
import { decodeText, isWorkbook } from '../../../../src/features/import/csv-text.ts';

const utf16 = (text: string, littleEndian: boolean) => {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let index = 0; index < text.length; index += 1) view.setUint16(index * 2, text.charCodeAt(index), littleEndian);
  return bytes;
};

describe('decoding', () => {
  const text = 'Email;Vorname\r\nzoë@example.com;Jürgen\r\n';
  test.each([
    ['UTF-8', new TextEncoder().encode(text), 'utf-8'],
    ['UTF-8 with a mark', new TextEncoder().encode(`\ufeff${text}`), 'utf-8'],
    ['UTF-16 as Excel writes it', utf16(`\ufeff${text}`, true), 'utf-16le'],
    ['UTF-16 the other way round', utf16(`\ufeff${text}`, false), 'utf-16be'],
    ['UTF-16 without a mark', utf16(text, true), 'utf-16le'],
    ['the code page of Windows', Uint8Array.from(text, (char) => char.charCodeAt(0)), 'windows-1252'],
  ])('%s', (_name, bytes, encoding) => {
    expect(decodeText(bytes)).toEqual({ text, encoding });
  });

  test('an empty file is empty text, a workbook is none', () => {
    expect(decodeText(new Uint8Array()).text).toBe('');
    expect(isWorkbook(Uint8Array.of(0x50, 0x4b, 0x03, 0x04, 0))).toBe(true);
    expect(isWorkbook(new TextEncoder().encode('PKW,Email'))).toBe(false);
  });
});
