import { mutationOptions } from '@tanstack/react-query';
import { createMember, updateMember } from '../api/members.ts';
import type { User } from '../contract/auth.ts';
import type { MemberCreateBody } from '../contract/requests.ts';
import { fullName } from './members.ts';
import { onceOnly } from './once-only.ts';
import { isolate } from '../lib/isolate-text.ts';

/** A member who was added, and the password they were added with. */
interface Added {
  user: User;
  password: string;
}

/** Adds a member; create it once for each form. The list is refetched, since the response has no department and no dates. */
export const createMemberOptions = () =>
  mutationOptions({
    mutationFn: onceOnly<MemberCreateBody, Added>({
      send: async (member) => ({ user: await createMember(member), password: member.password }),
      find: findAdded,
    }),
    // What was sent contains a password: it is forgotten with the dialog.
    gcTime: 0,
    meta: { invalidates: [['members']], success: ({ user }: Added) => `${isolate(fullName(user))} was added.` },
  });

/** The member whom the attempt before has added, with the names and the department that the form has now. */
async function findAdded(before: MemberCreateBody, now: MemberCreateBody): Promise<Added | null> {
  if (before.email !== now.email) return null;
  const { findMember, wasAdded } = await import('./look-up.ts');
  const found = await findMember(before.email);
  if (found === null || !wasAdded(found, before, Date.now())) return null;
  const { first_name, last_name, department } = now;
  const edited = first_name !== before.first_name || last_name !== before.last_name || department !== before.department;
  return { user: edited ? await updateMember(found.id, { first_name, last_name, department }) : found, password: before.password };
}
