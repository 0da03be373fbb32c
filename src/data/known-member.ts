import { listMembers } from '../api/members.ts';
import type { Member } from '../contract/members.ts';
import { normalizeEmail } from '../lib/email.ts';
import { largestPage } from './lists.ts';

/**
 * The member who has the address in another spelling: with capitals, or with its domain in Unicode. The server refuses only
 * the same spelling.
 * @param email as `normalizeEmail` returns it
 */
export async function findKnownMember(email: string): Promise<Member | undefined> {
  const { rows } = await listMembers({ search: email, ordering: 'id', page: 1, pageSize: largestPage });
  return rows.find((member) => member.email !== email && normalizeEmail(member.email) === email);
}
