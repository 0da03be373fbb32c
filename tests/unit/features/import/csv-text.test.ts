import { describe, expect, test } from 'vitest';
import { decodeText, guessEncoding, isAscii, otherFormat } from '../../../../src/features/import/csv-text.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string, littleEndian: boolean) => {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let index = 0; index < text.length; index += 1) view.setUint16(index * 2, text.charCodeAt(index), littleEndian);
  return bytes;
};

describe('decoding', () => {
  const text = 'Email;Vorname\r\nzoë@example.com;Jürgen\r\n';
  test.each([
    ['UTF-8', utf8(text), 'utf-8'],
    ['UTF-8 with a mark', utf8(`\ufeff${text}`), 'utf-8'],
    ['UTF-16 as Excel writes it', utf16(`\ufeff${text}`, true), 'utf-16le'],
    ['UTF-16 the other way round', utf16(`\ufeff${text}`, false), 'utf-16be'],
    ['UTF-16 without a mark', utf16(text, true), 'utf-16le'],
    ['the code page of Windows', Uint8Array.from(text, (char) => char.charCodeAt(0)), 'windows-1252'],
  ] as const)('%s', (_name, bytes, encoding) => {
    expect(guessEncoding(bytes)).toBe(encoding);
    expect(decodeText(bytes, encoding)).toBe(text);
  });

  test.each([0xa0, 0x92, 0xff])('UTF-8 with a stray byte %i stays UTF-8', (byte) => {
    const bytes = Uint8Array.of(...utf8('zoë@example.com;Jürgen\n'), byte, ...utf8(';Ada\n'));
    expect(guessEncoding(bytes)).toBe('utf-8');
    expect(decodeText(bytes, 'utf-8')).toBe('zoë@example.com;Jürgen\n\ufffd;Ada\n');
  });

  test('in ASCII the encoding makes no difference', () => {
    expect(isAscii(utf8('Ada\r\n'))).toBe(true);
    expect(isAscii(utf8('Zoë'))).toBe(false);
    expect(isAscii(utf16('Ada', true))).toBe(false);
  });
});

test.each([
  ['workbook', 'PK\u0003\u0004\0'],
  ['web page', '\n<!DOCTYPE html><html>'],
  ['web page', '\ufeff<html><table>'],
  ['web page', '<?xml version="1.0"?>'],
  ['PDF document', '%PDF-1.7'],
  ['JSON document', '[\n  {"email": "a@example.com"}]'],
  ['contact card', 'BEGIN:VCARD\r\n'],
  ['binary file', 'GIF\u0001\u0002'],
  [null, ''],
  [null, 'PKW,Email'],
  [null, '"Email","Name"'],
  [null, '[Email],Name'],
])('a %s is told by its beginning: %j', (format, text) => {
  expect(otherFormat(utf8(text))).toBe(format);
});

test('an old workbook is one too, and UTF-16 is text', () => {
  expect(otherFormat(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0))).toBe('workbook');
  expect(otherFormat(utf16('Email\tName', true))).toBe(null);
});
