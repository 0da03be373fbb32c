import { describe, expect, test } from 'vitest';
import type { Values } from '../../../../src/features/import/fields.ts';
import { checkRows, cleaned, departmentKey, makeRows, missingDepartments, type ImportRow } from '../../../../src/features/import/rows.ts';

const anywhere = () => true;
const mapping = { email: 0, first_name: 1, last_name: 2, department: 3 };
const records = (...rows: string[][]) => rows.map((cells, index) => ({ number: index + 2, cells, damage: null }));
const checked = (rows: string[][], has: (name: string) => boolean = anywhere) => checkRows(makeRows(records(...rows), mapping, ''), has);
const reasons = (row: ImportRow | undefined) => row?.problems.map(({ field, message }) => `${field}: ${message}`);

describe('rows', () => {
  test('are cleaned as they will be sent', () => {
    const values: Values = { email: ' Ada@EXAMPLE.com ', first_name: ' Ada', last_name: 'Lovelace ', department: ' Sales ' };
    expect(cleaned(values)).toEqual({ email: 'ada@example.com', first_name: 'Ada', last_name: 'Lovelace', department: 'Sales' });
  });

  test('lose what cannot be seen, and are in one spelling', () => {
    const [row] = makeRows(records(['Ada@M\u00fcller.example', 'E\u0301mile\u200b', 'Du\u00a0 Pont', 'E\u0301quipe\ufeff']), mapping, '');
    expect(row?.values).toEqual({ email: 'ada@xn--mller-kva.example', first_name: '\u00c9mile', last_name: 'Du Pont', department: '\u00c9quipe' });
    expect(departmentKey('E\u0301quipe')).toBe(departmentKey('\u00e9quipe\u200b'));
  });

  test('an export that comes back loses its apostrophes', () => {
    expect(makeRows(records(['a@example.com', "'=Ada", "O'Hara", 'Sales']), mapping, '')[0]?.values).toMatchObject({ first_name: '=Ada', last_name: "O'Hara" });
  });

  test('a damaged one has no values, waits for its correction and asks for no department', () => {
    const damaged = { number: 2, cells: [], damage: 'Line 2: text follows a closing quotation mark' };
    const rows = checkRows(makeRows([damaged], { ...mapping, department: null }, 'Sales'), () => false);
    expect(rows[0]?.status).toBe('wrong');
    expect(reasons(rows[0])).toEqual(['null: Line 2: text follows a closing quotation mark']);
    expect(missingDepartments(rows, () => false, () => true)).toEqual([]);
  });

  test('a character that could not be read is told at its field, and makes no department', () => {
    const rows = checked([['a@example.com', 'Zo\ufffd', 'L', 'Caf\ufffd']], () => true);
    expect(reasons(rows[0])).toEqual(['first_name: A character could not be read', 'department: A character could not be read']);
    expect(missingDepartments(rows, () => false, () => true)).toEqual([]);
  });

  test('a first name is taken off a column with the whole name', () => {
    expect(makeRows(records(['a@example.com', 'Ada', 'Ada Lovelace', 'Sales']), mapping, '')[0]?.values).toMatchObject({ first_name: 'Ada', last_name: 'Lovelace' });
  });

  test('what is missing, malformed or too long is told, all at once', () => {
    const [row] = checked([['ada@', '', 'x'.repeat(151), '']]);
    expect(row?.status).toBe('wrong');
    expect(reasons(row)).toEqual([
      'email: Enter an email address in the form name@example.com',
      'first_name: Enter a first name',
      'last_name: Use 150 characters or fewer',
      'department: Enter a department',
    ]);
  });

  test('an address comes once, whatever its letter case; the first row keeps it', () => {
    const rows = checked([['ada@example.com', 'A', 'L', 'S'], ['ADA@example.com', 'A', 'L', 'S'], ['', 'A', 'L', 'S'], ['', 'A', 'L', 'S']]);
    expect(rows.map(({ status }) => status)).toEqual(['ready', 'wrong', 'wrong', 'wrong']);
    expect(reasons(rows[1])).toEqual(['email: The same address is in row 2']);
    expect(reasons(rows[3])).toEqual(['email: Enter an email']);
  });

  test('settled rows are not judged anew, but count as holders of their address', () => {
    const [first, second] = checked([['ada@example.com', 'A', 'L', 'S'], ['mary@example.com', 'A', 'L', 'S']]);
    if (!first || !second) throw new Error('no rows');
    const added: ImportRow = { ...first, status: 'added' };
    const rows = checkRows([added, { ...second, values: first.values }], () => false);
    expect(rows[0]).toBe(added);
    expect(reasons(rows[1])).toEqual(['email: The same address is in row 2', 'department: There is no department “S”']);
  });

  test('a row of which nothing changed stays the same object', () => {
    const rows = checked([['ada@example.com', 'A', 'L', 'S'], ['x', 'A', 'L', 'S']]);
    const again = checkRows(rows, anywhere);
    expect(again[0]).toBe(rows[0]);
    expect(again[1]).toBe(rows[1]);
  });

  test('missing departments are counted by their folded names', () => {
    const rows = checked([
      ['a@example.com', 'A', 'L', 'R&D  Lab'],
      ['b@example.com', 'A', 'L', 'r&d lab'],
      ['c@example.com', 'A', 'L', 'Sales'],
    ]);
    expect(missingDepartments(rows, (name) => name === 'Sales', () => true)).toEqual([{ name: 'R&D Lab', rows: 2, create: true }]);
    expect(departmentKey(' R&D  Lab')).toBe(departmentKey('r&d lab'));
  });
});
