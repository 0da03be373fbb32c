import { describe, expect, test } from 'vitest';
import { guessMapping, hasHeader, splitName } from '../../../../src/features/import/fields.ts';

describe('columns', () => {
  test.each([
    [['Email', 'First name', 'Last name', 'Department'], [0, 1, 2, 3]],
    [['First Name', 'Last Name', 'Work e-mail', 'Dept.'], [2, 0, 1, 3]],
    [['Vorname', 'Nachname', 'E-Mail-Adresse', 'Abteilung'], [2, 0, 1, 3]],
    [['Prénom', 'Nom', 'Courriel', 'Service'], [2, 0, 1, 3]],
    [['Full name', 'USER_EMAIL', 'Team'], [1, 0, 0, 2]],
    [['First name', 'Last name', 'Email', 'Department', 'Role', 'Added', 'Updated'], [2, 0, 1, 3]],
    [['a', 'b'], [null, null, null, null]],
  ])('%j', (header, [email, first_name, last_name, department]) => {
    expect(guessMapping(header, [])).toEqual({ email, first_name, last_name, department });
  });

  test('addresses are known by their looks', () => {
    expect(guessMapping(['a', 'b'], [['Ada', 'ada@example.com'], ['Mary', 'mary@example.com']]).email).toBe(1);
    expect(hasHeader(['ada@example.com', 'Ada'])).toBe(false);
    expect(hasHeader(['Email', 'Name'])).toBe(true);
  });

  test.each([
    ['Ada Lovelace', 'Ada', 'Lovelace'],
    ['  Mary Ann  Evans ', 'Mary Ann', 'Evans'],
    ['Plato', 'Plato', ''],
  ])('%j is split at its last space', (name, first, last) => {
    expect(splitName(name)).toEqual([first, last]);
  });
});
