import { ApiError } from '../../http/errors.ts';
import type { Member } from '../../contract/members.ts';
import { createMember } from '../../api/members.ts';
import type { Values } from './fields.ts';
import { findMember } from './look-up.ts';

export interface RowToSend {
  values: Values;
  departmentId: string;
  /** It may have been sent before without an answer: then it is looked for first. */
  unsure: boolean;
  /** The password of that earlier time, if it is still known. */
  sentPassword: string | null;
  /** When this import began (ms since the epoch): who is older was not added by it. */
  since: number;
  newPassword: () => string;
  /** Called before anything is sent with this password. */
  willSend: (password: string) => Promise<void>;
}

const day = 86_400_000;

/**
 * Adds a member and answers the password that was given; null where the member turns out to have been added before with
 * one that nobody knows any more. A POST without an answer is never repeated blindly: the address is looked up first, and
 * again when the repetition is refused because the first one came through after all. Throws ApiError.
 */
export async function sendRow(row: RowToSend, signal: AbortSignal): Promise<string | null> {
  const { values, departmentId, unsure, sentPassword } = row;
  if (unsure && isOurs(await findMember(values.email, signal), row)) return sentPassword;
  const password = sentPassword ?? row.newPassword();
  await row.willSend(password);
  try {
    await createMember({ ...values, department: departmentId, password }, signal);
    return password;
  } catch (error) {
    const overtaken = unsure && error instanceof ApiError && 'email' in error.fields;
    if (overtaken && isOurs(await findMember(values.email, signal), row)) return sentPassword;
    throw error;
  }
}

/** Whether the member with the row's address is the one that this import has sent, and not one who was there before. */
function isOurs(found: Member | null, { values, since }: RowToSend): boolean {
  // A day of leeway: the server's clock is not the browser's.
  return (
    found !== null && found.first_name === values.first_name && found.last_name === values.last_name && Date.parse(found.created_at) > since - day
  );
}

/** Whether a failed request may have been carried out all the same: no answer came, or none that says no. */
export function mayHaveHappened(error: unknown): boolean {
  return !(error instanceof ApiError) || error.status === null || error.status >= 500 || error.kind === 'contract' || error.kind === 'timeout';
}
