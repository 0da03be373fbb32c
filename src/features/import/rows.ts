import { isEmailAddress } from '../../contract/email-address.ts';
import { limits } from '../../contract/limits.ts';
import type { CsvRow } from './csv-parse.ts';
import { restoreFormula } from '../../lib/csv-write.ts';
import { normalizeEmail } from '../../lib/email.ts';
import { fields, splitName, type Field, type Mapping, type Values } from './fields.ts';

/**
 * `wrong`: the browser knows that the server will refuse it. `unsure`: it may have been sent, and no answer was heard.
 * `refused`: by the server, in its words.
 */
export type RowStatus = 'ready' | 'wrong' | 'sending' | 'unsure' | 'added' | 'refused';

export interface Problem {
  /** Null where it concerns the whole row. */
  field: Field | null;
  message: string;
}

/** One row of the file; replaced, never changed. */
export interface ImportRow {
  /** Its place among the rows, from 0. */
  index: number;
  /** Its place in the file, as a spreadsheet shows it. */
  number: number;
  values: Values;
  status: RowStatus;
  problems: readonly Problem[];
}

/** What is not settled yet: those that a check may judge anew. */
export const isOpen = ({ status }: ImportRow): boolean => status === 'ready' || status === 'wrong';

/** What sending would send now. */
export const isSendable = ({ status }: ImportRow): boolean => status === 'ready' || status === 'unsure';

/** What needs somebody's hand before it can be sent (again). */
export const needsCorrection = ({ status }: ImportRow): boolean => status === 'wrong' || status === 'refused';

/** What may be changed: neither done nor, as far as is known, under way. */
export const isCorrectable = (row: ImportRow): boolean => isOpen(row) || needsCorrection(row);

/** Makes rows of the file's records. `everyone` is the department of all where the file has no column for it. */
export function makeRows(records: readonly CsvRow[], mapping: Mapping, everyone: string): ImportRow[] {
  const split = mapping.first_name !== null && mapping.first_name === mapping.last_name;
  return records.map(({ number, cells }, index) => {
    const cell = (field: Field) => restoreFormula(cells[mapping[field] ?? -1]?.trim() ?? '');
    const [first_name, last_name] = split ? splitName(cell('first_name')) : [cell('first_name'), cell('last_name')];
    const department = mapping.department === null ? everyone.trim() : cell('department');
    return { index, number, values: cleaned({ email: cell('email'), first_name, last_name, department }), status: 'ready', problems: [] };
  });
}

/** The values as they are sent. */
export function cleaned(values: Values): Values {
  return {
    email: normalizeEmail(values.email),
    first_name: values.first_name.trim(),
    last_name: values.last_name.trim(),
    department: values.department.trim(),
  };
}

/** Checks the open rows anew: each by itself, against the others (an address comes once), and for its department. */
export function checkRows(rows: readonly ImportRow[], hasDepartment: (name: string) => boolean): ImportRow[] {
  const firstWith = new Map<string, ImportRow>();
  return rows.map((row) => {
    const key = row.values.email.toLowerCase();
    const earlier = firstWith.get(key);
    if (earlier === undefined) firstWith.set(key, row);
    if (!isOpen(row)) return row;
    const problems = [...ownProblems(row.values)];
    if (earlier !== undefined && key !== '') problems.push({ field: 'email', message: `The same address is in row ${earlier.number}` });
    const { department } = row.values;
    if (department !== '' && !hasDepartment(department)) problems.push({ field: 'department', message: `There is no department “${department}”` });
    return sameProblems(row.problems, problems) ? row : { ...row, problems, status: problems.length > 0 ? 'wrong' : 'ready' };
  });
}

/** What is wrong with a row by itself, in words for people. Only what is sure to be refused. */
function* ownProblems(values: Values): Generator<Problem> {
  const names = { email: 'an email', first_name: 'a first name', last_name: 'a last name', department: 'a department' } as const;
  const longest = { email: limits.email, first_name: limits.personName, last_name: limits.personName, department: limits.departmentName } as const;
  for (const field of fields) {
    const text = values[field];
    if (text === '') yield { field, message: `Enter ${names[field]}` };
    else if ([...text].length > longest[field]) yield { field, message: `Use ${longest[field]} characters or fewer` };
    else if (field === 'email' && !isEmailAddress(text)) yield { field, message: 'Enter an email address in the form name@example.com' };
  }
}

/** A department that rows name and the company does not have. */
export interface MissingDepartment {
  name: string;
  rows: number;
  /** Whether it may be created. */
  create: boolean;
}

/** The departments that rows still to be added name in vain, each once, in the file's order. */
export function missingDepartments(rows: readonly ImportRow[], exists: (name: string) => boolean, mayCreate: (name: string) => boolean): MissingDepartment[] {
  const missing = new Map<string, MissingDepartment>();
  for (const { values, status } of rows) {
    const name = values.department;
    if (status === 'added' || name === '' || [...name].length > limits.departmentName || exists(name)) continue;
    const known = missing.get(foldName(name)) ?? { name, rows: 0, create: mayCreate(name) };
    missing.set(foldName(name), { ...known, rows: known.rows + 1 });
  }
  return [...missing.values()];
}

/** How names of departments are compared: as people do, who do not see letter case or double spaces. */
export function foldName(name: string): string {
  return name.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();
}

function sameProblems(before: readonly Problem[], after: readonly Problem[]): boolean {
  return before.length === after.length && before.every(({ field, message }, index) => field === after[index]?.field && message === after[index].message);
}
