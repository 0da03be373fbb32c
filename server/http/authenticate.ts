import { splitWhitespace } from '../../src/contract/python.ts';
import type { UserRow } from '../db/schema.ts';
import { findUser } from '../db/users.ts';
import { BadToken } from '../security/tokens.ts';
import type { Services } from '../services.ts';
import { unauthorized } from './failures.ts';

/**
 * Returns the user of the Authorization header, which is parsed as simplejwt does; null without a JWT header.
 *
 * @throws a Failure (401) when the header or its token is invalid
 */
export async function authenticate(header: string | undefined, { db, tokens }: Services): Promise<UserRow | null> {
  const [prefix, token, ...more] = splitWhitespace(header ?? '');
  // Case-sensitive; a header with another prefix counts as none.
  if (prefix !== 'JWT') return null;
  if (token === undefined || more.length > 0) {
    throw unauthorized('Authorization header must contain two space-delimited values', 'bad_authorization_header');
  }
  const user = await findUser(db, await userIdOf(token, tokens));
  if (!user) throw unauthorized('User not found', 'user_not_found');
  if (!user.is_active) throw unauthorized('User is inactive', 'user_inactive');
  return user;
}

async function userIdOf(token: string, tokens: Services['tokens']): Promise<number> {
  try {
    return (await tokens.read(token, 'access')).user_id;
  } catch (error) {
    if (!(error instanceof BadToken)) throw error;
    throw unauthorized('Given token not valid for any token type', 'token_not_valid', {
      messages: [{ token_class: 'AccessToken', token_type: 'access', message: error.message }],
    });
  }
}
