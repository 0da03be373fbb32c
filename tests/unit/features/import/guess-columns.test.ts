import { describe, expect, test } from 'vitest';
import { guessMapping } from '../../../../src/features/import/guess-columns.ts';

describe('columns', () => {
  test.each<[string[], (number | null)[]]>([
    [['Email', 'First name', 'Last name', 'Department'], [0, 1, 2, 3]],
    [['First Name', 'Last Name', 'Work e-mail', 'Dept.'], [2, 0, 1, 3]],
    [['Vorname', 'Nachname', 'E-Mail-Adresse', 'Abteilung'], [2, 0, 1, 3]],
    [['Prénom', 'Nom', 'Courriel', 'Service'], [2, 0, 1, 3]],
    [['Имя', 'Фамилия', 'Электронная почта', 'Отдел'], [2, 0, 1, 3]],
    [['氏名', 'メールアドレス', '部署'], [1, 0, 0, 2]],
    [['Full name', 'USER_EMAIL', 'Team'], [1, 0, 0, 2]],
    [['First name', 'Last name', 'Email', 'Department', 'Role', 'Added (Europe/Berlin)', 'Updated (Europe/Berlin)'], [2, 0, 1, 3]],
    // Directories' own exports and templates.
    [['First Name [Required]', 'Last Name [Required]', 'Email Address [Required]', 'Password [Required]', 'Recovery Email', 'Department'], [2, 0, 1, 5]],
    [['Name [displayName] Required', 'User name [userPrincipalName] Required', 'First name [givenName]', 'Last name [surname]', 'Department [department]'], [1, 2, 3, 4]],
    [['First Name', 'Last Name', 'Organization Name', 'Organization Department', 'E-mail 1 - Label', 'E-mail 1 - Value'], [5, 0, 1, 3]],
    [['Manager email', 'Manager last name', 'Employee email', 'Employee first name', 'Employee last name'], [2, 3, 4, null]],
    [['group', 'department', 'login', 'email'], [3, null, null, 1]],
    [['a', 'b'], [null, null, null, null]],
  ])('%j', (header, [email, first_name, last_name, department]) => {
    expect(guessMapping(header, [])).toEqual({ email, first_name, last_name, department });
  });

  test('the column of addresses holds addresses, whatever it is called', () => {
    expect(guessMapping(['login', 'contact'], [['ada', 'ada@example.com'], ['mary', 'mary@example.com']]).email).toBe(1);
    expect(guessMapping(['login', 'email'], [['ada', 'ada@example'], ['mary', 'mary@example']]).email).toBe(1);
    expect(guessMapping(['login', 'who'], [['ada@example.com', 'Ada'], ['broken', 'Bo'], ['mary@example.com', 'Mary']]).email).toBe(0);
    expect(guessMapping(['backup', 'Email'], [['x@example.org', 'ada@example.com']]).email).toBe(1);
  });
});
