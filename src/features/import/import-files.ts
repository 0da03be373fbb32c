import { csvText } from '../../lib/csv-write.ts';
import { readableEmail } from '../../lib/email.ts';
import { fieldLabels, fields, type Values } from './fields.ts';
import type { ImportRow } from './rows.ts';

const header = fields.map((field) => fieldLabels[field]);

/** An empty file with the header that the import expects. */
export const templateFile = (): string => csvText([header]);

/** The rows that were not added, each with its reason, to be corrected and imported again (the import ignores the reason). */
export function failedFile(rows: readonly ImportRow[]): string {
  return csvText([[...header, 'Reason'], ...rows.map((row) => [...fields.map((field) => (field === 'email' ? readableEmail(row.values.email) : row.values[field])), reasonText(row)])]);
}

/** A member who was added, with their password; null when it is no longer known. */
export interface NewMember {
  values: Values;
  password: string | null;
}

/** The log-in details of the new members. */
export function logInFile(members: readonly NewMember[], logInAddress: string): string {
  return csvText([
    ['First name', 'Last name', 'Email', 'Password', 'Log in at'],
    ...members.map(({ values, password }) => [
      values.first_name,
      values.last_name,
      readableEmail(values.email),
      password ?? 'not known: choose “Forgot password?” when logging in',
      logInAddress,
    ]),
  ]);
}

/** All problems of a row in one line. */
export function reasonText({ problems }: ImportRow): string {
  return problems.map(({ field, message }) => (field === null ? message : `${fieldLabels[field]}: ${message}`)).join(' ');
}
