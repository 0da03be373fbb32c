import { isEmailAddress } from '../../contract/email-address.ts';
import { limits } from '../../contract/limits.ts';
import type { CsvRow } from './csv-parse.ts';
import { restoreFormula } from '../../lib/csv-write.ts';
import { normalizeEmail } from '../../lib/email.ts';
import { foldText } from '../../lib/fold.ts';
import { tidyText } from '../../lib/text.ts';
import { fields, type Field, type Mapping, type Values } from './fields.ts';
import { splitName, withoutName } from './split-name.ts';
import { isolate } from '../../lib/isolate-text.ts';

/**
 * `wrong`: the server is certain to refuse the row, so it is not sent. `unsure`: it may have been added, but there was no
 * clear response. `refused`: the server has refused it.
 */
export type RowStatus = 'ready' | 'wrong' | 'sending' | 'unsure' | 'added' | 'refused';

export interface Problem {
  /** Null when the problem concerns the whole row. */
  field: Field | null;
  message: string;
}

/** One row of the file; immutable. */
export interface ImportRow {
  /** Its position among the rows, from 0. */
  index: number;
  /** Its position in the file: the row number in a spreadsheet. */
  number: number;
  values: Values;
  /** Why the row could not be read, and its text; its values are then empty. Null in any other row, and once it is corrected. */
  damage: string | null;
  status: RowStatus;
  problems: readonly Problem[];
  /** Whether the log-in details of the new member have been downloaded. */
  handedOver: boolean;
}

/** Whether `checkRows` may change the row's status. */
export const isOpen = ({ status }: ImportRow): boolean => status === 'ready' || status === 'wrong';

/** Whether the row would be sent now. */
export const isSendable = ({ status }: ImportRow): boolean => status === 'ready' || status === 'unsure';

/** Whether the user has to correct the row before it can be sent (again). */
export const needsCorrection = ({ status }: ImportRow): boolean => status === 'wrong' || status === 'refused';

/** Whether the row may be edited: it is neither added nor possibly on its way. */
export const isCorrectable = (row: ImportRow): boolean => isOpen(row) || needsCorrection(row);

/** Whether the row was added, but its log-in details have not been downloaded. */
export const isToHandOver = ({ status, handedOver }: ImportRow): boolean => status === 'added' && !handedOver;

/** Makes rows from the file's records. `everyone` is the department for all rows, if the file has no column for it. */
export function makeRows(records: readonly CsvRow[], mapping: Mapping, everyone: string): ImportRow[] {
  const split = mapping.first_name !== null && mapping.first_name === mapping.last_name;
  return records.map(({ number, cells, damage }, index) => {
    const cell = (field: Field) => restoreFormula(cells[mapping[field] ?? -1]?.trim() ?? '');
    const [first, last] = [cell('first_name'), cell('last_name')];
    const [first_name, last_name] = split ? splitName(first) : [withoutName(first, last), withoutName(last, first)];
    const department = mapping.department !== null || damage !== null ? cell('department') : everyone;
    const values = cleaned({ email: cell('email'), first_name, last_name, department });
    return { index, number, values, damage, status: 'ready', problems: [], handedOver: false };
  });
}

/** The values as they will be sent. */
export function cleaned(values: Values): Values {
  return {
    email: normalizeEmail(values.email),
    first_name: tidyText(values.first_name),
    last_name: tidyText(values.last_name),
    department: tidyText(values.department),
  };
}

/** Checks the open rows: their values, duplicate addresses, and whether their departments exist. */
export function checkRows(rows: readonly ImportRow[], hasDepartment: (name: string) => boolean): ImportRow[] {
  const firstWith = new Map<string, ImportRow>();
  return rows.map((row) => {
    const key = row.values.email.toLowerCase();
    const earlier = firstWith.get(key);
    if (earlier === undefined) firstWith.set(key, row);
    if (!isOpen(row)) return row;
    const problems: Problem[] = row.damage === null ? [...ownProblems(row.values)] : [{ field: null, message: row.damage }];
    if (earlier !== undefined && key !== '') problems.push({ field: 'email', message: `The same address is in row ${earlier.number}` });
    const { department } = row.values;
    if (department !== '' && !hasDepartment(department)) problems.push({ field: 'department', message: `There is no department “${isolate(department)}”` });
    return sameProblems(row.problems, problems) ? row : { ...row, problems, status: problems.length > 0 ? 'wrong' : 'ready' };
  });
}

/** What stands for bytes that the file's encoding does not allow. */
const unreadable = '\ufffd';

/** The problems in a row's values. Only what the server is certain to refuse, and what is certainly not meant. */
function* ownProblems(values: Values): Generator<Problem> {
  const names = { email: 'an email', first_name: 'a first name', last_name: 'a last name', department: 'a department' } as const;
  const longest = { email: limits.email, first_name: limits.personName, last_name: limits.personName, department: limits.departmentName } as const;
  for (const field of fields) {
    const text = values[field];
    if (text === '') yield { field, message: `Enter ${names[field]}` };
    else if (text.includes(unreadable)) yield { field, message: 'A character could not be read' };
    else if ([...text].length > longest[field]) yield { field, message: `Use ${longest[field]} characters or fewer` };
    else if (field === 'email' && !isEmailAddress(text)) yield { field, message: 'Enter an email address in the form name@example.com' };
  }
}

/** A department in the file that does not exist yet. */
export interface MissingDepartment {
  name: string;
  rows: number;
  /** Whether it may be created. */
  create: boolean;
}

/** The departments that do not exist yet but that rows not yet added need: each once, in the file's order. */
export function missingDepartments(rows: readonly ImportRow[], exists: (name: string) => boolean, mayCreate: (name: string) => boolean): MissingDepartment[] {
  const missing = new Map<string, MissingDepartment>();
  for (const { values, status } of rows) {
    const name = values.department;
    if (status === 'added' || name === '' || [...name].length > limits.departmentName || name.includes(unreadable) || exists(name)) continue;
    const known = missing.get(departmentKey(name)) ?? { name, rows: 0, create: mayCreate(name) };
    missing.set(departmentKey(name), { ...known, rows: known.rows + 1 });
  }
  return [...missing.values()];
}

/** Normalizes a department's name for comparison: case, repeated white space and what cannot be seen do not count. */
export const departmentKey = (name: string): string => foldText(tidyText(name));

function sameProblems(before: readonly Problem[], after: readonly Problem[]): boolean {
  return before.length === after.length && before.every(({ field, message }, index) => field === after[index]?.field && message === after[index].message);
}
