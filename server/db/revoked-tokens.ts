import type { Db, Micros } from './schema.ts';

/** Whether the token was given back by rotation. */
export async function isRevoked(db: Db, jti: string): Promise<boolean> {
  return (await db.selectFrom('revoked_tokens').select('jti').where('jti', '=', jti).executeTakeFirst()) !== undefined;
}

/** Keeps the token as given back until it would have run out, and forgets those that have. Throws the database's error when it was given back before. */
export async function revoke(db: Db, jti: string, expiresAt: Micros, now: Micros): Promise<void> {
  await db.insertInto('revoked_tokens').values({ jti, expires_at: expiresAt }).execute();
  await db.deleteFrom('revoked_tokens').where('expires_at', '<', now).execute();
}
