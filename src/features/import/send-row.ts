import { ApiError } from '../../http/errors.ts';
import type { Member } from '../../contract/members.ts';
import { createMember } from '../../api/members.ts';
import type { Values } from './fields.ts';
import { findMember, wasAdded } from '../../data/look-up.ts';

export interface RowToSend {
  values: Values;
  departmentId: string;
  /** The row may have been added before without a response, so the member is looked up first. */
  unsure: boolean;
  /** The password that was sent then, if still known. */
  sentPassword: string | null;
  /** When this import started (milliseconds since the epoch). A member created earlier was not added by it. */
  since: number;
  newPassword: () => string;
  /** Called before a request with this password is sent. */
  willSend: (password: string) => Promise<void>;
}

/**
 * Adds a member. A POST that got no response is never repeated blindly: the address is looked up first, and again if the repeated
 * POST is refused because the first one did succeed.
 * @returns the member's password; null when the member was added before with a password that is no longer known
 * @throws ApiError
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

/** Whether the member with the row's address was added by this import. */
function isOurs(found: Member | null, { values, since }: RowToSend): boolean {
  return found !== null && wasAdded(found, values, since);
}
