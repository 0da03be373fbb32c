import type { Db, Micros } from './schema.ts';

/** Whether rotation has revoked the refresh token. */
export async function isRevoked(db: Db, jti: string): Promise<boolean> {
  return (await db.selectFrom('revoked_tokens').select('jti').where('jti', '=', jti).executeTakeFirst()) !== undefined;
}

/** Revokes a refresh token until it expires, and removes those that have expired. Throws the database's error when it was already revoked. */
export async function revoke(db: Db, jti: string, expiresAt: Micros, now: Micros): Promise<void> {
  await db.insertInto('revoked_tokens').values({ jti, expires_at: expiresAt }).execute();
  await db.deleteFrom('revoked_tokens').where('expires_at', '<', now).execute();
}
