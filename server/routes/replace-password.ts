import type { UserRow } from '../db/schema.ts';
import { changeUser, type UserChanges } from '../db/users.ts';
import { passwordChangedMessage } from '../mail/messages.ts';
import type { Services } from '../services.ts';

/**
 * Gives a user a new password hash and tells them by email (djoser's PASSWORD_CHANGED_EMAIL_CONFIRMATION): both or
 * neither. Returns the new row; undefined when the user is gone or no longer has the hash in `before`: of several
 * requests that were allowed because of it, the first one wins.
 */
export function replacePassword(before: UserRow, changes: UserChanges & { password: string }, { db, mail, settings }: Services): Promise<UserRow | undefined> {
  return db.transaction().execute(async (trx) => {
    const user = await changeUser(trx, before.id, changes, before.password);
    if (user) await mail.send(passwordChangedMessage(user, settings), trx);
    return user;
  });
}
