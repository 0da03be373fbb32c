/** The fields of a row, in display order. */
export const fields = ['email', 'first_name', 'last_name', 'department'] as const;
export type Field = (typeof fields)[number];
export type Values = Record<Field, string>;

/** The fields' labels; also the header of the template. */
export const fieldLabels: Values = { email: 'Email', first_name: 'First name', last_name: 'Last name', department: 'Department' };

/** The index of each field's column in the file; null for none. */
export type Mapping = Record<Field, number | null>;

/** Headers that directories, payroll systems and Excel templates use, normalized by `fold`. */
const synonyms: Record<Field, readonly string[]> = {
  email: ['email', 'emailaddress', 'mail', 'mailaddress', 'workemail', 'emailwork', 'useremail', 'primaryemail', 'login', 'userprincipalname', 'emailadresse', 'courriel', 'correo'],
  first_name: ['firstname', 'givenname', 'forename', 'first', 'vorname', 'prenom', 'nombre'],
  last_name: ['lastname', 'surname', 'familyname', 'last', 'sn', 'nachname', 'nom', 'apellido', 'apellidos'],
  department: ['department', 'dept', 'departmentname', 'team', 'division', 'unit', 'group', 'abteilung', 'service', 'departamento'],
};
/** Headers of a column with the full name, which is split into both names. */
const wholeName = ['name', 'fullname', 'displayname', 'employee', 'employeename'];

const looksLikeEmail = (text: string) => /^\s*[^\s@]+@[^\s@]+\.[^\s@]+\s*$/.test(text);

function fold(header: string): string {
  return header.normalize('NFD').toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

/** Whether the first record is a header. With an email address in it, it is already a member's row. */
export function hasHeader(first: readonly string[]): boolean {
  return !first.some(looksLikeEmail);
}

/**
 * Guesses which column is which field: by its header, in several languages; the email address also by the look of its cells.
 * Null where nothing fits: the user then chooses.
 * @param sample some rows below the header
 */
export function guessMapping(header: readonly string[], sample: readonly (readonly string[])[]): Mapping {
  const names = header.map(fold);
  const find = (candidates: readonly string[]) => {
    const index = names.findIndex((name) => candidates.includes(name));
    return index === -1 ? null : index;
  };
  const whole = find(wholeName);
  return {
    email: find(synonyms.email) ?? emailColumn(header.length, sample),
    first_name: find(synonyms.first_name) ?? whole,
    last_name: find(synonyms.last_name) ?? whole,
    department: find(synonyms.department),
  };
}

function emailColumn(columnCount: number, sample: readonly (readonly string[])[]): number | null {
  for (let index = 0; index < columnCount; index += 1) {
    if (sample.length > 0 && sample.every((cells) => looksLikeEmail(cells[index] ?? ''))) return index;
  }
  return null;
}

/** Splits a full name at the last space. */
export function splitName(name: string): [first: string, last: string] {
  const trimmed = name.trim();
  const space = trimmed.lastIndexOf(' ');
  return space === -1 ? [trimmed, ''] : [trimmed.slice(0, space).trimEnd(), trimmed.slice(space + 1)];
}
